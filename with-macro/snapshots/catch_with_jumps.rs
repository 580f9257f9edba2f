fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::joined_exit::<__with::ToValue<_>, _>(&mut mgr);
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        #[cfg(all(feature = "fast"))]
        let returned;
        let broken3;
        let result;
        if false {
            match () {
                () => !__with::never(),
            };
            if true {
                #[cfg(all(feature = "fast"))]
                {
                    returned = __with::any();
                    return returned;
                }
            }
            if true {
                broken3 = __with::any();
                break 'outer broken3;
            }
            result = match () {
                () => __with::any(),
            };
            __with::MayHave::done(exit.joined_verdict(), result)
        } else {
            let output = match 'done: {
                result = 'end: {
                    let panicked = 'panic1: {
                        let failure = 'fail1: {
                            broken3 = 'break3: {
                                let residual = 'raise7: {
                                    let payload = 'return3: {
                                        let continued = 'continue3: {
                                            let residual = 'raise6: {
                                                let residual = 'raise5: {
                                                    let value = value;
                                                    break 'end {
                                                        let mut raise0 = __with::None;
                                                        let mut raise1 = __with::None;
                                                        let mut continue2 = __with::None;
                                                        #[cfg(all(feature = "fast"))]
                                                        let mut return2 = __with::None;
                                                        let mut raise4 = __with::None;
                                                        let mut break2 = __with::None;
                                                        let mut fail0 = __with::None;
                                                        let mut ended = __with::None;
                                                        if false {
                                                            match () {
                                                                () => !__with::never(),
                                                            };
                                                            if true {
                                                                #[cfg(all(feature = "fast"))]
                                                                {
                                                                    let payload = __with::held(&return2);
                                                                    break 'return3 payload;
                                                                }
                                                            }
                                                            if true {
                                                                let payload = __with::held(&break2);
                                                                break 'break3 payload;
                                                            }
                                                            __with::held(&ended)
                                                        } else {
                                                            let caught = __with::catch_polls(
                                                                    ::core::pin::pin!(
                                                                        async { ended = __with::Some('end3 : { fail0 =
                                                                        __with::Some('fail0 : { break2 = __with::Some('break2 : {
                                                                        raise4 = __with::Some('raise4 : { let payload = 'return2 : {
                                                                        continue2 = __with::Some('continue2 : { raise1 =
                                                                        __with::Some('raise1 : { raise0 = __with::Some('raise0 : {
                                                                        let value = value; break 'end3 { let guard = value; match {
                                                                        let mut mgr = match __with::branch(inner(& guard)) {
                                                                        __with::Continue(value) => value, __with::Break(residual) =>
                                                                        break 'raise0 residual, }; let mut exit =
                                                                        __with::Lookup::exit:: < __with::ToOuter < _ > > (& mut
                                                                        mgr); let value = match __with::branch(exit
                                                                        .try_enter_manager(| value |
                                                                        __with::Try::carries_on(value))) { __with::Continue(value)
                                                                        => value, __with::Break(residual) => break 'raise1 residual,
                                                                        }; #[cfg(all(feature = "fast"))] let returned; let broken1;
                                                                        let result; if false { match () { () => ! __with::never() };
                                                                        if true { #[cfg(all(feature = "fast"))] { returned =
                                                                        __with::any(); break 'return2 returned; } } if true {
                                                                        broken1 = __with::any(); break 'break2 broken1; } result =
                                                                        joined.value_of_innermost(& exit); } let output = match
                                                                        'done1 : { result = 'end1 : { let panicked = 'panic0 : { let
                                                                        continued = 'continue1 : { broken1 = 'break1 : { let
                                                                        residual = 'raise3 : { let payload = 'return1 : { let value
                                                                        = value; break 'end1 { #[cfg(all(feature = "fast"))] let mut
                                                                        return0 = __with::None; let mut raise2 = __with::None; let
                                                                        mut break0 = __with::None; let mut continue0 = __with::None;
                                                                        let mut ended = __with::None; if false { match () { () => !
                                                                        __with::never() }; if true { #[cfg(all(feature = "fast"))] {
                                                                        let payload = __with::held(& return0); break 'return1
                                                                        payload; } } if true { let payload = __with::held(& break0);
                                                                        break 'break1 payload; } __with::held(& ended) } else { let
                                                                        caught = __with::catch_polls(::core::pin::pin!(async { ended
                                                                        = __with::Some('end2 : { continue0 = __with::Some('continue0
                                                                        : { break0 = __with::Some('break0 : { raise2 =
                                                                        __with::Some('raise2 : { let payload = 'return0 : { let
                                                                        value = value; break 'end2 { 'block : { if false { match ()
                                                                        { () => ! __with::never() }; break 'block match () { () =>
                                                                        __with::any(), }; } #[cfg(feature = "fast")] break 'return0
                                                                        1; if match __with::branch(guard.is_open()) {
                                                                        __with::Continue(value) => value, __with::Break(residual) =>
                                                                        break 'raise2 residual, } { break 'break0 guard.first(); }
                                                                        if guard.is_last() { break 'continue0; } join!(guard
                                                                        .wait()); } }; }; #[cfg(all(feature = "fast"))] { return0 =
                                                                        __with::Some(payload); return; } }); return; }); return; });
                                                                        return; }); })). await; if let __with::Err(panicked) =
                                                                        caught { break 'panic0 panicked; } #[cfg(all(feature =
                                                                        "fast"))] { if let __with::Some(payload) = return0 { break
                                                                        'return1 payload; } } if let __with::Some(payload) = raise2
                                                                        { break 'raise3 payload; } if let __with::Some(payload) =
                                                                        break0 { break 'break1 payload; } if let
                                                                        __with::Some(payload) = continue0 { break 'continue1; }
                                                                        __with::stored(ended) } }; }; #[cfg(all(feature = "fast"))]
                                                                        { returned = payload; let exc = exit.exc_info_if_strict(&
                                                                        returned).classify_exc(); break 'done1 match exit
                                                                        .call_exit(exc, returned) { __with::Continue(returned) =>
                                                                        break 'return2 returned, __with::Break(stop) =>
                                                                        __with::Continuing::Done((! stop).into_output()), }; } };
                                                                        let exc = exit.exc_info_of(& residual).classify_exc()
                                                                        .raised_here(); break 'done1 match exit.call_exit(exc,
                                                                        residual) { __with::Continue(residual) => break 'raise4
                                                                        residual, __with::Break(stop) => __with::Continuing::Done((!
                                                                        stop).into_output()), }; }; let exc = exit
                                                                        .exc_info_if_strict(& broken1).classify_exc(); break 'done1
                                                                        match exit.call_exit(exc, broken1) {
                                                                        __with::Continue(broken1) => break 'break2 broken1,
                                                                        __with::Break(stop) => __with::Continuing::Done((! stop)
                                                                        .into_output()), }; }; let exc = __with::NoException; break
                                                                        'done1 match exit.call_exit(exc, continued) {
                                                                        __with::Continue(continued) =>
                                                                        __with::Continuing::Continue(continued), __with::Break(stop)
                                                                        => __with::Continuing::Done((! stop).into_output()), }; };
                                                                        let exc = exit.exc_info_of(& panicked).classify_exc(); break
                                                                        'done1 match exit.call_exit(exc, panicked) {
                                                                        __with::Continue(panicked) => __with::resume(panicked),
                                                                        __with::Break(stop) => __with::Continuing::Done((! stop)
                                                                        .into_output()), }; }; let exc = exit
                                                                        .exc_info_at_plain_end(& result).classify_exc();
                                                                        __with::Continuing::Done(exit.finish_statement(exc, result))
                                                                        } { __with::Continuing::Done(output) => output,
                                                                        __with::Continuing::Continue(()) => break 'continue2, };
                                                                        output } { __with::Continue(result) => result,
                                                                        __with::Break(failure) => break 'fail0! failure, } }; });
                                                                        return; }); return; }); return; }; #[cfg(all(feature =
                                                                        "fast"))] { return2 = __with::Some(payload); return; } });
                                                                        return; }); return; }); return; }); }
                                                                    ),
                                                                )
                                                                .await;
                                                            if let __with::Err(panicked) = caught {
                                                                break 'panic1 panicked;
                                                            }
                                                            if let __with::Some(payload) = raise0 {
                                                                break 'raise5 payload;
                                                            }
                                                            if let __with::Some(payload) = raise1 {
                                                                break 'raise6 payload;
                                                            }
                                                            if let __with::Some(payload) = continue2 {
                                                                break 'continue3;
                                                            }
                                                            #[cfg(all(feature = "fast"))]
                                                            {
                                                                if let __with::Some(payload) = return2 {
                                                                    break 'return3 payload;
                                                                }
                                                            }
                                                            if let __with::Some(payload) = raise4 {
                                                                break 'raise7 payload;
                                                            }
                                                            if let __with::Some(payload) = break2 {
                                                                break 'break3 payload;
                                                            }
                                                            if let __with::Some(payload) = fail0 {
                                                                break 'fail1 payload;
                                                            }
                                                            __with::stored(ended)
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
                                            __with::Continue(continued) => {
                                                __with::Continuing::Continue(continued)
                                            }
                                            __with::Break(stop) => {
                                                __with::Continuing::Done((!stop).into_output())
                                            }
                                        };
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
                            let exc = exit.exc_info_if_strict(&broken3).classify_exc();
                            break 'done match exit.call_exit(exc, broken3) {
                                __with::Continue(broken3) => break 'outer broken3,
                                __with::Break(stop) => {
                                    __with::Continuing::Done((!stop).into_output())
                                }
                            };
                        };
                        let exc = exit
                            .exc_info_of(&failure)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit.call_exit(exc, failure) {
                            __with::Continue(failure) => {
                                __with::Continuing::Done(__with::FailAs::fail_as(failure))
                            }
                            __with::Break(stop) => {
                                __with::Continuing::Done((!stop).into_output())
                            }
                        };
                    };
                    let exc = exit.exc_info_of(&panicked).classify_exc();
                    break 'done match exit.call_exit(exc, panicked) {
                        __with::Continue(panicked) => __with::resume(panicked),
                        __with::Break(stop) => {
                            __with::Continuing::Done((!stop).into_output())
                        }
                    };
                };
                let exc = exit.exc_info_at_plain_end(&result).classify_exc();
                __with::Continuing::Done(exit.finish_statement(exc, result))
            } {
                __with::Continuing::Done(output) => output,
                __with::Continuing::Continue(()) => continue,
            };
            output
        }
    }
}
