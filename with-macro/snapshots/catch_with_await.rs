fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = pool.transaction();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let result_ = 'end: {
                let panicked_ = 'panic0: {
                    let value_ = value_;
                    break 'end {
                        let caught_ = __with::catch_polls(
                                ::core::pin::pin!(
                                    async { let tx = value_; tx.execute(statement). await; }
                                ),
                            )
                            .await;
                        if let __with::Err(panicked_) = caught_ {
                            break 'panic0 panicked_;
                        }
                    };
                };
                let exc_ = exit_.exc_info_of(&panicked_).classify_exc();
                break 'done match exit_.call_exit(exc_, panicked_) {
                    __with::Continue(panicked_) => __with::resume(panicked_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            exit_.finish_statement(exc_, result_)
        }
    }
}
