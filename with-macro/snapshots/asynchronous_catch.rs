fn expansion() {
    {
        let mut mgr = pool.get();
        let mut exit = {
            use ::with_runtime::__private::AsyncLookup;
            AsyncLookup::outer_exit(&mut mgr).unit()
        };
        let joined = exit.join_verdicts();
        let value = exit
            .enter_manager(::with_runtime::__private::AsyncContextManager::aenter)
            .await;
        'done: {
            let result = 'end: {
                let panicked = 'panic1: {
                    let failure = 'fail1: {
                        let value = value;
                        break 'end {
                            let mut fail0 = ::with_runtime::__private::None;
                            let caught = ::with_runtime::__private::catch_polls(
                                    ::core::pin::pin!(
                                        async { 'end2 : { fail0 =
                                        ::with_runtime::__private::Some('fail0 : { let value =
                                        value; break 'end2 { let connection = value; match { let mut
                                        mgr = connection.begin(); let mut exit = { use
                                        ::with_runtime::__private::AsyncLookup;
                                        AsyncLookup::own_exit(& mut mgr).raising_unit() }; let value
                                        = exit
                                        .enter_manager(::with_runtime::__private::AsyncContextManager::aenter)
                                        . await; 'done1 : { if false { match () { () =>
                                        ::with_runtime::__private::never() }; let () = joined.last(&
                                        exit); } let result = 'end1 : { let panicked = 'panic0 : {
                                        let value = value; break 'end1 { let caught =
                                        ::with_runtime::__private::catch(|| { let tx = value; tx
                                        .execute(statement); }); if let
                                        ::with_runtime::__private::Err(panicked) = caught { break
                                        'panic0 panicked; } }; }; let exc = exit.told_raised(&
                                        panicked).told_kind(); let mut lent = exit.lend(exc,
                                        panicked); let verdict = exit.exit_manager(lent.exception(),
                                        ::with_runtime::__private::AsyncContextManager::aexit).
                                        await; break 'done1 match exit.rule(lent, verdict) {
                                        ::with_runtime::__private::Continue(panicked) =>
                                        ::with_runtime::__private::resume(panicked),
                                        ::with_runtime::__private::Break(stop) => stop.reached()
                                        .settle(), }; }; let exc =
                                        ::with_runtime::__private::Nothing; let mut lent = exit
                                        .lend(exc, result); let verdict = exit.exit_manager(lent
                                        .exception(),
                                        ::with_runtime::__private::AsyncContextManager::aexit).
                                        await; exit.finish(lent, verdict) } } {
                                        ::with_runtime::__private::Continue(result) => result,
                                        ::with_runtime::__private::Break(failure) => break
                                        'fail0::with_runtime::__private::reached(failure), } }; });
                                        return; } }
                                    ),
                                )
                                .await;
                            if let ::with_runtime::__private::Err(panicked) = caught {
                                break 'panic1 panicked;
                            }
                            if let ::with_runtime::__private::Some(payload) = fail0 {
                                break 'fail1 payload;
                            }
                        };
                    };
                    let exc = exit.told_raised(&failure).told_kind().told_here();
                    let mut lent = exit.lend(exc, failure);
                    let verdict = exit
                        .exit_manager(
                            lent.exception(),
                            ::with_runtime::__private::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit.rule(lent, verdict) {
                        ::with_runtime::__private::Continue(failure) => {
                            use ::with_runtime::__private::FailAs;
                            FailAs::fail_as(failure)
                        }
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_raised(&panicked).told_kind();
                let mut lent = exit.lend(exc, panicked);
                let verdict = exit
                    .exit_manager(
                        lent.exception(),
                        ::with_runtime::__private::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit.rule(lent, verdict) {
                    ::with_runtime::__private::Continue(panicked) => {
                        ::with_runtime::__private::resume(panicked)
                    }
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            let mut lent = exit.lend(exc, result);
            let verdict = exit
                .exit_manager(
                    lent.exception(),
                    ::with_runtime::__private::AsyncContextManager::aexit,
                )
                .await;
            exit.finish(lent, verdict)
        }
    }
}
