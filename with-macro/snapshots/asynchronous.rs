fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = pool.transaction();
        let mut exit = __with::AsyncLookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit
            .try_enter_manager(
                __with::AsyncContextManager::aenter,
                |value| __with::Try::carries_on(value),
            )
            .await?;
        'done: {
            let returned;
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    returned = __with::any();
                    return returned;
                }
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
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
                            match __with::branch(tx.execute(statement).await) {
                                __with::Continue(value) => value,
                                __with::Break(residual) => break 'raise0 residual,
                            }
                        };
                    };
                    let exc = exit.exc_info_if_strict(&returned).classify_exc();
                    let mut lent = exit.lend_payload(exc, returned);
                    let verdict = exit
                        .exit_manager(
                            lent.lent_exc_info(),
                            __with::AsyncContextManager::aexit,
                        )
                        .await;
                    break 'done match exit.apply_verdict(lent, verdict) {
                        __with::Continue(returned) => return returned,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                let mut lent = exit.lend_payload(exc, residual);
                let verdict = exit
                    .exit_manager(
                        lent.lent_exc_info(),
                        __with::AsyncContextManager::aexit,
                    )
                    .await;
                break 'done match exit.apply_verdict(lent, verdict) {
                    __with::Continue(residual) => residual?,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_plain_end(&result).classify_exc();
            let mut lent = exit.lend_payload(exc, result);
            let verdict = exit
                .exit_manager(lent.lent_exc_info(), __with::AsyncContextManager::aexit)
                .await;
            exit.finish_statement(lent, verdict)
        }
    }
}
