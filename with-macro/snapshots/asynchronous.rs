fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = pool.transaction();
        let mut exit_ = __with::AsyncLookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_
            .try_enter_manager(
                __with::AsyncContextManager::aenter,
                |value_| __with::Try::carries_on(value_),
            )
            .await?;
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
                            match __with::Try::branch(tx.execute(statement).await) {
                                __with::Continue(value_) => value_,
                                __with::Break(residual_) => break 'raise0 residual_,
                            }
                        };
                    };
                    let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                    let mut lent_ = exit_.lend_payload(exc_, returned_);
                    let verdict_ = exit_
                        .exit_manager(
                            lent_.lent_exc_info(),
                            __with::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit_.apply_verdict(lent_, verdict_) {
                        __with::Continue(returned_) => return returned_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of(&residual_).classify_exc().raised_here();
                let mut lent_ = exit_.lend_payload(exc_, residual_);
                let verdict_ = exit_
                    .exit_manager(
                        lent_.lent_exc_info(),
                        __with::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit_.apply_verdict(lent_, verdict_) {
                    __with::Continue(residual_) => residual_?,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_plain_end(&result_).classify_exc();
            let mut lent_ = exit_.lend_payload(exc_, result_);
            let verdict_ = exit_
                .exit_manager(lent_.lent_exc_info(), __with::AsyncContextManager::aexit)
                .await;
            exit_.finish_statement(lent_, verdict_)
        }
    }
}
