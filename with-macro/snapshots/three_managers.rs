fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::joined_exit::<__with::ToValue<_>, _>(&mut mgr_);
        let joined_ = exit_.join_verdicts();
        let value_ = exit_.enter_manager();
        'done: {
            let result_;
            if false {
                match () {
                    () => !__with::never(),
                };
                result_ = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit_.joined_verdict(), result_);
            }
            result_ = 'end: {
                let failure_ = 'fail2: {
                    let failure_ = 'fail1: {
                        let residual_ = 'raise2: {
                            let mut value_ = value_;
                            break 'end {
                                let (ref mut a, b) = value_;
                                match {
                                    let mut mgr_ = lock();
                                    let mut exit_ = __with::Lookup::exit::<
                                        __with::ToOuter<_>,
                                    >(&mut mgr_);
                                    let joined_ = joined_.join_verdict_of(&exit_);
                                    let value_ = exit_.enter_manager();
                                    'done1: {
                                        let result_ = 'end1: {
                                            let failure_ = 'fail0: {
                                                let residual_ = 'raise1: {
                                                    let value_ = value_;
                                                    break 'end1 {
                                                        let (ref c, mut d) = value_;
                                                        match {
                                                            let mut mgr_ = open(a);
                                                            let mut exit_ = __with::Lookup::exit::<
                                                                __with::ToOuter<_>,
                                                            >(&mut mgr_);
                                                            let value_ = exit_.enter_manager();
                                                            __with::Certain::certain(
                                                                __with::unseen(&value_).seen_kind(),
                                                            );
                                                            'done2: {
                                                                let result_;
                                                                if false {
                                                                    match () {
                                                                        () => !__with::never(),
                                                                    };
                                                                    result_ = joined_.value_of_innermost(&exit_);
                                                                }
                                                                result_ = 'end2: {
                                                                    let residual_ = 'raise0: {
                                                                        let value_ = value_;
                                                                        break 'end2 {
                                                                            let found = match __with::Try::branch(find(b, c, d)) {
                                                                                __with::Continue(value_) => value_,
                                                                                __with::Break(residual_) => break 'raise0 residual_,
                                                                            };
                                                                            found
                                                                        };
                                                                    };
                                                                    let exc_ = exit_
                                                                        .exc_info_of(&residual_)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done2 match exit_.call_exit(exc_, residual_) {
                                                                        __with::Continue(residual_) => break 'raise1 residual_,
                                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                                    };
                                                                };
                                                                let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
                                                                exit_.finish_statement(exc_, result_)
                                                            }
                                                        } {
                                                            __with::Continue(result_) => result_,
                                                            __with::Break(failure_) => break 'fail0 !failure_,
                                                        }
                                                    };
                                                };
                                                let exc_ = exit_
                                                    .exc_info_of(&residual_)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done1 match exit_.call_exit(exc_, residual_) {
                                                    __with::Continue(residual_) => break 'raise2 residual_,
                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                };
                                            };
                                            let exc_ = exit_
                                                .exc_info_of(&failure_)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done1 match exit_.call_exit(exc_, failure_) {
                                                __with::Continue(failure_) => break 'fail1 failure_,
                                                __with::Break(stop_) => (!stop_).into_output(),
                                            };
                                        };
                                        let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
                                        exit_.finish_statement(exc_, result_)
                                    }
                                } {
                                    __with::Continue(result_) => result_,
                                    __with::Break(failure_) => break 'fail2 !failure_,
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
                    let exc_ = exit_.exc_info_of(&failure_).classify_exc().raised_here();
                    break 'done match exit_.call_exit(exc_, failure_) {
                        __with::Continue(failure_) => __with::FailAs::fail_as(failure_),
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of(&failure_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, failure_) {
                    __with::Continue(failure_) => __with::FailAs::fail_as(failure_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
