fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = cursor;
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let broken0_;
            if false {
                match () {
                    () => !__with::never(),
                };
                broken0_ = __with::any();
                break 'search broken0_;
            }
            let result_ = 'end: {
                broken0_ = 'break0: {
                    let value_ = value_;
                    break 'end {
                        let row = value_;
                        if row.matches() {
                            break 'break0 Some(row.id());
                        }
                    };
                };
                let exc_ = exit_.exc_info_if_strict(&broken0_).classify_exc();
                break 'done match exit_.call_exit(exc_, broken0_) {
                    __with::Continue(broken0_) => break 'search broken0_,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            exit_.finish_statement(exc_, result_)
        }
    }
}
