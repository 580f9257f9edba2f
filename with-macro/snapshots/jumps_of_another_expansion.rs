fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<
            __with::ToNever<__with::Infallible, _>,
        >(&mut mgr)
            .diverging(|| __with::diverge());
        let value = exit.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let broken0;
                let broken1;
                let broken2;
                if false {
                    match () {
                        () => __with::never(),
                    };
                    if true {
                        broken0 = __with::any();
                        break 'raise0 broken0;
                    }
                    if true {
                        broken1 = __with::any();
                        break 'raise broken1;
                    }
                    broken2 = __with::any();
                    break 'sunrise7 broken2;
                }
                let broken3 = 'break3: {
                    broken2 = 'break2: {
                        broken1 = 'break1: {
                            broken0 = 'break0: {
                                let guard = value;
                                if guard.is_first() {
                                    break 'break0 Err(1);
                                }
                                if guard.is_last() {
                                    break 'break1 Err(2);
                                }
                                if guard.is_high() {
                                    break 'break2 Err(3);
                                }
                                break 'break3;
                            };
                            let exc = exit.exc_info(&broken0).classify();
                            break 'done match exit.call(exc, broken0) {
                                __with::Continue(broken0) => break 'raise0 broken0,
                                __with::Break(stop) => stop.or_unreachable().into_output(),
                            };
                        };
                        let exc = exit.exc_info_if_strict(&broken1).classify();
                        break 'done match exit.call(exc, broken1) {
                            __with::Continue(broken1) => break 'raise broken1,
                            __with::Break(stop) => stop.or_unreachable().into_output(),
                        };
                    };
                    let exc = exit.exc_info_if_strict(&broken2).classify();
                    break 'done match exit.call(exc, broken2) {
                        __with::Continue(broken2) => break 'sunrise7 broken2,
                        __with::Break(stop) => stop.or_unreachable().into_output(),
                    };
                };
                let exc = __with::NoException;
                break 'done match exit.call(exc, broken3) {
                    __with::Continue(broken3) => break 'raise12,
                    __with::Break(stop) => stop.or_unreachable().into_output(),
                };
            }
        })
    }
}
