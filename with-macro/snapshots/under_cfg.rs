fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            #[cfg(all(feature = "nested"))]
            let returned_;
            #[cfg(all(feature = "strict"))]
            let bailed_;
            let result_;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    #[cfg(all(feature = "nested"))]
                    {
                        returned_ = __with::any();
                        return returned_;
                    }
                }
                if true {
                    #[cfg(all(feature = "strict"))]
                    {
                        bailed_ = __with::any();
                        return bailed_;
                    }
                }
                result_ = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit_.joined_verdict(), result_);
            }
            result_ = 'end: {
                let payload_ = 'bail0: {
                    let residual_ = 'raise1: {
                        let residual_ = 'raise0: {
                            let payload_ = 'return1: {
                                let value_ = value_;
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
                                        let guard = value_;
                                        #[cfg(feature = "nested")]
                                        {
                                            {
                                                let mut mgr_ = open(guard);
                                                let mut exit_ = __with::Lookup::exit::<
                                                    __with::ToNever<__with::Unreached, _>,
                                                >(&mut mgr_)
                                                    .diverging_statement(|| __with::diverge());
                                                let value_ = exit_.enter_manager();
                                                __with::Certain::certain(
                                                    __with::unseen(&value_).seen_kind(),
                                                );
                                                __with::MaybeNever::diverge({
                                                    'done1: {
                                                        let returned_;
                                                        if false {
                                                            match () {
                                                                () => !__with::never(),
                                                            };
                                                            returned_ = __with::any();
                                                            break 'return1 returned_;
                                                        }
                                                        returned_ = 'return0: {
                                                            let value_ = value_;
                                                            break 'return0 1;
                                                        };
                                                        let exc_ = exit_
                                                            .exc_info_if_strict(&returned_)
                                                            .classify_exc();
                                                        break 'done1 match exit_.call_exit(exc_, returned_) {
                                                            __with::Continue(returned_) => break 'return1 returned_,
                                                            __with::Break(stop_) => (!stop_).into_output(),
                                                        };
                                                    }
                                                })
                                            }
                                        };
                                        #[cfg(feature = "checked")]
                                        {
                                            {
                                                match __with::Try::branch(
                                                    (|| {
                                                        ensure!(guard.is_open());
                                                        ::core::result::Result::Ok(())
                                                    })(),
                                                ) {
                                                    __with::Continue(value_) => value_,
                                                    __with::Break(residual_) => break 'raise0 residual_,
                                                };
                                            }
                                        };
                                        dbg!(
                                            (match __with::Try::branch(guard.first()) {
                                            __with::Continue(value_) => value_, __with::Break(residual_)
                                            => break 'raise1 residual_, })
                                        );
                                        #[cfg(feature = "strict")]
                                        { { break 'bail0 (|| { bail!("closed") })() } };
                                    }
                                };
                            };
                            #[cfg(all(feature = "nested"))]
                            {
                                returned_ = payload_;
                                let exc_ = exit_
                                    .exc_info_if_strict(&returned_)
                                    .classify_exc();
                                break 'done match exit_.call_exit(exc_, returned_) {
                                    __with::Continue(returned_) => return returned_,
                                    __with::Break(stop_) => (!stop_).into_output(),
                                };
                            }
                        };
                        #[cfg(all(feature = "checked"))]
                        {
                            let exc_ = exit_
                                .exc_info_of(&residual_)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit_.call_exit(exc_, residual_) {
                                __with::Continue(residual_) => residual_?,
                                __with::Break(stop_) => (!stop_).into_output(),
                            };
                        }
                    };
                    #[cfg(all(feature = "shown"))]
                    {
                        let exc_ = exit_
                            .exc_info_of(&residual_)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit_.call_exit(exc_, residual_) {
                            __with::Continue(residual_) => residual_?,
                            __with::Break(stop_) => (!stop_).into_output(),
                        };
                    }
                };
                #[cfg(all(feature = "strict"))]
                {
                    bailed_ = payload_;
                    let exc_ = exit_
                        .exc_info_of_bail(&bailed_)
                        .classify_exc()
                        .raised_here();
                    break 'done match exit_.call_exit(exc_, bailed_) {
                        __with::Continue(bailed_) => return bailed_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                }
            };
            let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
