fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr)
            .diverging_statement(|| __with::diverge());
        let value = exit.enter_manager();
        __with::MaybeNever::diverge({
            #[cfg(all(feature = "fast"))]
            let returned;
            if false {
                match () {
                    () => !__with::never(),
                };
                #[cfg(all(feature = "fast"))]
                {
                    returned = __with::any();
                    return returned;
                }
            }
            let output = match 'done: {
                let continued = 'continue1: {
                    let residual = 'raise4: {
                        let residual = 'raise3: {
                            let broken0 = 'break0: {
                                let residual = 'raise2: {
                                    let continued = 'continue0: {
                                        let residual = 'raise1: {
                                            let residual = 'raise0: {
                                                let payload = 'return0: {
                                                    let mut value = value;
                                                    let ref mut guard = value;
                                                    #[cfg(feature = "fast")] break 'return0 1;
                                                    'inner: while match __with::branch(guard.next()) {
                                                        __with::Continue(value) => value,
                                                        __with::Break(residual) => break 'raise0 residual,
                                                    } {
                                                        if guard.is_last() {
                                                            break 'inner;
                                                        }
                                                        for item in match __with::branch(guard.items()) {
                                                            __with::Continue(value) => value,
                                                            __with::Break(residual) => break 'raise1 residual,
                                                        } {
                                                            match item {
                                                                0 => continue,
                                                                1 => break,
                                                                2 => continue 'inner,
                                                                3 => break 'continue0,
                                                                #[cfg(feature = "checked")]
                                                                item if match __with::branch(item.check()) {
                                                                    __with::Continue(value) => value,
                                                                    __with::Break(residual) => break 'raise2 residual,
                                                                } => break 'break0,
                                                                _ => {}
                                                            }
                                                        }
                                                    }
                                                    let found = loop {
                                                        break match __with::branch(guard.find()) {
                                                            __with::Continue(value) => value,
                                                            __with::Break(residual) => break 'raise3 residual,
                                                        };
                                                    };
                                                    let later = || guard.find()?;
                                                    let soon = async { guard.find()? };
                                                    [match __with::branch(found) {
                                                        __with::Continue(value) => value,
                                                        __with::Break(residual) => break 'raise4 residual,
                                                    }; 3];
                                                    break 'continue1;
                                                };
                                                #[cfg(all(feature = "fast"))]
                                                {
                                                    returned = payload;
                                                    let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                                    break 'done match exit.call_exit(exc, returned) {
                                                        __with::Continue(returned) => return returned,
                                                        __with::Break(stop) => {
                                                            __with::Continuing::Done((!stop).into_output())
                                                        }
                                                    };
                                                }
                                            };
                                            let exc = exit
                                                .exc_info_of(&residual)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done match exit.call_exit(exc, residual) {
                                                __with::Continue(residual) => residual?,
                                                __with::Break(stop) => {
                                                    __with::Continuing::Done((!stop).into_output())
                                                }
                                            };
                                        };
                                        let exc = exit
                                            .exc_info_of(&residual)
                                            .classify_exc()
                                            .raised_here();
                                        break 'done match exit.call_exit(exc, residual) {
                                            __with::Continue(residual) => residual?,
                                            __with::Break(stop) => {
                                                __with::Continuing::Done((!stop).into_output())
                                            }
                                        };
                                    };
                                    let exc = __with::NoException;
                                    break 'done match exit.call_exit(exc, continued) {
                                        __with::Continue(continued) => continue 'outer,
                                        __with::Break(stop) => {
                                            __with::Continuing::Done((!stop).into_output())
                                        }
                                    };
                                };
                                #[cfg(all(feature = "checked"))]
                                {
                                    let exc = exit
                                        .exc_info_of(&residual)
                                        .classify_exc()
                                        .raised_here();
                                    break 'done match exit.call_exit(exc, residual) {
                                        __with::Continue(residual) => residual?,
                                        __with::Break(stop) => {
                                            __with::Continuing::Done((!stop).into_output())
                                        }
                                    };
                                }
                            };
                            #[cfg(all(feature = "checked"))]
                            {
                                let exc = __with::NoException;
                                break 'done match exit.call_exit(exc, broken0) {
                                    __with::Continue(broken0) => break 'outer,
                                    __with::Break(stop) => {
                                        __with::Continuing::Done((!stop).into_output())
                                    }
                                };
                            }
                        };
                        let exc = exit
                            .exc_info_of(&residual)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, residual) {
                            __with::Continue(residual) => residual?,
                            __with::Break(stop) => {
                                __with::Continuing::Done((!stop).into_output())
                            }
                        };
                    };
                    let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, residual) {
                        __with::Continue(residual) => residual?,
                        __with::Break(stop) => {
                            __with::Continuing::Done((!stop).into_output())
                        }
                    };
                };
                let exc = __with::NoException;
                break 'done match exit.call_exit(exc, continued) {
                    __with::Continue(continued) => {
                        __with::Continuing::Continue(continued)
                    }
                    __with::Break(stop) => {
                        __with::Continuing::Done((!stop).into_output())
                    }
                };
            } {
                __with::Continuing::Done(output) => output,
                __with::Continuing::Continue(()) => continue,
            };
            output
        })
    }
}
