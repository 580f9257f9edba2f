fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr_)
            .diverging_statement(|| __with::diverge());
        let value_ = exit_.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let broken0_;
                let broken1_;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    if true {
                        broken0_ = __with::any();
                        break 'raise broken0_;
                    }
                    broken1_ = __with::any();
                    break 'sunrise7 broken1_;
                }
                let broken2_ = 'break2: {
                    broken1_ = 'break1: {
                        broken0_ = 'break0: {
                            let residual_ = 'raise0: {
                                let guard = value_;
                                if guard.is_first() {
                                    break 'raise0 Err(1);
                                }
                                if guard.is_last() {
                                    break 'break0 Err(2);
                                }
                                if guard.is_high() {
                                    break 'break1 Err(3);
                                }
                                break 'break2;
                            };
                            let exc_ = exit_
                                .exc_info_of(&residual_)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit_.call_exit(exc_, residual_) {
                                __with::Continue(residual_) => break 'raise0 residual_,
                                __with::Break(stop_) => (!stop_).into_output(),
                            };
                        };
                        let exc_ = exit_.exc_info_if_strict(&broken0_).classify_exc();
                        break 'done match exit_.call_exit(exc_, broken0_) {
                            __with::Continue(broken0_) => break 'raise broken0_,
                            __with::Break(stop_) => (!stop_).into_output(),
                        };
                    };
                    let exc_ = exit_.exc_info_if_strict(&broken1_).classify_exc();
                    break 'done match exit_.call_exit(exc_, broken1_) {
                        __with::Continue(broken1_) => break 'sunrise7 broken1_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = __with::NoException;
                break 'done match exit_.call_exit(exc_, broken2_) {
                    __with::Continue(broken2_) => break 'raise12,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            }
        })
    }
}
