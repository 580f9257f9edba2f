fn expansion() {
    {
        let mut mgr = pool.transaction();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit(&mut mgr)
        };
        let value = exit.enter_manager();
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
                let panicked = 'panic0: {
                    let residual = 'raise1: {
                        returned = 'return1: {
                            let value = value;
                            break 'end {
                                let mut return0 = ::with_runtime::__private::None;
                                let mut raise0 = ::with_runtime::__private::None;
                                let mut ended = ::with_runtime::__private::None;
                                if false {
                                    match () {
                                        () => ::with_runtime::__private::never(),
                                    };
                                    if true {
                                        let payload = ::with_runtime::__private::held(&return0);
                                        break 'return1 payload;
                                    }
                                    ::with_runtime::__private::held(&ended)
                                } else {
                                    let caught = ::with_runtime::__private::catch(|| {
                                        ended = ::with_runtime::__private::Some('end1: {
                                            raise0 = ::with_runtime::__private::Some('raise0: {
                                                return0 = ::with_runtime::__private::Some('return0: {
                                                    let value = value;
                                                    break 'end1 {
                                                        let tx = value;
                                                        if tx.is_empty() {
                                                            break 'return0 Ok(0);
                                                        }
                                                        match ::with_runtime::__private::branch(
                                                            tx.execute(statement),
                                                        ) {
                                                            ::with_runtime::__private::Continue(value) => value,
                                                            ::with_runtime::__private::Break(residual) => {
                                                                break 'raise0 residual;
                                                            }
                                                        }
                                                    };
                                                });
                                                return;
                                            });
                                            return;
                                        });
                                    });
                                    if let ::with_runtime::__private::Err(panicked) = caught {
                                        break 'panic0 panicked;
                                    }
                                    if let ::with_runtime::__private::Some(payload) = return0 {
                                        break 'return1 payload;
                                    }
                                    if let ::with_runtime::__private::Some(payload) = raise0 {
                                        break 'raise1 payload;
                                    }
                                    ::with_runtime::__private::stored(ended)
                                }
                            };
                        };
                        let exc = exit.told_left(&returned).told_kind();
                        break 'done match exit.call(exc, returned) {
                            ::with_runtime::__private::Continue(returned) => {
                                return returned;
                            }
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = exit.told_raised(&residual).told_kind().told_here();
                    break 'done match exit.call(exc, residual) {
                        ::with_runtime::__private::Continue(residual) => residual?,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
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
