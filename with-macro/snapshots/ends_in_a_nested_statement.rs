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
                    returned = 'return2: {
                        let value = value;
                        break 'end {
                            'block1: {
                                if false {
                                    match () {
                                        () => ::with_runtime::__private::never(),
                                    };
                                    break 'block1 ::with_runtime::__private::any();
                                }
                                let guard = value;
                                let last = {
                                    with! {
                                        @ used
                                    }
                                    let mut mgr = open(guard);
                                    let mut exit = {
                                        use ::with_runtime::__private::Lookup;
                                        Lookup::own_exit(&mut mgr)
                                            .ending(|| ::with_runtime::__private::diverge())
                                    };
                                    let value = exit.enter_manager();
                                    {
                                        use ::with_runtime::__private::Certain;
                                        let unseen = ::with_runtime::__private::unseen(&value)
                                            .seen_kind();
                                        Certain::certain(unseen);
                                    }
                                    'done1: {
                                        let returned;
                                        if false {
                                            match () {
                                                () => ::with_runtime::__private::never(),
                                            };
                                            returned = ::with_runtime::__private::any();
                                            break 'return2 returned;
                                        }
                                        let result = 'end1: {
                                            returned = 'return1: {
                                                let value = value;
                                                break 'end1 {
                                                    'block: {
                                                        if false {
                                                            match () {
                                                                () => ::with_runtime::__private::never(),
                                                            };
                                                            break 'block ::with_runtime::__private::any();
                                                        }
                                                        {
                                                            with! {
                                                                @ used
                                                            }
                                                            let mut mgr = read(guard);
                                                            let mut exit = {
                                                                use ::with_runtime::__private::Lookup;
                                                                Lookup::own_exit(&mut mgr)
                                                                    .diverging(|| ::with_runtime::__private::diverge())
                                                            };
                                                            let value = exit.enter_manager();
                                                            {
                                                                use ::with_runtime::__private::Certain;
                                                                let unseen = ::with_runtime::__private::unseen(&value)
                                                                    .seen_kind();
                                                                Certain::certain(unseen);
                                                            }
                                                            'done2: {
                                                                let returned;
                                                                if false {
                                                                    match () {
                                                                        () => ::with_runtime::__private::never(),
                                                                    };
                                                                    returned = ::with_runtime::__private::any();
                                                                    break 'return1 returned;
                                                                }
                                                                returned = 'return0: {
                                                                    let value = value;
                                                                    break 'return0 1;
                                                                };
                                                                let exc = exit.told_left(&returned).told_kind();
                                                                break 'done2 match exit.call(exc, returned) {
                                                                    ::with_runtime::__private::Continue(returned) => {
                                                                        break 'return1 returned;
                                                                    }
                                                                    ::with_runtime::__private::Break(stop) => {
                                                                        stop.reached().settle()
                                                                    }
                                                                };
                                                            }
                                                        }
                                                    }
                                                };
                                            };
                                            let exc = exit.told_left(&returned).told_kind();
                                            break 'done1 match exit.call(exc, returned) {
                                                ::with_runtime::__private::Continue(returned) => {
                                                    break 'return2 returned;
                                                }
                                                ::with_runtime::__private::Break(stop) => {
                                                    stop.reached().settle()
                                                }
                                            };
                                        };
                                        let exc = exit.told_ended_by(&result).told_kind();
                                        exit.finish(exc, result)
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
