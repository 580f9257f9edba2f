fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::outer_exit(&mut mgr).unit()
        };
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        #[cfg(all(feature = "fast"))]
        let returned;
        let broken4;
        if false {
            match () {
                () => ::with_runtime::__private::never(),
            };
            if true {
                #[cfg(all(feature = "fast"))]
                {
                    returned = ::with_runtime::__private::any();
                    return returned;
                }
            }
            broken4 = ::with_runtime::__private::any();
            break 'outer broken4;
        }
        let output = match 'done: {
            let result = 'end: {
                let panicked = 'panic1: {
                    let failure = 'fail1: {
                        broken4 = 'break4: {
                            let residual = 'raise9: {
                                let payload = 'return4: {
                                    let continued = 'continue4: {
                                        let residual = 'raise8: {
                                            let residual = 'raise7: {
                                                let value = value;
                                                break 'end {
                                                    let mut raise0 = ::with_runtime::__private::None;
                                                    let mut raise1 = ::with_runtime::__private::None;
                                                    let mut continue2 = ::with_runtime::__private::None;
                                                    #[cfg(all(feature = "fast"))]
                                                    let mut return2 = ::with_runtime::__private::None;
                                                    let mut raise4 = ::with_runtime::__private::None;
                                                    let mut break2 = ::with_runtime::__private::None;
                                                    let mut fail0 = ::with_runtime::__private::None;
                                                    if false {
                                                        match () {
                                                            () => ::with_runtime::__private::never(),
                                                        };
                                                        if true {
                                                            #[cfg(all(feature = "fast"))]
                                                            {
                                                                let payload = ::with_runtime::__private::held(&return2);
                                                                break 'return4 payload;
                                                            }
                                                        }
                                                        let payload = ::with_runtime::__private::held(&break2);
                                                        break 'break4 payload;
                                                    }
                                                    let caught = ::with_runtime::__private::catch_polls(
                                                            ::core::pin::pin!(
                                                                async { 'end3 : { fail0 =
                                                                ::with_runtime::__private::Some('fail0 : { break2 =
                                                                ::with_runtime::__private::Some('break2 : { raise4 =
                                                                ::with_runtime::__private::Some('raise4 : { let payload =
                                                                'return2 : { continue2 =
                                                                ::with_runtime::__private::Some('continue2 : { raise1 =
                                                                ::with_runtime::__private::Some('raise1 : { raise0 =
                                                                ::with_runtime::__private::Some('raise0 : { let value =
                                                                value; break 'end3 { let guard = value; match { let mut mgr
                                                                = match ::with_runtime::__private::branch(inner(& guard)) {
                                                                ::with_runtime::__private::Continue(value) => value,
                                                                ::with_runtime::__private::Break(residual) => break 'raise0
                                                                residual, }; let mut exit = { use
                                                                ::with_runtime::__private::Lookup; Lookup::own_exit(& mut
                                                                mgr).raising_unit() }; let value = match
                                                                ::with_runtime::__private::branch(exit.try_enter_manager(|
                                                                value | ::with_runtime::__private::entered(value)
                                                                .enter_succeeded())) {
                                                                ::with_runtime::__private::Continue(value) => value,
                                                                ::with_runtime::__private::Break(residual) => break 'raise1
                                                                residual, }; #[cfg(all(feature = "fast"))] let returned; let
                                                                broken1; if false { match () { () =>
                                                                ::with_runtime::__private::never() }; if true {
                                                                #[cfg(all(feature = "fast"))] { returned =
                                                                ::with_runtime::__private::any(); break 'return2 returned; }
                                                                } if true { broken1 = ::with_runtime::__private::any();
                                                                break 'break2 broken1; } if true { let () = joined.last(&
                                                                exit); } #[allow(warnings, unused, clippy::all,
                                                                clippy::pedantic, reason =
                                                                "a copy of the block, which is checked itself")] let _ =
                                                                async { match () { () => ::with_runtime::__private::never()
                                                                }; let _ :
                                                                ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro =
                                                                loop { let _ = match
                                                                ::with_runtime::__private::branch(inner(& guard)) {
                                                                ::with_runtime::__private::Continue(value) => value,
                                                                ::with_runtime::__private::Break(residual) => { let _ =
                                                                residual; ::with_runtime::__private::diverge() }, }; let _ =
                                                                { let mut value = ::with_runtime::__private::like(& value);
                                                                ::with_runtime::__private::diverge(); if match
                                                                ::with_runtime::__private::branch(guard.is_open()) {
                                                                ::with_runtime::__private::Continue(value) => value,
                                                                ::with_runtime::__private::Break(residual) => { let _ =
                                                                residual; ::with_runtime::__private::diverge() }, } { { let
                                                                mut told = ::with_runtime::__private::like(& broken1); told
                                                                = guard.first(); ::with_runtime::__private::diverge() }; }
                                                                if guard.is_last() { ::with_runtime::__private::diverge(); }
                                                                join!(guard.wait()); }; break
                                                                ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                                                                }; { use
                                                                ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                                                                WriteThisJumpOutsideOfTheMacro } }; } let output = match
                                                                'done1 : { let result = 'end1 : { let panicked = 'panic0 : {
                                                                let continued = 'continue1 : { broken1 = 'break1 : { let
                                                                residual = 'raise3 : { let payload = 'return1 : { let value
                                                                = value; break 'end1 { #[cfg(all(feature = "fast"))] let mut
                                                                return0 = ::with_runtime::__private::None; let mut raise2 =
                                                                ::with_runtime::__private::None; let mut break0 =
                                                                ::with_runtime::__private::None; let mut continue0 =
                                                                ::with_runtime::__private::None; if false { match () { () =>
                                                                ::with_runtime::__private::never() }; if true {
                                                                #[cfg(all(feature = "fast"))] { let payload =
                                                                ::with_runtime::__private::held(& return0); break 'return1
                                                                payload; } } let payload = ::with_runtime::__private::held(&
                                                                break0); break 'break1 payload; } let caught =
                                                                ::with_runtime::__private::catch_polls(::core::pin::pin!(async
                                                                { 'end2 : { continue0 =
                                                                ::with_runtime::__private::Some('continue0 : { break0 =
                                                                ::with_runtime::__private::Some('break0 : { raise2 =
                                                                ::with_runtime::__private::Some('raise2 : { let payload =
                                                                'return0 : { let value = value; break 'end2 { 'block : { if
                                                                false { match () { () => ::with_runtime::__private::never()
                                                                }; break 'block::with_runtime::__private::any(); }
                                                                #[cfg(feature = "fast")] break 'return0 1; if match
                                                                ::with_runtime::__private::branch(guard.is_open()) {
                                                                ::with_runtime::__private::Continue(value) => value,
                                                                ::with_runtime::__private::Break(residual) => break 'raise2
                                                                residual, } { break 'break0 guard.first(); } if guard
                                                                .is_last() { break 'continue0; } join!(guard.wait()); } };
                                                                }; #[cfg(all(feature = "fast"))] { return0 =
                                                                ::with_runtime::__private::Some(payload); return; } });
                                                                return; }); return; }); return; } })). await; if let
                                                                ::with_runtime::__private::Err(panicked) = caught { break
                                                                'panic0 panicked; } #[cfg(all(feature = "fast"))] { if let
                                                                ::with_runtime::__private::Some(payload) = return0 { break
                                                                'return1 payload; } } if let
                                                                ::with_runtime::__private::Some(payload) = raise2 { break
                                                                'raise3 payload; } if let
                                                                ::with_runtime::__private::Some(payload) = break0 { break
                                                                'break1 payload; } if let
                                                                ::with_runtime::__private::Some(payload) = continue0 { break
                                                                'continue1; } }; }; #[cfg(all(feature = "fast"))] { returned
                                                                = payload; let exc = exit.told_left(& returned).told_kind();
                                                                break 'done1 match exit.call(exc, returned) {
                                                                ::with_runtime::__private::Continue(returned) => break
                                                                'return2 returned, ::with_runtime::__private::Break(stop) =>
                                                                ::with_runtime::__private::Continuing::Done(stop.reached()
                                                                .settle()), }; } }; let exc = exit.told_raised(& residual)
                                                                .told_kind().told_here(); break 'done1 match exit.call(exc,
                                                                residual) { ::with_runtime::__private::Continue(residual) =>
                                                                break 'raise4 residual,
                                                                ::with_runtime::__private::Break(stop) =>
                                                                ::with_runtime::__private::Continuing::Done(stop.reached()
                                                                .settle()), }; }; let exc = exit.told_left(& broken1)
                                                                .told_kind(); break 'done1 match exit.call(exc, broken1) {
                                                                ::with_runtime::__private::Continue(broken1) => break
                                                                'break2 broken1, ::with_runtime::__private::Break(stop) =>
                                                                ::with_runtime::__private::Continuing::Done(stop.reached()
                                                                .settle()), }; }; let exc =
                                                                ::with_runtime::__private::Nothing; break 'done1 match exit
                                                                .call(exc, continued) {
                                                                ::with_runtime::__private::Continue(continued) =>
                                                                ::with_runtime::__private::Continuing::Continue(continued),
                                                                ::with_runtime::__private::Break(stop) =>
                                                                ::with_runtime::__private::Continuing::Done(stop.reached()
                                                                .settle()), }; }; let exc = exit.told_raised(& panicked)
                                                                .told_kind(); break 'done1 match exit.call(exc, panicked) {
                                                                ::with_runtime::__private::Continue(panicked) =>
                                                                ::with_runtime::__private::resume(panicked),
                                                                ::with_runtime::__private::Break(stop) =>
                                                                ::with_runtime::__private::Continuing::Done(stop.reached()
                                                                .settle()), }; }; let exc =
                                                                ::with_runtime::__private::Nothing;
                                                                ::with_runtime::__private::Continuing::Done(exit.finish(exc,
                                                                result)) } {
                                                                ::with_runtime::__private::Continuing::Done(output) =>
                                                                output, ::with_runtime::__private::Continuing::Continue(())
                                                                => break 'continue2, }; output } {
                                                                ::with_runtime::__private::Continue(result) => result,
                                                                ::with_runtime::__private::Break(failure) => break
                                                                'fail0::with_runtime::__private::reached(failure), } }; });
                                                                return; }); return; }); return; }; #[cfg(all(feature =
                                                                "fast"))] { return2 =
                                                                ::with_runtime::__private::Some(payload); return; } });
                                                                return; }); return; }); return; } }
                                                            ),
                                                        )
                                                        .await;
                                                    if let ::with_runtime::__private::Err(panicked) = caught {
                                                        break 'panic1 panicked;
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = raise0 {
                                                        break 'raise7 payload;
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = raise1 {
                                                        break 'raise8 payload;
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = continue2 {
                                                        break 'continue4;
                                                    }
                                                    #[cfg(all(feature = "fast"))]
                                                    {
                                                        if let ::with_runtime::__private::Some(payload) = return2 {
                                                            break 'return4 payload;
                                                        }
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = raise4 {
                                                        break 'raise9 payload;
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = break2 {
                                                        break 'break4 payload;
                                                    }
                                                    if let ::with_runtime::__private::Some(payload) = fail0 {
                                                        break 'fail1 payload;
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
                                            ::with_runtime::__private::Continuing::Continue(continued)
                                        }
                                        ::with_runtime::__private::Break(stop) => {
                                            ::with_runtime::__private::Continuing::Done(
                                                stop.reached().settle(),
                                            )
                                        }
                                    };
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
                        let exc = exit.told_left(&broken4).told_kind();
                        break 'done match exit.call(exc, broken4) {
                            ::with_runtime::__private::Continue(broken4) => {
                                break 'outer broken4;
                            }
                            ::with_runtime::__private::Break(stop) => {
                                ::with_runtime::__private::Continuing::Done(
                                    stop.reached().settle(),
                                )
                            }
                        };
                    };
                    let exc = exit.told_raised(&failure).told_kind().told_here();
                    break 'done match exit.call(exc, failure) {
                        ::with_runtime::__private::Continue(failure) => {
                            ::with_runtime::__private::Continuing::Done({
                                use ::with_runtime::__private::FailAs;
                                FailAs::fail_as(failure)
                            })
                        }
                        ::with_runtime::__private::Break(stop) => {
                            ::with_runtime::__private::Continuing::Done(
                                stop.reached().settle(),
                            )
                        }
                    };
                };
                let exc = exit.told_raised(&panicked).told_kind();
                break 'done match exit.call(exc, panicked) {
                    ::with_runtime::__private::Continue(panicked) => {
                        ::with_runtime::__private::resume(panicked)
                    }
                    ::with_runtime::__private::Break(stop) => {
                        ::with_runtime::__private::Continuing::Done(
                            stop.reached().settle(),
                        )
                    }
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            ::with_runtime::__private::Continuing::Done(exit.finish(exc, result))
        } {
            ::with_runtime::__private::Continuing::Done(output) => output,
            ::with_runtime::__private::Continuing::Continue(()) => continue,
        };
        output
    }
}
