fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let returned;
            let broken0;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    returned = ::with_runtime::__private::any();
                    return returned;
                }
                if true {
                    broken0 = ::with_runtime::__private::any();
                    break 'outer broken0;
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
                        let _ = {
                            let mut value = ::with_runtime::__private::like(&value);
                            let guard = value;
                            println!(
                                "{} {name}", match ::with_runtime::__private::branch(guard
                                .first()) { ::with_runtime::__private::Continue(value) =>
                                value, ::with_runtime::__private::Break(residual) => { let _
                                = residual; ::with_runtime::__private::diverge() }, }, name
                                = match ::with_runtime::__private::branch(guard.name()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }
                            );
                            assert!(
                                match ::with_runtime::__private::branch(guard.check()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, } && true,
                                "assertion failed: {}", "guard . check () ? && true"
                            );
                            assert!(
                                match ::with_runtime::__private::branch(guard.check()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, },
                                "checked {}", guard
                            );
                            assert_eq!(guard.len(), 3, "so many");
                            let shown = match match ::with_runtime::__private::branch(
                                guard.first(),
                            ) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => {
                                    let _ = residual;
                                    ::with_runtime::__private::diverge()
                                }
                            } {
                                value => {
                                    ::std::eprintln!(
                                        "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                        ::core::column!(), "guard . first () ?", & value
                                    );
                                    value
                                }
                            };
                            (
                                match match ::with_runtime::__private::branch(
                                    guard.first(),
                                ) {
                                    ::with_runtime::__private::Continue(value) => value,
                                    ::with_runtime::__private::Break(residual) => {
                                        let _ = residual;
                                        ::with_runtime::__private::diverge()
                                    }
                                } {
                                    value => {
                                        ::std::eprintln!(
                                            "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                            ::core::column!(), "guard . first () ?", & value
                                        );
                                        value
                                    }
                                },
                                match 1 {
                                    value => {
                                        ::std::eprintln!(
                                            "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                            ::core::column!(), "1", & value
                                        );
                                        value
                                    }
                                },
                            );
                            (
                                match match ::with_runtime::__private::branch(
                                    guard.first(),
                                ) {
                                    ::with_runtime::__private::Continue(value) => value,
                                    ::with_runtime::__private::Break(residual) => {
                                        let _ = residual;
                                        ::with_runtime::__private::diverge()
                                    }
                                } {
                                    value => {
                                        ::std::eprintln!(
                                            "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                            ::core::column!(), "guard . first () ?", & value
                                        );
                                        value
                                    }
                                },
                            );
                            dbg!(guard.len());
                            assert!(guard.is_open());
                            assert!(
                                match ::with_runtime::__private::branch(guard.is_open()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }; "odd"
                            );
                            let value = serde_json::json!(
                                { "first" : match ::with_runtime::__private::branch(guard
                                .first()) { ::with_runtime::__private::Continue(value) =>
                                value, ::with_runtime::__private::Break(residual) => { let _
                                = residual; ::with_runtime::__private::diverge() }, },
                                "rest" : [1, { "last" : match
                                ::with_runtime::__private::branch(guard.last()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, } }] }
                            );
                            tokio::select! {
                                item = guard.wait() => { { let mut told =
                                ::with_runtime::__private::like(& returned); told = item;
                                ::with_runtime::__private::diverge() }; } _ = guard.end(),
                                if match ::with_runtime::__private::branch(guard.may_end())
                                { ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, } => { let
                                mut told = ::with_runtime::__private::like(& broken0); told
                                = 1; ::with_runtime::__private::diverge() },
                            }
                            let list = vec![
                                match ::with_runtime::__private::branch(guard.first()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }; 3
                            ];
                            if matches!(
                                match ::with_runtime::__private::branch(guard.first()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }, Some(x)
                                if x > match ::with_runtime::__private::branch(f:: < A, B >
                                ()) { ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }
                            ) {
                                unknown!(
                                    guard => { break; }, { ::with_runtime::__private::diverge()
                                    }
                                );
                            }
                            tracing::info!(
                                ? guard, error = % match
                                ::with_runtime::__private::branch(guard.error()) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => { let _ =
                                residual; ::with_runtime::__private::diverge() }, }
                            );
                            stringify!(guard ?);
                            with!(
                                inner() => { { let mut told =
                                ::with_runtime::__private::like(& returned); told = 2;
                                ::with_runtime::__private::diverge() }; },
                            );
                            with!(guard);
                        };
                        break ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                    };
                    {
                        use ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                        WriteThisJumpOutsideOfTheMacro
                    }
                };
            }
            let result = 'end: {
                let residual = 'raise14: {
                    let continued = 'continue0: {
                        let residual = 'raise13: {
                            let residual = 'raise12: {
                                let residual = 'raise11: {
                                    broken0 = 'break0: {
                                        let residual = 'raise10: {
                                            returned = 'return0: {
                                                let residual = 'raise9: {
                                                    let residual = 'raise8: {
                                                        let residual = 'raise7: {
                                                            let residual = 'raise6: {
                                                                let residual = 'raise5: {
                                                                    let residual = 'raise4: {
                                                                        let residual = 'raise3: {
                                                                            let residual = 'raise2: {
                                                                                let residual = 'raise1: {
                                                                                    let residual = 'raise0: {
                                                                                        let value = value;
                                                                                        break 'end {
                                                                                            'block: {
                                                                                                if false {
                                                                                                    match () {
                                                                                                        () => ::with_runtime::__private::never(),
                                                                                                    };
                                                                                                    break 'block ::with_runtime::__private::any();
                                                                                                }
                                                                                                let guard = value;
                                                                                                println!(
                                                                                                    "{} {name}", match ::with_runtime::__private::branch(guard
                                                                                                    .first()) { ::with_runtime::__private::Continue(value) =>
                                                                                                    value, ::with_runtime::__private::Break(residual) => break
                                                                                                    'raise0 residual, }, name = match
                                                                                                    ::with_runtime::__private::branch(guard.name()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise1
                                                                                                    residual, }
                                                                                                );
                                                                                                assert!(
                                                                                                    match ::with_runtime::__private::branch(guard.check()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise2
                                                                                                    residual, } && true, "assertion failed: {}",
                                                                                                    "guard . check () ? && true"
                                                                                                );
                                                                                                assert!(
                                                                                                    match ::with_runtime::__private::branch(guard.check()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise3
                                                                                                    residual, }, "checked {}", guard
                                                                                                );
                                                                                                assert_eq!(guard.len(), 3, "so many");
                                                                                                let shown = match match ::with_runtime::__private::branch(
                                                                                                    guard.first(),
                                                                                                ) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => {
                                                                                                        break 'raise4 residual;
                                                                                                    }
                                                                                                } {
                                                                                                    value => {
                                                                                                        ::std::eprintln!(
                                                                                                            "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                                                                                            ::core::column!(), "guard . first () ?", & value
                                                                                                        );
                                                                                                        value
                                                                                                    }
                                                                                                };
                                                                                                (
                                                                                                    match match ::with_runtime::__private::branch(
                                                                                                        guard.first(),
                                                                                                    ) {
                                                                                                        ::with_runtime::__private::Continue(value) => value,
                                                                                                        ::with_runtime::__private::Break(residual) => {
                                                                                                            break 'raise5 residual;
                                                                                                        }
                                                                                                    } {
                                                                                                        value => {
                                                                                                            ::std::eprintln!(
                                                                                                                "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                                                                                                ::core::column!(), "guard . first () ?", & value
                                                                                                            );
                                                                                                            value
                                                                                                        }
                                                                                                    },
                                                                                                    match 1 {
                                                                                                        value => {
                                                                                                            ::std::eprintln!(
                                                                                                                "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                                                                                                ::core::column!(), "1", & value
                                                                                                            );
                                                                                                            value
                                                                                                        }
                                                                                                    },
                                                                                                );
                                                                                                (
                                                                                                    match match ::with_runtime::__private::branch(
                                                                                                        guard.first(),
                                                                                                    ) {
                                                                                                        ::with_runtime::__private::Continue(value) => value,
                                                                                                        ::with_runtime::__private::Break(residual) => {
                                                                                                            break 'raise6 residual;
                                                                                                        }
                                                                                                    } {
                                                                                                        value => {
                                                                                                            ::std::eprintln!(
                                                                                                                "[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(),
                                                                                                                ::core::column!(), "guard . first () ?", & value
                                                                                                            );
                                                                                                            value
                                                                                                        }
                                                                                                    },
                                                                                                );
                                                                                                dbg!(guard.len());
                                                                                                assert!(guard.is_open());
                                                                                                assert!(
                                                                                                    match ::with_runtime::__private::branch(guard.is_open()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise7
                                                                                                    residual, }; "odd"
                                                                                                );
                                                                                                let value = serde_json::json!(
                                                                                                    { "first" : match ::with_runtime::__private::branch(guard
                                                                                                    .first()) { ::with_runtime::__private::Continue(value) =>
                                                                                                    value, ::with_runtime::__private::Break(residual) => break
                                                                                                    'raise8 residual, }, "rest" : [1, { "last" : match
                                                                                                    ::with_runtime::__private::branch(guard.last()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise9
                                                                                                    residual, } }] }
                                                                                                );
                                                                                                tokio::select! {
                                                                                                    item = guard.wait() => { break 'return0 item; } _ = guard
                                                                                                    .end(), if match ::with_runtime::__private::branch(guard
                                                                                                    .may_end()) { ::with_runtime::__private::Continue(value) =>
                                                                                                    value, ::with_runtime::__private::Break(residual) => break
                                                                                                    'raise10 residual, } => break 'break0 1,
                                                                                                }
                                                                                                let list = vec![
                                                                                                    match ::with_runtime::__private::branch(guard.first()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise11
                                                                                                    residual, }; 3
                                                                                                ];
                                                                                                if matches!(
                                                                                                    match ::with_runtime::__private::branch(guard.first()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise12
                                                                                                    residual, }, Some(x) if x > match
                                                                                                    ::with_runtime::__private::branch(f:: < A, B > ()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise13
                                                                                                    residual, }
                                                                                                ) {
                                                                                                    unknown!(guard => { break; }, { break 'continue0 });
                                                                                                }
                                                                                                tracing::info!(
                                                                                                    ? guard, error = % match
                                                                                                    ::with_runtime::__private::branch(guard.error()) {
                                                                                                    ::with_runtime::__private::Continue(value) => value,
                                                                                                    ::with_runtime::__private::Break(residual) => break 'raise14
                                                                                                    residual, }
                                                                                                );
                                                                                                stringify!(guard ?);
                                                                                                with!(inner() => { break 'return0 2; },);
                                                                                                with!(guard);
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
                                    let exc = exit.told_left(&broken0).told_kind();
                                    break 'done match exit.call(exc, broken0) {
                                        ::with_runtime::__private::Continue(broken0) => {
                                            break 'outer broken0;
                                        }
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
                        let exc = exit.told_raised(&residual).told_kind().told_here();
                        break 'done match exit.call(exc, residual) {
                            ::with_runtime::__private::Continue(residual) => residual?,
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = ::with_runtime::__private::Nothing;
                    break 'done match exit.call(exc, continued) {
                        ::with_runtime::__private::Continue(continued) => continue 'outer,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_raised(&residual).told_kind().told_here();
                break 'done match exit.call(exc, residual) {
                    ::with_runtime::__private::Continue(residual) => residual?,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
