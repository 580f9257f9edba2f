fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let bailed_;
            let returned_;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    bailed_ = __with::any();
                    return bailed_;
                }
                returned_ = __with::any();
                return returned_;
            }
            let result_ = 'end: {
                bailed_ = 'bail7: {
                    returned_ = 'return0: {
                        bailed_ = 'bail6: {
                            bailed_ = 'bail5: {
                                let residual_ = 'raise6: {
                                    let residual_ = 'raise5: {
                                        bailed_ = 'bail4: {
                                            let residual_ = 'raise4: {
                                                bailed_ = 'bail3: {
                                                    bailed_ = 'bail2: {
                                                        let residual_ = 'raise3: {
                                                            let residual_ = 'raise2: {
                                                                bailed_ = 'bail1: {
                                                                    let residual_ = 'raise1: {
                                                                        bailed_ = 'bail0: {
                                                                            let residual_ = 'raise0: {
                                                                                let value_ = value_;
                                                                                break 'end {
                                                                                    let guard = value_;
                                                                                    {
                                                                                        let condition_: bool = guard.is_open();
                                                                                        if !condition_ {
                                                                                            {
                                                                                                let argument2_ = match __with::Try::branch(guard.name()) {
                                                                                                    __with::Continue(value_) => value_,
                                                                                                    __with::Break(residual_) => break 'raise0 residual_,
                                                                                                };
                                                                                                break 'bail0 (|| {
                                                                                                    anyhow::ensure!(condition_, "closed: {}", argument2_);
                                                                                                    __with::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition_: bool = match __with::Try::branch(
                                                                                            guard.ready(),
                                                                                        ) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise1 residual_,
                                                                                        };
                                                                                        if !condition_ {
                                                                                            {
                                                                                                break 'bail1 (|| {
                                                                                                    ensure!(condition_);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match __with::Try::branch(
                                                                                            (|| {
                                                                                                ensure!(guard.len() == 3);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise2 residual_,
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let condition_: bool = match __with::Try::branch(
                                                                                            guard.len(),
                                                                                        ) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise3 residual_,
                                                                                        } < 4 && guard.is_open();
                                                                                        if !condition_ {
                                                                                            {
                                                                                                break 'bail2 (|| {
                                                                                                    ensure!(condition_);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition_: bool = guard.wait().await > 5;
                                                                                        if !condition_ {
                                                                                            {
                                                                                                let argument2_ = guard.wait().await;
                                                                                                break 'bail3 (|| {
                                                                                                    ensure!(condition_, "waited {}", argument2_);
                                                                                                    __with::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let condition_: bool = match __with::Try::branch(
                                                                                            guard.len(),
                                                                                        ) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise4 residual_,
                                                                                        } == 6;
                                                                                        if !condition_ {
                                                                                            {
                                                                                                break 'bail4 (|| {
                                                                                                    ensure!(condition_);
                                                                                                    __with::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match __with::Try::branch(
                                                                                            (|| {
                                                                                                ensure_eq!(guard.len(), 4);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise5 residual_,
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let argument1_ = match __with::Try::branch(guard.name()) {
                                                                                            __with::Continue(value_) => value_,
                                                                                            __with::Break(residual_) => break 'raise6 residual_,
                                                                                        };
                                                                                        break 'bail5 (|| { whatever!("no {}", argument1_) })();
                                                                                    };
                                                                                    let text = match guard.text() {
                                                                                        ::core::result::Result::Ok(value_) => value_,
                                                                                        ::core::result::Result::Err(error_) => {
                                                                                            break 'bail6 (|| {
                                                                                                whatever!(
                                                                                                    ::core::result::Result::Err:: < ::core::convert::Infallible,
                                                                                                    _ > (error_), "no text"
                                                                                                );
                                                                                                __with::diverge()
                                                                                            })();
                                                                                        }
                                                                                    };
                                                                                    let next = match guard.poll(context) {
                                                                                        poll_ => {
                                                                                            if __with::ready(&poll_).is_pending() {
                                                                                                break 'return0 (|| match ready!(poll_) {
                                                                                                    _ => __with::diverge(),
                                                                                                })();
                                                                                            }
                                                                                            ready!(poll_)
                                                                                        }
                                                                                    };
                                                                                    if guard.is_empty() {
                                                                                        { break 'bail7 (|| { bail!("empty {}", guard.name()) })() };
                                                                                    }
                                                                                };
                                                                            };
                                                                            let exc_ = exit_
                                                                                .exc_info_of(&residual_)
                                                                                .classify_exc()
                                                                                .raised_here();
                                                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                                                __with::Continue(residual_) => residual_?,
                                                                                __with::Break(stop_) => (!stop_).into_output(),
                                                                            };
                                                                        };
                                                                        let exc_ = exit_
                                                                            .exc_info_of_bail(&bailed_)
                                                                            .classify_exc()
                                                                            .raised_here();
                                                                        break 'done match exit_.call_exit(exc_, bailed_) {
                                                                            __with::Continue(bailed_) => return bailed_,
                                                                            __with::Break(stop_) => (!stop_).into_output(),
                                                                        };
                                                                    };
                                                                    let exc_ = exit_
                                                                        .exc_info_of(&residual_)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done match exit_.call_exit(exc_, residual_) {
                                                                        __with::Continue(residual_) => residual_?,
                                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                                    };
                                                                };
                                                                let exc_ = exit_
                                                                    .exc_info_of_bail(&bailed_)
                                                                    .classify_exc()
                                                                    .raised_here();
                                                                break 'done match exit_.call_exit(exc_, bailed_) {
                                                                    __with::Continue(bailed_) => return bailed_,
                                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                                };
                                                            };
                                                            let exc_ = exit_
                                                                .exc_info_of(&residual_)
                                                                .classify_exc()
                                                                .raised_here();
                                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                                __with::Continue(residual_) => residual_?,
                                                                __with::Break(stop_) => (!stop_).into_output(),
                                                            };
                                                        };
                                                        let exc_ = exit_
                                                            .exc_info_of(&residual_)
                                                            .classify_exc()
                                                            .raised_here();
                                                        break 'done match exit_.call_exit(exc_, residual_) {
                                                            __with::Continue(residual_) => residual_?,
                                                            __with::Break(stop_) => (!stop_).into_output(),
                                                        };
                                                    };
                                                    let exc_ = exit_
                                                        .exc_info_of_bail(&bailed_)
                                                        .classify_exc()
                                                        .raised_here();
                                                    break 'done match exit_.call_exit(exc_, bailed_) {
                                                        __with::Continue(bailed_) => return bailed_,
                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                    };
                                                };
                                                let exc_ = exit_
                                                    .exc_info_of_bail(&bailed_)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done match exit_.call_exit(exc_, bailed_) {
                                                    __with::Continue(bailed_) => return bailed_,
                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                };
                                            };
                                            let exc_ = exit_
                                                .exc_info_of(&residual_)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                __with::Continue(residual_) => residual_?,
                                                __with::Break(stop_) => (!stop_).into_output(),
                                            };
                                        };
                                        let exc_ = exit_
                                            .exc_info_of_bail(&bailed_)
                                            .classify_exc()
                                            .raised_here();
                                        break 'done match exit_.call_exit(exc_, bailed_) {
                                            __with::Continue(bailed_) => return bailed_,
                                            __with::Break(stop_) => (!stop_).into_output(),
                                        };
                                    };
                                    let exc_ = exit_
                                        .exc_info_of(&residual_)
                                        .classify_exc()
                                        .raised_here();
                                    break 'done match exit_.call_exit(exc_, residual_) {
                                        __with::Continue(residual_) => residual_?,
                                        __with::Break(stop_) => (!stop_).into_output(),
                                    };
                                };
                                let exc_ = exit_
                                    .exc_info_of(&residual_)
                                    .classify_exc()
                                    .raised_here();
                                break 'done match exit_.call_exit(exc_, residual_) {
                                    __with::Continue(residual_) => residual_?,
                                    __with::Break(stop_) => (!stop_).into_output(),
                                };
                            };
                            let exc_ = exit_
                                .exc_info_of_bail(&bailed_)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit_.call_exit(exc_, bailed_) {
                                __with::Continue(bailed_) => return bailed_,
                                __with::Break(stop_) => (!stop_).into_output(),
                            };
                        };
                        let exc_ = exit_
                            .exc_info_of_bail(&bailed_)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit_.call_exit(exc_, bailed_) {
                            __with::Continue(bailed_) => return bailed_,
                            __with::Break(stop_) => (!stop_).into_output(),
                        };
                    };
                    let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                    break 'done match exit_.call_exit(exc_, returned_) {
                        __with::Continue(returned_) => return returned_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of_bail(&bailed_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, bailed_) {
                    __with::Continue(bailed_) => return bailed_,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            exit_.finish_statement(exc_, result_)
        }
    }
}
