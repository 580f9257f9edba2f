fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let returned_;
            let broken0_;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    returned_ = __with::any();
                    return returned_;
                }
                broken0_ = __with::any();
                break 'outer broken0_;
            }
            let result_ = 'end: {
                let residual_ = 'raise14: {
                    let continued_ = 'continue0: {
                        let residual_ = 'raise13: {
                            let residual_ = 'raise12: {
                                let residual_ = 'raise11: {
                                    broken0_ = 'break0: {
                                        let residual_ = 'raise10: {
                                            returned_ = 'return0: {
                                                let residual_ = 'raise9: {
                                                    let residual_ = 'raise8: {
                                                        let residual_ = 'raise7: {
                                                            let residual_ = 'raise6: {
                                                                let residual_ = 'raise5: {
                                                                    let residual_ = 'raise4: {
                                                                        let residual_ = 'raise3: {
                                                                            let residual_ = 'raise2: {
                                                                                let residual_ = 'raise1: {
                                                                                    let residual_ = 'raise0: {
                                                                                        let value_ = value_;
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
                                                                                                let guard = value_;
                                                                                                println!(
                                                                                                    "{} {name}", (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise0 residual_, }), name = (match
                                                                                                    __with::Try::branch(guard.name()) { __with::Continue(value_)
                                                                                                    => value_, __with::Break(residual_) => break 'raise1
                                                                                                    residual_, })
                                                                                                );
                                                                                                assert!(
                                                                                                    (match __with::Try::branch(guard.check()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise2 residual_, }) && true
                                                                                                );
                                                                                                assert!(
                                                                                                    (match __with::Try::branch(guard.check()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise3 residual_, }), "checked {}", guard
                                                                                                );
                                                                                                assert_eq!(guard.len(), 3, "so many");
                                                                                                let shown = dbg!(
                                                                                                    (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise4 residual_, })
                                                                                                );
                                                                                                dbg!(
                                                                                                    (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise5 residual_, }), 1
                                                                                                );
                                                                                                dbg!(
                                                                                                    (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise6 residual_, }),
                                                                                                );
                                                                                                dbg!(guard.len());
                                                                                                assert!(guard.is_open());
                                                                                                assert!(
                                                                                                    (match __with::Try::branch(guard.is_open()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise7 residual_, }); "odd"
                                                                                                );
                                                                                                let value = serde_json::json!(
                                                                                                    { "first" : (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise8 residual_, }), "rest" : [1, { "last" :
                                                                                                    (match __with::Try::branch(guard.last()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise9 residual_, }) }] }
                                                                                                );
                                                                                                tokio::select! {
                                                                                                    item = guard.wait() => { break 'return0 item; } _ = guard
                                                                                                    .end(), if (match __with::Try::branch(guard.may_end()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise10 residual_, }) => break 'break0 1,
                                                                                                }
                                                                                                let list = vec![
                                                                                                    (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise11 residual_, }); 3
                                                                                                ];
                                                                                                if matches!(
                                                                                                    (match __with::Try::branch(guard.first()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise12 residual_, }), Some(x) if x > (match
                                                                                                    __with::Try::branch(f:: < A, B > ()) {
                                                                                                    __with::Continue(value_) => value_, __with::Break(residual_)
                                                                                                    => break 'raise13 residual_, })
                                                                                                ) {
                                                                                                    unknown!(guard => { break; }, { break 'continue0 });
                                                                                                }
                                                                                                tracing::info!(
                                                                                                    ? guard, error = % (match __with::Try::branch(guard.error())
                                                                                                    { __with::Continue(value_) => value_,
                                                                                                    __with::Break(residual_) => break 'raise14 residual_, })
                                                                                                );
                                                                                                stringify!(guard ?);
                                                                                                with!(inner() => { break 'return0 2; },);
                                                                                                with!(guard);
                                                                                            }
                                                                                        };
                                                                                    };
                                                                                    let exc_ = exit_
                                                                                        .exc_info_of(&residual_)
                                                                                        .classify_exc()
                                                                                        .raised_here();
                                                                                    break 'done match exit_.call_exit(exc_, residual_) {
                                                                                        __with::Continue(residual_) => residual_?,
                                                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                                                    };
                                                                                };
                                                                                let exc_ = exit_
                                                                                    .exc_info_of(&residual_)
                                                                                    .classify_exc()
                                                                                    .raised_here();
                                                                                break 'done match exit_.call_exit(exc_, residual_) {
                                                                                    __with::Continue(residual_) => residual_?,
                                                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                                                };
                                                                            };
                                                                            let exc_ = exit_
                                                                                .exc_info_of(&residual_)
                                                                                .classify_exc()
                                                                                .raised_here();
                                                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                                                __with::Continue(residual_) => residual_?,
                                                                                __with::Break(stop_) => (!stop_).into_output(),
                                                                            };
                                                                        };
                                                                        let exc_ = exit_
                                                                            .exc_info_of(&residual_)
                                                                            .classify_exc()
                                                                            .raised_here();
                                                                        break 'done match exit_.call_exit(exc_, residual_) {
                                                                            __with::Continue(residual_) => residual_?,
                                                                            __with::Break(stop_) => (!stop_).into_output(),
                                                                        };
                                                                    };
                                                                    let exc_ = exit_
                                                                        .exc_info_of(&residual_)
                                                                        .classify_exc()
                                                                        .raised_here();
                                                                    break 'done match exit_.call_exit(exc_, residual_) {
                                                                        __with::Continue(residual_) => residual_?,
                                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                                    };
                                                                };
                                                                let exc_ = exit_
                                                                    .exc_info_of(&residual_)
                                                                    .classify_exc()
                                                                    .raised_here();
                                                                break 'done match exit_.call_exit(exc_, residual_) {
                                                                    __with::Continue(residual_) => residual_?,
                                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                                };
                                                            };
                                                            let exc_ = exit_
                                                                .exc_info_of(&residual_)
                                                                .classify_exc()
                                                                .raised_here();
                                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                                __with::Continue(residual_) => residual_?,
                                                                __with::Break(stop_) => (!stop_).into_output(),
                                                            };
                                                        };
                                                        let exc_ = exit_
                                                            .exc_info_of(&residual_)
                                                            .classify_exc()
                                                            .raised_here();
                                                        break 'done match exit_.call_exit(exc_, residual_) {
                                                            __with::Continue(residual_) => residual_?,
                                                            __with::Break(stop_) => (!stop_).into_output(),
                                                        };
                                                    };
                                                    let exc_ = exit_
                                                        .exc_info_of(&residual_)
                                                        .classify_exc()
                                                        .raised_here();
                                                    break 'done match exit_.call_exit(exc_, residual_) {
                                                        __with::Continue(residual_) => residual_?,
                                                        __with::Break(stop_) => (!stop_).into_output(),
                                                    };
                                                };
                                                let exc_ = exit_
                                                    .exc_info_of(&residual_)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done match exit_.call_exit(exc_, residual_) {
                                                    __with::Continue(residual_) => residual_?,
                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                };
                                            };
                                            let exc_ = exit_
                                                .exc_info_if_strict(&returned_)
                                                .classify_exc();
                                            break 'done match exit_.call_exit(exc_, returned_) {
                                                __with::Continue(returned_) => return returned_,
                                                __with::Break(stop_) => (!stop_).into_output(),
                                            };
                                        };
                                        let exc_ = exit_
                                            .exc_info_of(&residual_)
                                            .classify_exc()
                                            .raised_here();
                                        break 'done match exit_.call_exit(exc_, residual_) {
                                            __with::Continue(residual_) => residual_?,
                                            __with::Break(stop_) => (!stop_).into_output(),
                                        };
                                    };
                                    let exc_ = exit_
                                        .exc_info_if_strict(&broken0_)
                                        .classify_exc();
                                    break 'done match exit_.call_exit(exc_, broken0_) {
                                        __with::Continue(broken0_) => break 'outer broken0_,
                                        __with::Break(stop_) => (!stop_).into_output(),
                                    };
                                };
                                let exc_ = exit_
                                    .exc_info_of(&residual_)
                                    .classify_exc()
                                    .raised_here();
                                break 'done match exit_.call_exit(exc_, residual_) {
                                    __with::Continue(residual_) => residual_?,
                                    __with::Break(stop_) => (!stop_).into_output(),
                                };
                            };
                            let exc_ = exit_
                                .exc_info_of(&residual_)
                                .classify_exc()
                                .raised_here();
                            break 'done match exit_.call_exit(exc_, residual_) {
                                __with::Continue(residual_) => residual_?,
                                __with::Break(stop_) => (!stop_).into_output(),
                            };
                        };
                        let exc_ = exit_
                            .exc_info_of(&residual_)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit_.call_exit(exc_, residual_) {
                            __with::Continue(residual_) => residual_?,
                            __with::Break(stop_) => (!stop_).into_output(),
                        };
                    };
                    let exc_ = __with::NoException;
                    break 'done match exit_.call_exit(exc_, continued_) {
                        __with::Continue(continued_) => continue 'outer,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of(&residual_).classify_exc().raised_here();
                break 'done match exit_.call_exit(exc_, residual_) {
                    __with::Continue(residual_) => residual_?,
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = __with::NoException;
            exit_.finish_statement(exc_, result_)
        }
    }
}
