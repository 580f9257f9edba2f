fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            #[cfg(all(feature = "nested"))]
            let returned;
            #[cfg(any(all(feature = "checked"), all(feature = "strict")))]
            let bailed;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    #[cfg(all(feature = "nested"))]
                    {
                        returned = ::with_runtime::__private::any();
                        return returned;
                    }
                }
                #[cfg(any(all(feature = "checked"), all(feature = "strict")))]
                {
                    bailed = ::with_runtime::__private::any();
                    return bailed;
                }
            }
            let result = 'end: {
                let payload = 'bail1: {
                    let residual = 'raise0: {
                        let payload = 'bail0: {
                            let payload = 'return1: {
                                let value = value;
                                break 'end {
                                    let guard = value;
                                    #[cfg(feature = "nested")]
                                    {
                                        with! {
                                            @ used
                                        }
                                        let mut mgr = open(guard);
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
                                        ::with_runtime::__private::Diverge::diverge({
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
                                                    let value = value;
                                                    break 'return0 1;
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
                                        })
                                    };
                                    #[cfg(feature = "checked")]
                                    {
                                        {
                                            let holds: bool = guard.is_open();
                                            if !holds {
                                                {
                                                    break 'bail0 (|| {
                                                        ensure!(
                                                            false, "Condition failed: `{}`", "guard . is_open ()"
                                                        );
                                                        ::with_runtime::__private::diverge()
                                                    })()
                                                }
                                            }
                                        }
                                    };
                                    #[cfg(feature = "shown")]
                                    {
                                        match match ::with_runtime::__private::branch(
                                            guard.first(),
                                        ) {
                                            ::with_runtime::__private::Continue(value) => value,
                                            ::with_runtime::__private::Break(residual) => {
                                                break 'raise0 residual;
                                            }
                                        } {
                                            value => {
                                                ::std::eprintln!(
                                                    "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                                    ::core::column!(), "guard . first () ?", & value
                                                );
                                                value
                                            }
                                        }
                                    };
                                    #[cfg(feature = "strict")]
                                    { { break 'bail1 (|| { bail!("closed") })() } };
                                };
                            };
                            #[cfg(all(feature = "nested"))]
                            {
                                returned = payload;
                                let exc = exit.told_left(&returned).told_kind();
                                break 'done match exit.call(exc, returned) {
                                    ::with_runtime::__private::Continue(returned) => {
                                        return returned;
                                    }
                                    ::with_runtime::__private::Break(stop) => {
                                        stop.reached().settle()
                                    }
                                };
                            }
                        };
                        #[cfg(all(feature = "checked"))]
                        {
                            bailed = payload;
                            let exc = exit.told_bailed(&bailed).told_kind().told_here();
                            break 'done match exit.call(exc, bailed) {
                                ::with_runtime::__private::Continue(bailed) => return bailed,
                                ::with_runtime::__private::Break(stop) => {
                                    stop.reached().settle()
                                }
                            };
                        }
                    };
                    #[cfg(all(feature = "shown"))]
                    {
                        let exc = exit.told_raised(&residual).told_kind().told_here();
                        break 'done match exit.call(exc, residual) {
                            ::with_runtime::__private::Continue(residual) => residual?,
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    }
                };
                #[cfg(all(feature = "strict"))]
                {
                    bailed = payload;
                    let exc = exit.told_bailed(&bailed).told_kind().told_here();
                    break 'done match exit.call(exc, bailed) {
                        ::with_runtime::__private::Continue(bailed) => return bailed,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                }
            };
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
