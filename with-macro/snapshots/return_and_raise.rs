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
                let residual_ = 'raise0: {
                    returned_ = 'return0: {
                        let value_ = value_;
                        break 'end {
                            let tx = value_;
                            if tx.is_empty() {
                                break 'return0 Ok(0);
                            }
                            match __with::Try::branch(tx.execute(statement)) {
                                __with::Continue(value_) => value_,
                                __with::Break(residual_) => break 'raise0 residual_,
                            }
                        };
                    };
                    let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                    break 'done match exit_.call_exit(exc_, returned_) {
                        __with::Continue(returned_) => return returned_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of(&residual_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, residual_) {
                    __with::Continue(residual_) => residual_?,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_plain_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
