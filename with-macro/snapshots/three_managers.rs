fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::joined_exit::<__with::ToValue<_>, _>(&mut mgr);
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        'done: {
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
            }
            result = 'end: {
                let failure = 'fail2: {
                    let failure = 'fail1: {
                        let residual = 'raise2: {
                            let mut value = value;
                            break 'end {
                                let (ref mut a, b) = value;
                                match {
                                    let mut mgr = lock();
                                    let mut exit = __with::Lookup::exit::<
                                        __with::ToOuter<_>,
                                    >(&mut mgr);
                                    let joined = joined.join_verdict_of(&exit);
                                    let value = exit.enter_manager();
                                    'done1: {
                                        let result = 'end1: {
                                            let failure = 'fail0: {
                                                let residual = 'raise1: {
                                                    let value = value;
                                                    break 'end1 {
                                                        let (ref c, mut d) = value;
                                                        match {
                                                            let mut mgr = open(a);
                                                            let mut exit = __with::Lookup::exit::<
                                                                __with::ToOuter<_>,
                                                            >(&mut mgr);
                                                            let value = exit.enter_manager();
                                                            __with::Certain::certain(
                                                                __with::unseen(&value).seen_kind(),
                                                            );
                                                            'done2: {
                                                                let result;
                                                                if false {
                                                                    match () {
                                                                        () => !__with::never(),
                                                                    };
                                                                    result = joined.value_of_innermost(&exit);
                                                                }
                                                                result = 'end2: {
                                                                    let residual = 'raise0: {
                                                                        let value = value;
                                                                        break 'end2 {
                                                                            let found = match __with::branch(find(b, c, d)) {
                                                                                __with::Continue(value) => value,
                                                                                __with::Break(residual) => break 'raise0 residual,
                                                                            };
                                                                            found
                                                                        };
                                                                    };
                                                                    let exc = exit
                                                                        .exc_info_of(&residual)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done2 match exit.call_exit(exc, residual) {
                                                                        __with::Continue(residual) => break 'raise1 residual,
                                                                        __with::Break(stop) => (!stop).into_output(),
                                                                    };
                                                                };
                                                                let exc = exit.exc_info_at_end(&result).classify_exc();
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
                                                break 'done1 match exit.call_exit(exc, residual) {
                                                    __with::Continue(residual) => break 'raise2 residual,
                                                    __with::Break(stop) => (!stop).into_output(),
                                                };
                                            };
                                            let exc = exit
                                                .exc_info_of(&failure)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done1 match exit.call_exit(exc, failure) {
                                                __with::Continue(failure) => break 'fail1 failure,
                                                __with::Break(stop) => (!stop).into_output(),
                                            };
                                        };
                                        let exc = exit.exc_info_at_end(&result).classify_exc();
                                        exit.finish_statement(exc, result)
                                    }
                                } {
                                    __with::Continue(result) => result,
                                    __with::Break(failure) => break 'fail2 !failure,
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
                    let exc = exit.exc_info_of(&failure).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, failure) {
                        __with::Continue(failure) => __with::FailAs::fail_as(failure),
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&failure).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, failure) {
                    __with::Continue(failure) => __with::FailAs::fail_as(failure),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
