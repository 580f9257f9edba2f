fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::own_exit(&mut mgr).diverging(|| ::with_runtime::__private::diverge())
        };
        let value = exit.enter_manager();
        ::with_runtime::__private::Diverge::diverge({
            'done: {
                let broken0;
                let broken1;
                let broken2;
                if false {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    if true {
                        broken0 = ::with_runtime::__private::any();
                        break 'raise0 broken0;
                    }
                    if true {
                        broken1 = ::with_runtime::__private::any();
                        break 'raise broken1;
                    }
                    broken2 = ::with_runtime::__private::any();
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
                            let exc = exit.told_raised(&broken0).told_kind();
                            break 'done match exit.call(exc, broken0) {
                                ::with_runtime::__private::Continue(broken0) => {
                                    break 'raise0 broken0;
                                }
                                ::with_runtime::__private::Break(stop) => {
                                    stop.reached().settle()
                                }
                            };
                        };
                        let exc = exit.told_left(&broken1).told_kind();
                        break 'done match exit.call(exc, broken1) {
                            ::with_runtime::__private::Continue(broken1) => {
                                break 'raise broken1;
                            }
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = exit.told_left(&broken2).told_kind();
                    break 'done match exit.call(exc, broken2) {
                        ::with_runtime::__private::Continue(broken2) => {
                            break 'sunrise7 broken2;
                        }
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = ::with_runtime::__private::Nothing;
                break 'done match exit.call(exc, broken3) {
                    ::with_runtime::__private::Continue(broken3) => break 'raise12,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            }
        })
    }
}
