fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let bailed;
            let returned;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    bailed = ::with_runtime::__private::any();
                    return bailed;
                }
                returned = ::with_runtime::__private::any();
                return returned;
            }
            let result = 'end: {
                bailed = 'bail7: {
                    returned = 'return0: {
                        bailed = 'bail6: {
                            bailed = 'bail5: {
                                let residual = 'raise6: {
                                    let residual = 'raise5: {
                                        bailed = 'bail4: {
                                            let residual = 'raise4: {
                                                bailed = 'bail3: {
                                                    bailed = 'bail2: {
                                                        let residual = 'raise3: {
                                                            let residual = 'raise2: {
                                                                bailed = 'bail1: {
                                                                    let residual = 'raise1: {
                                                                        bailed = 'bail0: {
                                                                            let residual = 'raise0: {
                                                                                let value = value;
                                                                                break 'end {
                                                                                    let guard = value;
                                                                                    {
                                                                                        let holds: bool = guard.is_open();
                                                                                        if !holds {
                                                                                            {
                                                                                                let argument2 = match ::with_runtime::__private::branch(
                                                                                                    guard.name(),
                                                                                                ) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => {
                                                                                                        break 'raise0 residual;
                                                                                                    }
                                                                                                };
                                                                                                break 'bail0 (|| {
                                                                                                    anyhow::ensure!(false, "closed: {}", argument2);
                                                                                                    ::with_runtime::__private::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let holds: bool = match ::with_runtime::__private::branch(
                                                                                            guard.ready(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise1 residual;
                                                                                            }
                                                                                        };
                                                                                        if !holds {
                                                                                            {
                                                                                                break 'bail1 (|| {
                                                                                                    ensure!(
                                                                                                        false, "Condition failed: `{}`", "guard . ready () ?"
                                                                                                    );
                                                                                                    ::with_runtime::__private::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match ::with_runtime::__private::branch(
                                                                                            (|| {
                                                                                                ensure!(guard.len() == 3);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise2 residual;
                                                                                            }
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let holds: bool = match ::with_runtime::__private::branch(
                                                                                            guard.len(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise3 residual;
                                                                                            }
                                                                                        } < 4 && guard.is_open();
                                                                                        if !holds {
                                                                                            {
                                                                                                break 'bail2 (|| {
                                                                                                    ensure!(
                                                                                                        false, "Condition failed: `{}`",
                                                                                                        "guard . len () ? < 4 && guard . is_open ()"
                                                                                                    );
                                                                                                    ::with_runtime::__private::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let holds: bool = guard.wait().await > 5;
                                                                                        if !holds {
                                                                                            {
                                                                                                let argument2 = guard.wait().await;
                                                                                                break 'bail3 (|| {
                                                                                                    ensure!(false, "waited {}", argument2);
                                                                                                    ::with_runtime::__private::diverge()
                                                                                                })();
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        let holds: bool = match ::with_runtime::__private::branch(
                                                                                            guard.len(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise4 residual;
                                                                                            }
                                                                                        } == 6;
                                                                                        if !holds {
                                                                                            {
                                                                                                break 'bail4 (|| {
                                                                                                    ensure!(
                                                                                                        false, "Condition failed: `{}`", "guard . len () ? == 6"
                                                                                                    );
                                                                                                    ::with_runtime::__private::diverge()
                                                                                                })()
                                                                                            }
                                                                                        }
                                                                                    };
                                                                                    {
                                                                                        match ::with_runtime::__private::branch(
                                                                                            (|| {
                                                                                                ensure_eq!(guard.len(), 4);
                                                                                                ::core::result::Result::Ok(())
                                                                                            })(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise5 residual;
                                                                                            }
                                                                                        };
                                                                                    };
                                                                                    {
                                                                                        let argument1 = match ::with_runtime::__private::branch(
                                                                                            guard.name(),
                                                                                        ) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise6 residual;
                                                                                            }
                                                                                        };
                                                                                        break 'bail5 (|| { whatever!("no {}", argument1) })();
                                                                                    };
                                                                                    let text = match guard.text() {
                                                                                        ::core::result::Result::Ok(value) => value,
                                                                                        ::core::result::Result::Err(error) => {
                                                                                            break 'bail6 (|| {
                                                                                                whatever!(
                                                                                                    ::core::result::Result::Err:: < ::core::convert::Infallible,
                                                                                                    _ > (error), "no text"
                                                                                                );
                                                                                                ::with_runtime::__private::diverge()
                                                                                            })();
                                                                                        }
                                                                                    };
                                                                                    let next = match guard.poll(context) {
                                                                                        ::core::task::Poll::Ready(ready) => ready,
                                                                                        ::core::task::Poll::Pending => {
                                                                                            break 'return0 ::core::task::Poll::Pending;
                                                                                        }
                                                                                    };
                                                                                    if guard.is_empty() {
                                                                                        { break 'bail7 (|| { bail!("empty {}", guard.name()) })() };
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
                                                                                    stop.reached().settle()
                                                                                }
                                                                            };
                                                                        };
                                                                        let exc = exit.told_bailed(&bailed).told_kind().told_here();
                                                                        break 'done match exit.call(exc, bailed) {
                                                                            ::with_runtime::__private::Continue(bailed) => return bailed,
                                                                            ::with_runtime::__private::Break(stop) => {
                                                                                stop.reached().settle()
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
                                                                            stop.reached().settle()
                                                                        }
                                                                    };
                                                                };
                                                                let exc = exit.told_bailed(&bailed).told_kind().told_here();
                                                                break 'done match exit.call(exc, bailed) {
                                                                    ::with_runtime::__private::Continue(bailed) => return bailed,
                                                                    ::with_runtime::__private::Break(stop) => {
                                                                        stop.reached().settle()
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
                                                                    stop.reached().settle()
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
                                                                stop.reached().settle()
                                                            }
                                                        };
                                                    };
                                                    let exc = exit.told_bailed(&bailed).told_kind().told_here();
                                                    break 'done match exit.call(exc, bailed) {
                                                        ::with_runtime::__private::Continue(bailed) => return bailed,
                                                        ::with_runtime::__private::Break(stop) => {
                                                            stop.reached().settle()
                                                        }
                                                    };
                                                };
                                                let exc = exit.told_bailed(&bailed).told_kind().told_here();
                                                break 'done match exit.call(exc, bailed) {
                                                    ::with_runtime::__private::Continue(bailed) => return bailed,
                                                    ::with_runtime::__private::Break(stop) => {
                                                        stop.reached().settle()
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
                                                    stop.reached().settle()
                                                }
                                            };
                                        };
                                        let exc = exit.told_bailed(&bailed).told_kind().told_here();
                                        break 'done match exit.call(exc, bailed) {
                                            ::with_runtime::__private::Continue(bailed) => return bailed,
                                            ::with_runtime::__private::Break(stop) => {
                                                stop.reached().settle()
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
                                            stop.reached().settle()
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
                                        stop.reached().settle()
                                    }
                                };
                            };
                            let exc = exit.told_bailed(&bailed).told_kind().told_here();
                            break 'done match exit.call(exc, bailed) {
                                ::with_runtime::__private::Continue(bailed) => return bailed,
                                ::with_runtime::__private::Break(stop) => {
                                    stop.reached().settle()
                                }
                            };
                        };
                        let exc = exit.told_bailed(&bailed).told_kind().told_here();
                        break 'done match exit.call(exc, bailed) {
                            ::with_runtime::__private::Continue(bailed) => return bailed,
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = exit.told_left(&returned).told_kind();
                    break 'done match exit.call(exc, returned) {
                        ::with_runtime::__private::Continue(returned) => return returned,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_bailed(&bailed).told_kind().told_here();
                break 'done match exit.call(exc, bailed) {
                    ::with_runtime::__private::Continue(bailed) => return bailed,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
