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
                let returned_;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    returned_ = __with::any();
                    return returned_;
                }
                returned_ = 'return0: {
                    let residual_ = 'raise0: {
                        let guard = value_;
                        let first = get!(
                            (match __with::Try::branch(guard.first()) {
                            __with::Continue(value_) => value_, __with::Break(residual_)
                            => break 'raise0 residual_, })
                        );
                        break 'return0 first;
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
                let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                break 'done match exit_.call_exit(exc_, returned_) {
                    __with::Continue(returned_) => return returned_,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            }
        })
    }
}
