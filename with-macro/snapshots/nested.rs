fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::own_exit(&mut mgr).ending(|| ::with_runtime::__private::diverge())
        };
        let value = exit.enter_manager();
        ::with_runtime::__private::Diverge::diverge({
            'done: {
                let returned;
                if false {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    returned = ::with_runtime::__private::any();
                    return returned;
                }
                let result = 'end: {
                    returned = 'return1: {
                        let value = value;
                        break 'end {
                            'block: {
                                if false {
                                    match () {
                                        () => ::with_runtime::__private::never(),
                                    };
                                    break 'block ::with_runtime::__private::any();
                                }
                                let guard = value;
                                let last = {
                                    with! {
                                        @ used
                                    }
                                    let mut mgr = open(guard.path());
                                    let mut exit = {
                                        use ::with_runtime::__private::Lookup;
                                        Lookup::own_exit(&mut mgr)
                                            .diverging(|| ::with_runtime::__private::diverge())
                                    };
                                    let value = exit.enter_manager();
                                    'done1: {
                                        let returned;
                                        if false {
                                            match () {
                                                () => ::with_runtime::__private::never(),
                                            };
                                            returned = ::with_runtime::__private::any();
                                            break 'return1 returned;
                                        }
                                        returned = 'return0: {
                                            let file = value;
                                            break 'return0 file.sync();
                                        };
                                        let exc = exit.told_left(&returned).told_kind();
                                        break 'done1 match exit.call(exc, returned) {
                                            ::with_runtime::__private::Continue(returned) => {
                                                break 'return1 returned;
                                            }
                                            ::with_runtime::__private::Break(stop) => {
                                                stop.reached().settle()
                                            }
                                        };
                                    }
                                };
                                if false {
                                    match () {
                                        () => ::with_runtime::__private::never(),
                                    };
                                    last;
                                }
                                ::with_runtime::__private::Discard::discard(last)
                            }
                        };
                    };
                    let exc = exit.told_left(&returned).told_kind();
                    break 'done match exit.call(exc, returned) {
                        ::with_runtime::__private::Continue(returned) => return returned,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_ended_by(&result).told_kind();
                exit.finish(exc, result)
            }
        })
    }
}
