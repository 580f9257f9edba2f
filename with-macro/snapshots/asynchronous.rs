fn expansion() {
    {
        let mut mgr = pool.transaction();
        let mut exit = {
            use ::with_runtime::__private::AsyncLookup;
            AsyncLookup::exit(&mut mgr)
        };
        let value = exit
            .try_enter_manager(
                ::with_runtime::__private::AsyncContextManager::aenter,
                |value| ::with_runtime::__private::entered(value).enter_succeeded(),
            )
            .await?;
        'done: {
            let returned;
            let result;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    returned = ::with_runtime::__private::any();
                    return returned;
                }
                result = ::with_runtime::__private::any();
                break 'done {
                    use ::with_runtime::__private::MayHave;
                    MayHave::done(exit.joined_verdict(), result)
                };
            }
            result = 'end: {
                let residual = 'raise0: {
                    returned = 'return0: {
                        let value = value;
                        break 'end {
                            let tx = value;
                            if tx.is_empty() {
                                break 'return0 Ok(0);
                            }
                            match ::with_runtime::__private::branch(
                                tx.execute(statement).await,
                            ) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => {
                                    break 'raise0 residual;
                                }
                            }
                        };
                    };
                    let exc = exit.told_left(&returned).told_kind();
                    let mut lent = exit.lend(exc, returned);
                    let verdict = exit
                        .exit_manager(
                            lent.exception(),
                            ::with_runtime::__private::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit.rule(lent, verdict) {
                        ::with_runtime::__private::Continue(returned) => return returned,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_raised(&residual).told_kind().told_here();
                let mut lent = exit.lend(exc, residual);
                let verdict = exit
                    .exit_manager(
                        lent.exception(),
                        ::with_runtime::__private::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit.rule(lent, verdict) {
                    ::with_runtime::__private::Continue(residual) => residual?,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = exit.told_ended(&result).told_kind();
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
