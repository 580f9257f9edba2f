fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr)
            .diverging_statement(|| __with::diverge());
        let value = exit.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let broken0;
                let broken1;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    if true {
                        broken0 = __with::any();
                        break 'raise broken0;
                    }
                    broken1 = __with::any();
                    break 'sunrise7 broken1;
                }
                let broken2 = 'break2: {
                    broken1 = 'break1: {
                        broken0 = 'break0: {
                            let residual = 'raise0: {
                                let guard = value;
                                if guard.is_first() {
                                    break 'raise0 Err(1);
                                }
                                if guard.is_last() {
                                    break 'break0 Err(2);
                                }
                                if guard.is_high() {
                                    break 'break1 Err(3);
                                }
                                break 'break2;
                            };
                            let exc = exit
                                .exc_info_of(&residual)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit.call_exit(exc, residual) {
                                __with::Continue(residual) => break 'raise0 residual,
                                __with::Break(stop) => (!stop).into_output(),
                            };
                        };
                        let exc = exit.exc_info_if_strict(&broken0).classify_exc();
                        break 'done match exit.call_exit(exc, broken0) {
                            __with::Continue(broken0) => break 'raise broken0,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = exit.exc_info_if_strict(&broken1).classify_exc();
                    break 'done match exit.call_exit(exc, broken1) {
                        __with::Continue(broken1) => break 'sunrise7 broken1,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = __with::NoException;
                break 'done match exit.call_exit(exc, broken2) {
                    __with::Continue(broken2) => break 'raise12,
                    __with::Break(stop) => (!stop).into_output(),
                };
            }
        })
    }
}
