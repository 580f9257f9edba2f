fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::own_exit(&mut mgr).diverging(|| ::with_runtime::__private::diverge())
        };
        let value = exit.enter_manager();
        ::with_runtime::__private::Diverge::diverge({
            #[cfg(all(feature = "fast"))]
            let returned;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                #[cfg(all(feature = "fast"))]
                {
                    returned = ::with_runtime::__private::any();
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
                                                    'inner: while match ::with_runtime::__private::branch(
                                                        guard.next(),
                                                    ) {
                                                        ::with_runtime::__private::Continue(value) => value,
                                                        ::with_runtime::__private::Break(residual) => {
                                                            break 'raise0 residual;
                                                        }
                                                    } {
                                                        if guard.is_last() {
                                                            break 'inner;
                                                        }
                                                        for item in match ::with_runtime::__private::branch(
                                                            guard.items(),
                                                        ) {
                                                            ::with_runtime::__private::Continue(value) => value,
                                                            ::with_runtime::__private::Break(residual) => {
                                                                break 'raise1 residual;
                                                            }
                                                        } {
                                                            match item {
                                                                0 => continue,
                                                                1 => break,
                                                                2 => continue 'inner,
                                                                3 => break 'continue0,
                                                                #[cfg(feature = "checked")]
                                                                item if match ::with_runtime::__private::branch(
                                                                    item.check(),
                                                                ) {
                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                    ::with_runtime::__private::Break(residual) => {
                                                                        break 'raise2 residual;
                                                                    }
                                                                } => break 'break0,
                                                                _ => {}
                                                            }
                                                        }
                                                    }
                                                    let found = loop {
                                                        break match ::with_runtime::__private::branch(
                                                            guard.find(),
                                                        ) {
                                                            ::with_runtime::__private::Continue(value) => value,
                                                            ::with_runtime::__private::Break(residual) => {
                                                                break 'raise3 residual;
                                                            }
                                                        };
                                                    };
                                                    let later = || guard.find()?;
                                                    let soon = async { guard.find()? };
                                                    [match ::with_runtime::__private::branch(found) {
                                                        ::with_runtime::__private::Continue(value) => value,
                                                        ::with_runtime::__private::Break(residual) => {
                                                            break 'raise4 residual;
                                                        }
                                                    }; 3];
                                                    break 'continue1;
                                                };
                                                #[cfg(all(feature = "fast"))]
                                                {
                                                    returned = payload;
                                                    let exc = exit.told_left(&returned).told_kind();
                                                    break 'done match exit.call(exc, returned) {
                                                        ::with_runtime::__private::Continue(returned) => {
                                                            return returned;
                                                        }
                                                        ::with_runtime::__private::Break(stop) => {
                                                            ::with_runtime::__private::Continuing::Done(
                                                                stop.reached().settle(),
                                                            )
                                                        }
                                                    };
                                                }
                                            };
                                            let exc = exit
                                                .told_raised(&residual)
                                                .told_kind()
                                                .told_here();
                                            break 'done match exit.call(exc, residual) {
                                                ::with_runtime::__private::Continue(residual) => residual?,
                                                ::with_runtime::__private::Break(stop) => {
                                                    ::with_runtime::__private::Continuing::Done(
                                                        stop.reached().settle(),
                                                    )
                                                }
                                            };
                                        };
                                        let exc = exit
                                            .told_raised(&residual)
                                            .told_kind()
                                            .told_here();
                                        break 'done match exit.call(exc, residual) {
                                            ::with_runtime::__private::Continue(residual) => residual?,
                                            ::with_runtime::__private::Break(stop) => {
                                                ::with_runtime::__private::Continuing::Done(
                                                    stop.reached().settle(),
                                                )
                                            }
                                        };
                                    };
                                    let exc = ::with_runtime::__private::Nothing;
                                    break 'done match exit.call(exc, continued) {
                                        ::with_runtime::__private::Continue(continued) => {
                                            continue 'outer;
                                        }
                                        ::with_runtime::__private::Break(stop) => {
                                            ::with_runtime::__private::Continuing::Done(
                                                stop.reached().settle(),
                                            )
                                        }
                                    };
                                };
                                #[cfg(all(feature = "checked"))]
                                {
                                    let exc = exit
                                        .told_raised(&residual)
                                        .told_kind()
                                        .told_here();
                                    break 'done match exit.call(exc, residual) {
                                        ::with_runtime::__private::Continue(residual) => residual?,
                                        ::with_runtime::__private::Break(stop) => {
                                            ::with_runtime::__private::Continuing::Done(
                                                stop.reached().settle(),
                                            )
                                        }
                                    };
                                }
                            };
                            #[cfg(all(feature = "checked"))]
                            {
                                let exc = ::with_runtime::__private::Nothing;
                                break 'done match exit.call(exc, broken0) {
                                    ::with_runtime::__private::Continue(broken0) => break 'outer,
                                    ::with_runtime::__private::Break(stop) => {
                                        ::with_runtime::__private::Continuing::Done(
                                            stop.reached().settle(),
                                        )
                                    }
                                };
                            }
                        };
                        let exc = exit.told_raised(&residual).told_kind().told_here();
                        break 'done match exit.call(exc, residual) {
                            ::with_runtime::__private::Continue(residual) => residual?,
                            ::with_runtime::__private::Break(stop) => {
                                ::with_runtime::__private::Continuing::Done(
                                    stop.reached().settle(),
                                )
                            }
                        };
                    };
                    let exc = exit.told_raised(&residual).told_kind().told_here();
                    break 'done match exit.call(exc, residual) {
                        ::with_runtime::__private::Continue(residual) => residual?,
                        ::with_runtime::__private::Break(stop) => {
                            ::with_runtime::__private::Continuing::Done(
                                stop.reached().settle(),
                            )
                        }
                    };
                };
                let exc = ::with_runtime::__private::Nothing;
                break 'done match exit.call(exc, continued) {
                    ::with_runtime::__private::Continue(continued) => {
                        ::with_runtime::__private::Continuing::Continue(continued)
                    }
                    ::with_runtime::__private::Break(stop) => {
                        ::with_runtime::__private::Continuing::Done(
                            stop.reached().settle(),
                        )
                    }
                };
            } {
                ::with_runtime::__private::Continuing::Done(output) => output,
                ::with_runtime::__private::Continuing::Continue(()) => continue,
            };
            output
        })
    }
}
