fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = pool.get();
        let mut exit = __with::AsyncLookup::joined_exit::<
            __with::ToValue<()>,
            _,
        >(&mut mgr);
        let joined = exit.join_verdicts();
        let value = exit.enter_manager(__with::AsyncContextManager::aenter).await;
        'done: {
            let result = 'end: {
                let panicked = 'panic1: {
                    let failure = 'fail1: {
                        let value = value;
                        break 'end {
                            let mut fail0 = __with::None;
                            let caught = __with::catch_polls(
                                    ::core::pin::pin!(
                                        async { 'end2 : { fail0 = __with::Some('fail0 : { let value
                                        = value; break 'end2 { let connection = value; match { let
                                        mut mgr = connection.begin(); let mut exit =
                                        __with::AsyncLookup::exit:: < __with::ToOuter < () > > (&
                                        mut mgr); let value = exit
                                        .enter_manager(__with::AsyncContextManager::aenter). await;
                                        'done1 : { if false { match () { () => ! __with::never() };
                                        let () = joined.value_of_innermost(& exit); } let result =
                                        'end1 : { let panicked = 'panic0 : { let value = value;
                                        break 'end1 { let caught = __with::catch(|| { let tx =
                                        value; tx.execute(statement); }); if let
                                        __with::Err(panicked) = caught { break 'panic0 panicked; }
                                        }; }; let exc = exit.exc_info_of(& panicked).classify_exc();
                                        let mut lent = exit.lend_payload(exc, panicked); let verdict
                                        = exit.exit_manager(lent.lent_exc_info(),
                                        __with::AsyncContextManager::aexit). await; break 'done1
                                        match exit.apply_verdict(lent, verdict) {
                                        __with::Continue(panicked) => __with::resume(panicked),
                                        __with::Break(stop) => (! stop).into_output(), }; }; let exc
                                        = __with::NoException; let mut lent = exit.lend_payload(exc,
                                        result); let verdict = exit.exit_manager(lent
                                        .lent_exc_info(), __with::AsyncContextManager::aexit).
                                        await; exit.finish_statement(lent, verdict) } } {
                                        __with::Continue(result) => result, __with::Break(failure)
                                        => break 'fail0! failure, } }; }); return; } }
                                    ),
                                )
                                .await;
                            if let __with::Err(panicked) = caught {
                                break 'panic1 panicked;
                            }
                            if let __with::Some(payload) = fail0 {
                                break 'fail1 payload;
                            }
                        };
                    };
                    let exc = exit.exc_info_of(&failure).classify_exc().raised_here();
                    let mut lent = exit.lend_payload(exc, failure);
                    let verdict = exit
                        .exit_manager(
                            lent.lent_exc_info(),
                            __with::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit.apply_verdict(lent, verdict) {
                        __with::Continue(failure) => __with::FailAs::fail_as(failure),
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&panicked).classify_exc();
                let mut lent = exit.lend_payload(exc, panicked);
                let verdict = exit
                    .exit_manager(
                        lent.lent_exc_info(),
                        __with::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit.apply_verdict(lent, verdict) {
                    __with::Continue(panicked) => __with::resume(panicked),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            let mut lent = exit.lend_payload(exc, result);
            let verdict = exit
                .exit_manager(lent.lent_exc_info(), __with::AsyncContextManager::aexit)
                .await;
            exit.finish_statement(lent, verdict)
        }
    }
}
