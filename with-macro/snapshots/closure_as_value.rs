fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let bailed_;
            let result_;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    bailed_ = __with::any();
                    return bailed_;
                }
                result_ = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit_.joined_verdict(), result_);
            }
            result_ = 'end: {
                bailed_ = 'bail0: {
                    let value_ = value_;
                    break 'end {
                        let guard = value_;
                        get!(guard);
                        if guard.is_empty() {
                            { break 'bail0 (|| { anyhow::bail!("empty") })() };
                        }
                        |number| number + guard.len()
                    };
                };
                let exc_ = exit_.exc_info_of_bail(&bailed_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, bailed_) {
                    __with::Continue(bailed_) => return bailed_,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_plain_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
