fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = pool.transaction();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let result = 'end: {
                let panicked = 'panic0: {
                    let value = value;
                    break 'end {
                        let caught = __with::catch_polls(
                                ::core::pin::pin!(
                                    async { let tx = value; tx.execute(statement). await; }
                                ),
                            )
                            .await;
                        if let __with::Err(panicked) = caught {
                            break 'panic0 panicked;
                        }
                    };
                };
                let exc = exit.exc_info_of(&panicked).classify_exc();
                break 'done match exit.call_exit(exc, panicked) {
                    __with::Continue(panicked) => __with::resume(panicked),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            exit.finish_statement(exc, result)
        }
    }
}
