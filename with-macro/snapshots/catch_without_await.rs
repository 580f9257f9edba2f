fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let result;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    result = ::with_runtime::__private::any();
                    break 'done {
                        use ::with_runtime::__private::MayHave;
                        MayHave::done(exit.joined_verdict(), result)
                    };
                }
                #[allow(
                    warnings,
                    unused,
                    clippy::all,
                    clippy::pedantic,
                    reason = "a copy of the block, which is checked itself"
                )]
                let _ = async {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    let _: ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro = loop {
                        let mut told = ::with_runtime::__private::like(&result);
                        told = {
                            let mut value = ::with_runtime::__private::like(&value);
                            let guard = value;
                            let later = async { guard.next().await };
                            let last = async move |number| guard.at(number).await;
                            const fn nothing() {}
                            spawn!(async move { guard.next(). await });
                            later
                        };
                        break ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                    };
                    {
                        use ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                        WriteThisJumpOutsideOfTheMacro
                    }
                };
            }
            result = 'end: {
                let panicked = 'panic0: {
                    let value = value;
                    break 'end {
                        let mut ended = ::with_runtime::__private::None;
                        if false {
                            match () {
                                () => ::with_runtime::__private::never(),
                            };
                            ::with_runtime::__private::held(&ended)
                        } else {
                            let caught = ::with_runtime::__private::catch(|| {
                                ended = ::with_runtime::__private::Some({
                                    let guard = value;
                                    let later = async { guard.next().await };
                                    let last = async move |number| guard.at(number).await;
                                    const fn nothing() {}
                                    spawn!(async move { guard.next(). await });
                                    later
                                });
                            });
                            if let ::with_runtime::__private::Err(panicked) = caught {
                                break 'panic0 panicked;
                            }
                            ::with_runtime::__private::stored(ended)
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
            let exc = exit.told_ended(&result).told_kind();
            exit.finish(exc, result)
        }
    }
}
