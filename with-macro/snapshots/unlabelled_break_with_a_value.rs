fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let broken;
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let returned;
        let result;
        if false {
            match () {
                () => !__with::never(),
            };
            if true {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    broken = __with::any();
                    {
                        #[cfg(any(all(feature = "first"), all(feature = "last")))]
                        { break broken }
                        #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                        { __with::diverge() }
                    };
                }
            }
            if true {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    returned = __with::any();
                    return returned;
                }
            }
            result = match () {
                () => __with::any(),
            };
            __with::MayHave::done(exit.joined_verdict(), result)
        } else {
            let output = match 'done: {
                result = 'end: {
                    let payload = 'return0: {
                        let payload = 'break1: {
                            let payload = 'break0: {
                                let value = value;
                                break 'end {
                                    'block: {
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            break 'block match () {
                                                () => __with::any(),
                                            };
                                        }
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
                                    }
                                };
                            };
                            #[cfg(all(feature = "first"))]
                            {
                                broken = payload;
                                let exc = exit.exc_info_if_strict(&broken).classify_exc();
                                break 'done match exit.call_exit(exc, broken) {
                                    __with::Continue(broken) => __with::Breaking::Break(broken),
                                    __with::Break(stop) => {
                                        __with::Breaking::Done((!stop).into_output())
                                    }
                                };
                            }
                        };
                        #[cfg(all(feature = "last"))]
                        {
                            broken = payload;
                            let exc = exit.exc_info_if_strict(&broken).classify_exc();
                            break 'done match exit.call_exit(exc, broken) {
                                __with::Continue(broken) => __with::Breaking::Break(broken),
                                __with::Break(stop) => {
                                    __with::Breaking::Done((!stop).into_output())
                                }
                            };
                        }
                    };
                    #[cfg(any(all(feature = "first"), all(feature = "last")))]
                    {
                        returned = payload;
                        let exc = exit.exc_info_if_strict(&returned).classify_exc();
                        break 'done match exit.call_exit(exc, returned) {
                            __with::Continue(returned) => return returned,
                            __with::Break(stop) => {
                                __with::Breaking::Done((!stop).into_output())
                            }
                        };
                    }
                };
                let exc = exit.exc_info_at_end(&result).classify_exc();
                __with::Breaking::Done(exit.finish_statement(exc, result))
            } {
                __with::Breaking::Done(output) => output,
                __with::Breaking::Break(broken) => {
                    #[cfg(any(all(feature = "first"), all(feature = "last")))]
                    { break broken }
                    #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                    { __with::diverge() }
                }
            };
            output
        }
    }
}
