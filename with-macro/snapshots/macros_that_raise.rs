fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let bailed;
            let returned;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    bailed = __with::any();
                    return bailed;
                }
                returned = __with::any();
                return returned;
            }
            let result = 'end: {
                bailed = 'bail7: {
                    returned = 'return0: {
                        bailed = 'bail6: {
                            bailed = 'bail5: {
                                let residual = 'raise6: {
                                    let residual = 'raise5: {
                                        bailed = 'bail4: {
                                            let residual = 'raise4: {
                                                bailed = 'bail3: {
                                                    bailed = 'bail2: {
                                                        let residual = 'raise3: {
                                                            let residual = 'raise2: {
                                                                bailed = 'bail1: {
                                                                    let residual = 'raise1: {
                                                                        bailed = 'bail0: {
                                                                            let residual = 'raise0: {
                                                                                let value = value;
                                                                                break 'end {
                                                                                    let guard = value;
                                                                                    {
                                                                                        let condition: bool = guard.is_open();
                                                                                        if !condition {
                                                                                            {
                                                                                                let argument2 = match __with::branch(guard.name()) {
                                                                                                    __with::Continue(value) => value,
                                                                                                    __with::Break(residual) => break 'raise0 residual,
                                                                                                };
                                                                                                break 'bail0 (|| {
                                                                                                    anyhow::ensure!(condition, "closed: {}", argument2);
                                                                                                    __with::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition: bool = match __with::branch(guard.ready()) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise1 residual,
                                                                                        };
                                                                                        if !condition {
                                                                                            {
                                                                                                break 'bail1 (|| {
                                                                                                    ensure!(condition);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match __with::branch(
                                                                                            (|| {
                                                                                                ensure!(guard.len() == 3);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise2 residual,
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let condition: bool = match __with::branch(guard.len()) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise3 residual,
                                                                                        } < 4 && guard.is_open();
                                                                                        if !condition {
                                                                                            {
                                                                                                break 'bail2 (|| {
                                                                                                    ensure!(condition);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition: bool = guard.wait().await > 5;
                                                                                        if !condition {
                                                                                            {
                                                                                                let argument2 = guard.wait().await;
                                                                                                break 'bail3 (|| {
                                                                                                    ensure!(condition, "waited {}", argument2);
                                                                                                    __with::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition: bool = match __with::branch(guard.len()) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise4 residual,
                                                                                        } == 6;
                                                                                        if !condition {
                                                                                            {
                                                                                                break 'bail4 (|| {
                                                                                                    ensure!(condition);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match __with::branch(
                                                                                            (|| {
                                                                                                ensure_eq!(guard.len(), 4);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise5 residual,
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let argument1 = match __with::branch(guard.name()) {
                                                                                            __with::Continue(value) => value,
                                                                                            __with::Break(residual) => break 'raise6 residual,
                                                                                        };
                                                                                        break 'bail5 (|| { whatever!("no {}", argument1) })();
                                                                                    };
                                                                                    let text = match guard.text() {
                                                                                        ::core::result::Result::Ok(value) => value,
                                                                                        ::core::result::Result::Err(error) => {
                                                                                            break 'bail6 (|| {
                                                                                                whatever!(
                                                                                                    ::core::result::Result::Err:: < ::core::convert::Infallible,
                                                                                                    _ > (error), "no text"
                                                                                                );
                                                                                                __with::diverge()
                                                                                            })();
                                                                                        }
                                                                                    };
                                                                                    let next = match guard.poll(context) {
                                                                                        poll => {
                                                                                            if __with::ready(&poll).is_pending() {
                                                                                                break 'return0 (|| match ready!(poll) {
                                                                                                    _ => __with::diverge(),
                                                                                                })();
                                                                                            }
                                                                                            ready!(poll)
                                                                                        }
                                                                                    };
                                                                                    if guard.is_empty() {
                                                                                        { break 'bail7 (|| { bail!("empty {}", guard.name()) })() };
                                                                                    }
                                                                                };
                                                                            };
                                                                            let exc = exit
                                                                                .exc_info_of(&residual)
                                                                                .classify_exc()
                                                                                .raised_here();
                                                                            break 'done match exit.call_exit(exc, residual) {
                                                                                __with::Continue(residual) => residual?,
                                                                                __with::Break(stop) => (!stop).into_output(),
                                                                            };
                                                                        };
                                                                        let exc = exit
                                                                            .exc_info_of_bail(&bailed)
                                                                            .classify_exc()
                                                                            .raised_here();
                                                                        break 'done match exit.call_exit(exc, bailed) {
                                                                            __with::Continue(bailed) => return bailed,
                                                                            __with::Break(stop) => (!stop).into_output(),
                                                                        };
                                                                    };
                                                                    let exc = exit
                                                                        .exc_info_of(&residual)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done match exit.call_exit(exc, residual) {
                                                                        __with::Continue(residual) => residual?,
                                                                        __with::Break(stop) => (!stop).into_output(),
                                                                    };
                                                                };
                                                                let exc = exit
                                                                    .exc_info_of_bail(&bailed)
                                                                    .classify_exc()
                                                                    .raised_here();
                                                                break 'done match exit.call_exit(exc, bailed) {
                                                                    __with::Continue(bailed) => return bailed,
                                                                    __with::Break(stop) => (!stop).into_output(),
                                                                };
                                                            };
                                                            let exc = exit
                                                                .exc_info_of(&residual)
                                                                .classify_exc()
                                                                .raised_here();
                                                            break 'done match exit.call_exit(exc, residual) {
                                                                __with::Continue(residual) => residual?,
                                                                __with::Break(stop) => (!stop).into_output(),
                                                            };
                                                        };
                                                        let exc = exit
                                                            .exc_info_of(&residual)
                                                            .classify_exc()
                                                            .raised_here();
                                                        break 'done match exit.call_exit(exc, residual) {
                                                            __with::Continue(residual) => residual?,
                                                            __with::Break(stop) => (!stop).into_output(),
                                                        };
                                                    };
                                                    let exc = exit
                                                        .exc_info_of_bail(&bailed)
                                                        .classify_exc()
                                                        .raised_here();
                                                    break 'done match exit.call_exit(exc, bailed) {
                                                        __with::Continue(bailed) => return bailed,
                                                        __with::Break(stop) => (!stop).into_output(),
                                                    };
                                                };
                                                let exc = exit
                                                    .exc_info_of_bail(&bailed)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done match exit.call_exit(exc, bailed) {
                                                    __with::Continue(bailed) => return bailed,
                                                    __with::Break(stop) => (!stop).into_output(),
                                                };
                                            };
                                            let exc = exit
                                                .exc_info_of(&residual)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done match exit.call_exit(exc, residual) {
                                                __with::Continue(residual) => residual?,
                                                __with::Break(stop) => (!stop).into_output(),
                                            };
                                        };
                                        let exc = exit
                                            .exc_info_of_bail(&bailed)
                                            .classify_exc()
                                            .raised_here();
                                        break 'done match exit.call_exit(exc, bailed) {
                                            __with::Continue(bailed) => return bailed,
                                            __with::Break(stop) => (!stop).into_output(),
                                        };
                                    };
                                    let exc = exit
                                        .exc_info_of(&residual)
                                        .classify_exc()
                                        .raised_here();
                                    break 'done match exit.call_exit(exc, residual) {
                                        __with::Continue(residual) => residual?,
                                        __with::Break(stop) => (!stop).into_output(),
                                    };
                                };
                                let exc = exit
                                    .exc_info_of(&residual)
                                    .classify_exc()
                                    .raised_here();
                                break 'done match exit.call_exit(exc, residual) {
                                    __with::Continue(residual) => residual?,
                                    __with::Break(stop) => (!stop).into_output(),
                                };
                            };
                            let exc = exit
                                .exc_info_of_bail(&bailed)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit.call_exit(exc, bailed) {
                                __with::Continue(bailed) => return bailed,
                                __with::Break(stop) => (!stop).into_output(),
                            };
                        };
                        let exc = exit
                            .exc_info_of_bail(&bailed)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, bailed) {
                            __with::Continue(bailed) => return bailed,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = exit.exc_info_if_strict(&returned).classify_exc();
                    break 'done match exit.call_exit(exc, returned) {
                        __with::Continue(returned) => return returned,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of_bail(&bailed).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, bailed) {
                    __with::Continue(bailed) => return bailed,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            exit.finish_statement(exc, result)
        }
    }
}
