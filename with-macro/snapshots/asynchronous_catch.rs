fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = pool.get();
        let mut exit_ = __with::AsyncLookup::joined_exit::<
            __with::ToValue<()>,
            _,
        >(&mut mgr_);
        let joined_ = exit_.join_verdicts();
        let value_ = exit_.enter_manager(__with::AsyncContextManager::aenter).await;
        'done: {
            let result_ = 'end: {
                let panicked_ = 'panic1: {
                    let failure_ = 'fail1: {
                        let value_ = value_;
                        break 'end {
                            let mut fail0_ = __with::None;
                            let caught_ = __with::catch_polls(
                                    ::core::pin::pin!(
                                        async { 'end2 : { fail0_ = __with::Some('fail0 : { let
                                        value_ = value_; break 'end2 { let connection = value_;
                                        match { let mut mgr_ = connection.begin(); let mut exit_ =
                                        __with::AsyncLookup::exit:: < __with::ToOuter < () > > (&
                                        mut mgr_); let value_ = exit_
                                        .enter_manager(__with::AsyncContextManager::aenter). await;
                                        'done1 : { if false { match () { () => ! __with::never() };
                                        let () = joined_.value_of_innermost(& exit_); } let result_
                                        = 'end1 : { let panicked_ = 'panic0 : { let value_ = value_;
                                        break 'end1 { let caught_ = __with::catch(|| { let tx =
                                        value_; tx.execute(statement); }); if let
                                        __with::Err(panicked_) = caught_ { break 'panic0 panicked_;
                                        } }; }; let exc_ = exit_.exc_info_of(& panicked_)
                                        .classify_exc(); let mut lent_ = exit_.lend_payload(exc_,
                                        panicked_); let verdict_ = exit_.exit_manager(lent_
                                        .lent_exc_info(), __with::AsyncContextManager::aexit).
                                        await; break 'done1 match exit_.apply_verdict(lent_,
                                        verdict_) { __with::Continue(panicked_) =>
                                        __with::resume(panicked_), __with::Break(stop_) => (! stop_)
                                        .into_output(), }; }; let exc_ = __with::NoException; let
                                        mut lent_ = exit_.lend_payload(exc_, result_); let verdict_
                                        = exit_.exit_manager(lent_.lent_exc_info(),
                                        __with::AsyncContextManager::aexit). await; exit_
                                        .finish_statement(lent_, verdict_) } } {
                                        __with::Continue(result_) => result_,
                                        __with::Break(failure_) => break 'fail0! failure_, } }; });
                                        return; } }
                                    ),
                                )
                                .await;
                            if let __with::Err(panicked_) = caught_ {
                                break 'panic1 panicked_;
                            }
                            if let __with::Some(payload_) = fail0_ {
                                break 'fail1 payload_;
                            }
                        };
                    };
                    let exc_ = exit_.exc_info_of(&failure_).classify_exc().raised_here();
                    let mut lent_ = exit_.lend_payload(exc_, failure_);
                    let verdict_ = exit_
                        .exit_manager(
                            lent_.lent_exc_info(),
                            __with::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit_.apply_verdict(lent_, verdict_) {
                        __with::Continue(failure_) => __with::FailAs::fail_as(failure_),
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of(&panicked_).classify_exc();
                let mut lent_ = exit_.lend_payload(exc_, panicked_);
                let verdict_ = exit_
                    .exit_manager(
                        lent_.lent_exc_info(),
                        __with::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit_.apply_verdict(lent_, verdict_) {
                    __with::Continue(panicked_) => __with::resume(panicked_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            let mut lent_ = exit_.lend_payload(exc_, result_);
            let verdict_ = exit_
                .exit_manager(lent_.lent_exc_info(), __with::AsyncContextManager::aexit)
                .await;
            exit_.finish_statement(lent_, verdict_)
        }
    }
}
