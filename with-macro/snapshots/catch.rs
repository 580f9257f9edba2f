fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = pool.transaction();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let returned_;
            let result_;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    returned_ = __with::any();
                    return returned_;
                }
                result_ = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit_.joined_verdict(), result_);
            }
            result_ = 'end: {
                let panicked_ = 'panic0: {
                    let residual_ = 'raise1: {
                        returned_ = 'return1: {
                            let value_ = value_;
                            break 'end {
                                let mut return0_ = __with::None;
                                let mut raise0_ = __with::None;
                                let mut ended_ = __with::None;
                                if false {
                                    match () {
                                        () => !__with::never(),
                                    };
                                    if true {
                                        let payload_ = __with::held(&return0_);
                                        break 'return1 payload_;
                                    }
                                    __with::held(&ended_)
                                } else {
                                    let caught_ = __with::catch(|| {
                                        ended_ = __with::Some('end1: {
                                            raise0_ = __with::Some('raise0: {
                                                return0_ = __with::Some('return0: {
                                                    let value_ = value_;
                                                    break 'end1 {
                                                        let tx = value_;
                                                        if tx.is_empty() {
                                                            break 'return0 Ok(0);
                                                        }
                                                        match __with::Try::branch(tx.execute(statement)) {
                                                            __with::Continue(value_) => value_,
                                                            __with::Break(residual_) => break 'raise0 residual_,
                                                        }
                                                    };
                                                });
                                                return;
                                            });
                                            return;
                                        });
                                    });
                                    if let __with::Err(panicked_) = caught_ {
                                        break 'panic0 panicked_;
                                    }
                                    if let __with::Some(payload_) = return0_ {
                                        break 'return1 payload_;
                                    }
                                    if let __with::Some(payload_) = raise0_ {
                                        break 'raise1 payload_;
                                    }
                                    __with::stored(ended_)
                                }
                            };
                        };
                        let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                        break 'done match exit_.call_exit(exc_, returned_) {
                            __with::Continue(returned_) => return returned_,
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
                let exc_ = exit_.exc_info_of(&panicked_).classify_exc();
                break 'done match exit_.call_exit(exc_, panicked_) {
                    __with::Continue(panicked_) => __with::resume(panicked_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_plain_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
