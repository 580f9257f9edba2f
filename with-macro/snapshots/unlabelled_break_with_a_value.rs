fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let broken;
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let returned;
        if false {
            match () {
                () => ::with_runtime::__private::never(),
            };
            if true {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    broken = ::with_runtime::__private::any();
                    {
                        #[cfg(any(all(feature = "first"), all(feature = "last")))]
                        { break broken }
                        #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                        { ::with_runtime::__private::diverge() }
                    };
                }
            }
            #[cfg(any(all(feature = "first"), all(feature = "last")))]
            {
                returned = ::with_runtime::__private::any();
                return returned;
            }
        }
        let output = match 'done: {
            let result = 'end: {
                let payload = 'return0: {
                    let payload = 'break1: {
                        let payload = 'break0: {
                            let value = value;
                            break 'end {
                                let guard = value;
                                #[cfg(feature = "first")]
                                if guard.is_first() {
                                    break 'break0 guard.first();
                                }
                                #[cfg(feature = "last")]
                                if guard.is_last() {
                                    break 'break1 guard.last();
                                }
                                #[cfg(feature = "first")] break 'return0 1;
                                #[cfg(feature = "last")] break 'return0 2;
                            };
                        };
                        #[cfg(all(feature = "first"))]
                        {
                            broken = payload;
                            let exc = exit.told_left(&broken).told_kind();
                            break 'done match exit.call(exc, broken) {
                                ::with_runtime::__private::Continue(broken) => {
                                    ::with_runtime::__private::Breaking::Break(broken)
                                }
                                ::with_runtime::__private::Break(stop) => {
                                    ::with_runtime::__private::Breaking::Done(
                                        stop.reached().settle(),
                                    )
                                }
                            };
                        }
                    };
                    #[cfg(all(feature = "last"))]
                    {
                        broken = payload;
                        let exc = exit.told_left(&broken).told_kind();
                        break 'done match exit.call(exc, broken) {
                            ::with_runtime::__private::Continue(broken) => {
                                ::with_runtime::__private::Breaking::Break(broken)
                            }
                            ::with_runtime::__private::Break(stop) => {
                                ::with_runtime::__private::Breaking::Done(
                                    stop.reached().settle(),
                                )
                            }
                        };
                    }
                };
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    returned = payload;
                    let exc = exit.told_left(&returned).told_kind();
                    break 'done match exit.call(exc, returned) {
                        ::with_runtime::__private::Continue(returned) => return returned,
                        ::with_runtime::__private::Break(stop) => {
                            ::with_runtime::__private::Breaking::Done(
                                stop.reached().settle(),
                            )
                        }
                    };
                }
            };
            let exc = ::with_runtime::__private::Nothing;
            ::with_runtime::__private::Breaking::Done(exit.finish(exc, result))
        } {
            ::with_runtime::__private::Breaking::Done(output) => output,
            ::with_runtime::__private::Breaking::Break(broken) => {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                { break broken }
                #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                { ::with_runtime::__private::diverge() }
            }
        };
        output
    }
}
