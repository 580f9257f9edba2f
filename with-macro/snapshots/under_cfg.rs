fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            #[cfg(all(feature = "nested"))]
            let returned;
            #[cfg(all(feature = "strict"))]
            let bailed;
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    #[cfg(all(feature = "nested"))]
                    {
                        returned = __with::any();
                        return returned;
                    }
                }
                if true {
                    #[cfg(all(feature = "strict"))]
                    {
                        bailed = __with::any();
                        return bailed;
                    }
                }
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
            }
            result = 'end: {
                let payload = 'bail0: {
                    let residual = 'raise1: {
                        let residual = 'raise0: {
                            let payload = 'return1: {
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
                                        #[cfg(feature = "nested")]
                                        {
                                            {
                                                let mut mgr = open(guard);
                                                let mut exit = __with::Lookup::exit::<
                                                    __with::ToNever<__with::Unreached, _>,
                                                >(&mut mgr)
                                                    .diverging_statement(|| __with::diverge());
                                                let value = exit.enter_manager();
                                                __with::Certain::certain(
                                                    __with::unseen(&value).seen_kind(),
                                                );
                                                __with::MaybeNever::diverge({
                                                    'done1: {
                                                        let returned;
                                                        if false {
                                                            match () {
                                                                () => !__with::never(),
                                                            };
                                                            returned = __with::any();
                                                            break 'return1 returned;
                                                        }
                                                        returned = 'return0: {
                                                            let value = value;
                                                            break 'return0 1;
                                                        };
                                                        let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                                        break 'done1 match exit.call_exit(exc, returned) {
                                                            __with::Continue(returned) => break 'return1 returned,
                                                            __with::Break(stop) => (!stop).into_output(),
                                                        };
                                                    }
                                                })
                                            }
                                        };
                                        #[cfg(feature = "checked")]
                                        {
                                            {
                                                match __with::branch(
                                                    (|| {
                                                        ensure!(guard.is_open());
                                                        ::core::result::Result::Ok(())
                                                    })(),
                                                ) {
                                                    __with::Continue(value) => value,
                                                    __with::Break(residual) => break 'raise0 residual,
                                                };
                                            }
                                        };
                                        dbg!(
                                            (match __with::branch(guard.first()) {
                                            __with::Continue(value) => value, __with::Break(residual) =>
                                            break 'raise1 residual, })
                                        );
                                        #[cfg(feature = "strict")]
                                        { { break 'bail0 (|| { bail!("closed") })() } };
                                    }
                                };
                            };
                            #[cfg(all(feature = "nested"))]
                            {
                                returned = payload;
                                let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                break 'done match exit.call_exit(exc, returned) {
                                    __with::Continue(returned) => return returned,
                                    __with::Break(stop) => (!stop).into_output(),
                                };
                            }
                        };
                        #[cfg(all(feature = "checked"))]
                        {
                            let exc = exit
                                .exc_info_of(&residual)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit.call_exit(exc, residual) {
                                __with::Continue(residual) => residual?,
                                __with::Break(stop) => (!stop).into_output(),
                            };
                        }
                    };
                    #[cfg(all(feature = "shown"))]
                    {
                        let exc = exit
                            .exc_info_of(&residual)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, residual) {
                            __with::Continue(residual) => residual?,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    }
                };
                #[cfg(all(feature = "strict"))]
                {
                    bailed = payload;
                    let exc = exit
                        .exc_info_of_bail(&bailed)
                        .classify_exc()
                        .raised_here();
                    break 'done match exit.call_exit(exc, bailed) {
                        __with::Continue(bailed) => return bailed,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                }
            };
            let exc = exit.exc_info_at_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
