fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
            }
            result = 'end: {
                let panicked = 'panic0: {
                    let value = value;
                    break 'end {
                        let mut ended = __with::None;
                        if false {
                            match () {
                                () => !__with::never(),
                            };
                            __with::held(&ended)
                        } else {
                            let caught = __with::catch(|| {
                                ended = __with::Some({
                                    let guard = value;
                                    let later = async { guard.next().await };
                                    let last = async move |number| guard.at(number).await;
                                    const fn nothing() {}
                                    spawn!(async move { guard.next(). await });
                                    later
                                });
                            });
                            if let __with::Err(panicked) = caught {
                                break 'panic0 panicked;
                            }
                            __with::stored(ended)
                        }
                    };
                };
                let exc = exit.exc_info_of(&panicked).classify_exc();
                break 'done match exit.call_exit(exc, panicked) {
                    __with::Continue(panicked) => __with::resume(panicked),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
