fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let returned;
            let broken0;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    returned = __with::any();
                    return returned;
                }
                broken0 = __with::any();
                break 'outer broken0;
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
                                                                                                        () => !__with::never(),
                                                                                                    };
                                                                                                    break 'block match () {
                                                                                                        () => __with::any(),
                                                                                                    };
                                                                                                }
                                                                                                let guard = value;
                                                                                                println!(
                                                                                                    "{} {name}", (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise0 residual, }), name = (match
                                                                                                    __with::branch(guard.name()) { __with::Continue(value) =>
                                                                                                    value, __with::Break(residual) => break 'raise1 residual, })
                                                                                                );
                                                                                                assert!(
                                                                                                    (match __with::branch(guard.check()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise2 residual, }) && true
                                                                                                );
                                                                                                assert!(
                                                                                                    (match __with::branch(guard.check()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise3 residual, }), "checked {}", guard
                                                                                                );
                                                                                                assert_eq!(guard.len(), 3, "so many");
                                                                                                let shown = dbg!(
                                                                                                    (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise4 residual, })
                                                                                                );
                                                                                                dbg!(
                                                                                                    (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise5 residual, }), 1
                                                                                                );
                                                                                                dbg!(
                                                                                                    (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise6 residual, }),
                                                                                                );
                                                                                                dbg!(guard.len());
                                                                                                assert!(guard.is_open());
                                                                                                assert!(
                                                                                                    (match __with::branch(guard.is_open()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise7 residual, }); "odd"
                                                                                                );
                                                                                                let value = serde_json::json!(
                                                                                                    { "first" : (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise8 residual, }), "rest" : [1, { "last" : (match
                                                                                                    __with::branch(guard.last()) { __with::Continue(value) =>
                                                                                                    value, __with::Break(residual) => break 'raise9 residual, })
                                                                                                    }] }
                                                                                                );
                                                                                                tokio::select! {
                                                                                                    item = guard.wait() => { break 'return0 item; } _ = guard
                                                                                                    .end(), if (match __with::branch(guard.may_end()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise10 residual, }) => break 'break0 1,
                                                                                                }
                                                                                                let list = vec![
                                                                                                    (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise11 residual, }); 3
                                                                                                ];
                                                                                                if matches!(
                                                                                                    (match __with::branch(guard.first()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise12 residual, }), Some(x) if x > (match
                                                                                                    __with::branch(f:: < A, B > ()) { __with::Continue(value) =>
                                                                                                    value, __with::Break(residual) => break 'raise13 residual,
                                                                                                    })
                                                                                                ) {
                                                                                                    unknown!(guard => { break; }, { break 'continue0 });
                                                                                                }
                                                                                                tracing::info!(
                                                                                                    ? guard, error = % (match __with::branch(guard.error()) {
                                                                                                    __with::Continue(value) => value, __with::Break(residual) =>
                                                                                                    break 'raise14 residual, })
                                                                                                );
                                                                                                stringify!(guard ?);
                                                                                                with!(inner() => { break 'return0 2; },);
                                                                                                with!(guard);
                                                                                            }
                                                                                        };
                                                                                    };
                                                                                    let exc = exit
                                                                                        .exc_info_of(&residual)
                                                                                        .classify_exc()
                                                                                        .raised_here();
                                                                                    break 'done match exit.call_exit(exc, residual) {
                                                                                        __with::Continue(residual) => residual?,
                                                                                        __with::Break(stop) => (!stop).into_output(),
                                                                                    };
                                                                                };
                                                                                let exc = exit
                                                                                    .exc_info_of(&residual)
                                                                                    .classify_exc()
                                                                                    .raised_here();
                                                                                break 'done match exit.call_exit(exc, residual) {
                                                                                    __with::Continue(residual) => residual?,
                                                                                    __with::Break(stop) => (!stop).into_output(),
                                                                                };
                                                                            };
                                                                            let exc = exit
                                                                                .exc_info_of(&residual)
                                                                                .classify_exc()
                                                                                .raised_here();
                                                                            break 'done match exit.call_exit(exc, residual) {
                                                                                __with::Continue(residual) => residual?,
                                                                                __with::Break(stop) => (!stop).into_output(),
                                                                            };
                                                                        };
                                                                        let exc = exit
                                                                            .exc_info_of(&residual)
                                                                            .classify_exc()
                                                                            .raised_here();
                                                                        break 'done match exit.call_exit(exc, residual) {
                                                                            __with::Continue(residual) => residual?,
                                                                            __with::Break(stop) => (!stop).into_output(),
                                                                        };
                                                                    };
                                                                    let exc = exit
                                                                        .exc_info_of(&residual)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done match exit.call_exit(exc, residual) {
                                                                        __with::Continue(residual) => residual?,
                                                                        __with::Break(stop) => (!stop).into_output(),
                                                                    };
                                                                };
                                                                let exc = exit
                                                                    .exc_info_of(&residual)
                                                                    .classify_exc()
                                                                    .raised_here();
                                                                break 'done match exit.call_exit(exc, residual) {
                                                                    __with::Continue(residual) => residual?,
                                                                    __with::Break(stop) => (!stop).into_output(),
                                                                };
                                                            };
                                                            let exc = exit
                                                                .exc_info_of(&residual)
                                                                .classify_exc()
                                                                .raised_here();
                                                            break 'done match exit.call_exit(exc, residual) {
                                                                __with::Continue(residual) => residual?,
                                                                __with::Break(stop) => (!stop).into_output(),
                                                            };
                                                        };
                                                        let exc = exit
                                                            .exc_info_of(&residual)
                                                            .classify_exc()
                                                            .raised_here();
                                                        break 'done match exit.call_exit(exc, residual) {
                                                            __with::Continue(residual) => residual?,
                                                            __with::Break(stop) => (!stop).into_output(),
                                                        };
                                                    };
                                                    let exc = exit
                                                        .exc_info_of(&residual)
                                                        .classify_exc()
                                                        .raised_here();
                                                    break 'done match exit.call_exit(exc, residual) {
                                                        __with::Continue(residual) => residual?,
                                                        __with::Break(stop) => (!stop).into_output(),
                                                    };
                                                };
                                                let exc = exit
                                                    .exc_info_of(&residual)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done match exit.call_exit(exc, residual) {
                                                    __with::Continue(residual) => residual?,
                                                    __with::Break(stop) => (!stop).into_output(),
                                                };
                                            };
                                            let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                            break 'done match exit.call_exit(exc, returned) {
                                                __with::Continue(returned) => return returned,
                                                __with::Break(stop) => (!stop).into_output(),
                                            };
                                        };
                                        let exc = exit
                                            .exc_info_of(&residual)
                                            .classify_exc()
                                            .raised_here();
                                        break 'done match exit.call_exit(exc, residual) {
                                            __with::Continue(residual) => residual?,
                                            __with::Break(stop) => (!stop).into_output(),
                                        };
                                    };
                                    let exc = exit.exc_info_if_strict(&broken0).classify_exc();
                                    break 'done match exit.call_exit(exc, broken0) {
                                        __with::Continue(broken0) => break 'outer broken0,
                                        __with::Break(stop) => (!stop).into_output(),
                                    };
                                };
                                let exc = exit
                                    .exc_info_of(&residual)
                                    .classify_exc()
                                    .raised_here();
                                break 'done match exit.call_exit(exc, residual) {
                                    __with::Continue(residual) => residual?,
                                    __with::Break(stop) => (!stop).into_output(),
                                };
                            };
                            let exc = exit
                                .exc_info_of(&residual)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit.call_exit(exc, residual) {
                                __with::Continue(residual) => residual?,
                                __with::Break(stop) => (!stop).into_output(),
                            };
                        };
                        let exc = exit
                            .exc_info_of(&residual)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, residual) {
                            __with::Continue(residual) => residual?,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = __with::NoException;
                    break 'done match exit.call_exit(exc, continued) {
                        __with::Continue(continued) => continue 'outer,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, residual) {
                    __with::Continue(residual) => residual?,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            exit.finish_statement(exc, result)
        }
    }
}
