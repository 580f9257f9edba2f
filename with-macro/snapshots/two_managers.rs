fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::joined_exit::<__with::ToValue<()>, _>(&mut mgr_);
        let joined_ = exit_.join_verdicts();
        let value_ = exit_.enter_manager();
        'done: {
            let result_ = 'end: {
                let failure_ = 'fail0: {
                    let residual_ = 'raise2: {
                        let residual_ = 'raise0: {
                            let value_ = value_;
                            break 'end {
                                let guard = value_;
                                match {
                                    let mut mgr_ = open(guard.path());
                                    let mut exit_ = __with::Lookup::exit::<
                                        __with::ToOuter<()>,
                                    >(&mut mgr_);
                                    let value_ = match __with::Try::branch(
                                        exit_
                                            .try_enter_manager(|value_| __with::Try::carries_on(value_)),
                                    ) {
                                        __with::Continue(value_) => value_,
                                        __with::Break(residual_) => break 'raise0 residual_,
                                    };
                                    'done1: {
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            let () = joined_.value_of_innermost(&exit_);
                                        }
                                        let result_ = 'end1: {
                                            let residual_ = 'raise1: {
                                                let value_ = value_;
                                                break 'end1 {
                                                    let file = value_;
                                                    match __with::Try::branch(file.sync()) {
                                                        __with::Continue(value_) => value_,
                                                        __with::Break(residual_) => break 'raise1 residual_,
                                                    };
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
                                        let exc_ = __with::NoException;
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
                let exc_ = exit_.exc_info_of(&failure_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, failure_) {
                    __with::Continue(failure_) => __with::FailAs::fail_as(failure_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            exit_.finish_statement(exc_, result_)
        }
    }
}
