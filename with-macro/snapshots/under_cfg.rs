fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            #[cfg(all(feature = "nested"))]
            let returned;
            #[cfg(any(all(feature = "checked"), all(feature = "strict")))]
            let bailed;
            if false {
                match () {
                    () => __with::never(),
                };
                if true {
                    #[cfg(all(feature = "nested"))]
                    {
                        returned = __with::any();
                        return returned;
                    }
                }
                #[cfg(any(all(feature = "checked"), all(feature = "strict")))]
                {
                    bailed = __with::any();
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
                                        let mut exit = __with::Lookup::exit::<
                                            __with::ToNever<__with::Infallible, _>,
                                        >(&mut mgr)
                                            .diverging(|| __with::diverge());
                                        let value = exit.enter_manager();
                                        __with::Certain::certain(
                                            __with::unseen(&value).seen_kind(),
                                        );
                                        __with::MaybeNever::diverge({
                                            'done1: {
                                                let returned;
                                                if false {
                                                    match () {
                                                        () => __with::never(),
                                                    };
                                                    returned = __with::any();
                                                    break 'return1 returned;
                                                }
                                                returned = 'return0: {
                                                    let value = value;
                                                    break 'return0 1;
                                                };
                                                let exc = exit.exc_info_if_strict(&returned).classify();
                                                break 'done1 match exit.call(exc, returned) {
                                                    __with::Continue(returned) => break 'return1 returned,
                                                    __with::Break(stop) => stop.or_unreachable().into_output(),
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
                                                        __with::diverge()
                                                    })()
                                                }
                                            }
                                        }
                                    };
                                    #[cfg(feature = "shown")]
                                    {
                                        match match __with::branch(guard.first()) {
                                            __with::Continue(value) => value,
                                            __with::Break(residual) => break 'raise0 residual,
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
                                let exc = exit.exc_info_if_strict(&returned).classify();
                                break 'done match exit.call(exc, returned) {
                                    __with::Continue(returned) => return returned,
                                    __with::Break(stop) => stop.or_unreachable().into_output(),
                                };
                            }
                        };
                        #[cfg(all(feature = "checked"))]
                        {
                            bailed = payload;
                            let exc = exit.exc_info_of_bail(&bailed).classify().here();
                            break 'done match exit.call(exc, bailed) {
                                __with::Continue(bailed) => return bailed,
                                __with::Break(stop) => stop.or_unreachable().into_output(),
                            };
                        }
                    };
                    #[cfg(all(feature = "shown"))]
                    {
                        let exc = exit.exc_info(&residual).classify().here();
                        break 'done match exit.call(exc, residual) {
                            __with::Continue(residual) => residual?,
                            __with::Break(stop) => stop.or_unreachable().into_output(),
                        };
                    }
                };
                #[cfg(all(feature = "strict"))]
                {
                    bailed = payload;
                    let exc = exit.exc_info_of_bail(&bailed).classify().here();
                    break 'done match exit.call(exc, bailed) {
                        __with::Continue(bailed) => return bailed,
                        __with::Break(stop) => stop.or_unreachable().into_output(),
                    };
                }
            };
            let exc = __with::NoException;
            exit.finish(exc, result)
        }
    }
}
