fn expansion() {
    {
        let mut mgr = pool.transaction();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let result = 'end: {
                let panicked = 'panic0: {
                    let value = value;
                    break 'end {
                        let caught = ::with_runtime::__private::catch_polls(
                                ::core::pin::pin!(
                                    async { let tx = value; tx.execute(statement). await; }
                                ),
                            )
                            .await;
                        if let ::with_runtime::__private::Err(panicked) = caught {
                            break 'panic0 panicked;
                        }
                    };
                };
                let exc = exit.told_raised(&panicked).told_kind();
                break 'done match exit.call(exc, panicked) {
                    ::with_runtime::__private::Continue(panicked) => {
                        ::with_runtime::__private::resume(panicked)
                    }
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
