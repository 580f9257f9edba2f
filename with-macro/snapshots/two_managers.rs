fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::joined_exit::<__with::ToValue<()>, _>(&mut mgr);
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        'done: {
            let result = 'end: {
                let failure = 'fail0: {
                    let residual = 'raise2: {
                        let residual = 'raise0: {
                            let value = value;
                            break 'end {
                                let guard = value;
                                match {
                                    let mut mgr = open(guard.path());
                                    let mut exit = __with::Lookup::exit::<
                                        __with::ToOuter<()>,
                                    >(&mut mgr);
                                    let value = match __with::branch(
                                        exit
                                            .try_enter_manager(|value| __with::Try::carries_on(value)),
                                    ) {
                                        __with::Continue(value) => value,
                                        __with::Break(residual) => break 'raise0 residual,
                                    };
                                    'done1: {
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            let () = joined.value_of_innermost(&exit);
                                        }
                                        let result = 'end1: {
                                            let residual = 'raise1: {
                                                let value = value;
                                                break 'end1 {
                                                    let file = value;
                                                    match __with::branch(file.sync()) {
                                                        __with::Continue(value) => value,
                                                        __with::Break(residual) => break 'raise1 residual,
                                                    };
                                                };
                                            };
                                            let exc = exit
                                                .exc_info_of(&residual)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done1 match exit.call_exit(exc, residual) {
                                                __with::Continue(residual) => break 'raise2 residual,
                                                __with::Break(stop) => (!stop).into_output(),
                                            };
                                        };
                                        let exc = __with::NoException;
                                        exit.finish_statement(exc, result)
                                    }
                                } {
                                    __with::Continue(result) => result,
                                    __with::Break(failure) => break 'fail0 !failure,
                                }
                            };
                        };
                        let exc = exit
                            .exc_info_of(&residual)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, residual) {
                            __with::Continue(residual) => residual?,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, residual) {
                        __with::Continue(residual) => residual?,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&failure).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, failure) {
                    __with::Continue(failure) => __with::FailAs::fail_as(failure),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            exit.finish_statement(exc, result)
        }
    }
}
