fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = pool.transaction();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
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
                let panicked = 'panic0: {
                    let residual = 'raise1: {
                        returned = 'return1: {
                            let value = value;
                            break 'end {
                                let mut return0 = __with::None;
                                let mut raise0 = __with::None;
                                let mut ended = __with::None;
                                if false {
                                    match () {
                                        () => !__with::never(),
                                    };
                                    if true {
                                        let payload = __with::held(&return0);
                                        break 'return1 payload;
                                    }
                                    __with::held(&ended)
                                } else {
                                    let caught = __with::catch(|| {
                                        ended = __with::Some('end1: {
                                            raise0 = __with::Some('raise0: {
                                                return0 = __with::Some('return0: {
                                                    let value = value;
                                                    break 'end1 {
                                                        let tx = value;
                                                        if tx.is_empty() {
                                                            break 'return0 Ok(0);
                                                        }
                                                        match __with::branch(tx.execute(statement)) {
                                                            __with::Continue(value) => value,
                                                            __with::Break(residual) => break 'raise0 residual,
                                                        }
                                                    };
                                                });
                                                return;
                                            });
                                            return;
                                        });
                                    });
                                    if let __with::Err(panicked) = caught {
                                        break 'panic0 panicked;
                                    }
                                    if let __with::Some(payload) = return0 {
                                        break 'return1 payload;
                                    }
                                    if let __with::Some(payload) = raise0 {
                                        break 'raise1 payload;
                                    }
                                    __with::stored(ended)
                                }
                            };
                        };
                        let exc = exit.exc_info_if_strict(&returned).classify_exc();
                        break 'done match exit.call_exit(exc, returned) {
                            __with::Continue(returned) => return returned,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, residual) {
                        __with::Continue(residual) => residual?,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&panicked).classify_exc();
                break 'done match exit.call_exit(exc, panicked) {
                    __with::Continue(panicked) => __with::resume(panicked),
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_plain_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
