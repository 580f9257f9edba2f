fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::joined_exit::<__with::ToValue<_>, _>(&mut mgr_);
        let joined_ = exit_.join_verdicts();
        let value_ = exit_.enter_manager();
        #[cfg(all(feature = "fast"))]
        let returned_;
        let broken3_;
        let result_;
        if false {
            match () {
                () => !__with::never(),
            };
            if true {
                #[cfg(all(feature = "fast"))]
                {
                    returned_ = __with::any();
                    return returned_;
                }
            }
            if true {
                broken3_ = __with::any();
                break 'outer broken3_;
            }
            result_ = match () {
                () => __with::any(),
            };
            __with::MayHave::done(exit_.joined_verdict(), result_)
        } else {
            let output_ = match 'done: {
                result_ = 'end: {
                    let panicked_ = 'panic1: {
                        let failure_ = 'fail1: {
                            broken3_ = 'break3: {
                                let residual_ = 'raise7: {
                                    let payload_ = 'return3: {
                                        let continued_ = 'continue3: {
                                            let residual_ = 'raise6: {
                                                let residual_ = 'raise5: {
                                                    let value_ = value_;
                                                    break 'end {
                                                        let mut raise0_ = __with::None;
                                                        let mut raise1_ = __with::None;
                                                        let mut continue2_ = __with::None;
                                                        #[cfg(all(feature = "fast"))]
                                                        let mut return2_ = __with::None;
                                                        let mut raise4_ = __with::None;
                                                        let mut break2_ = __with::None;
                                                        let mut fail0_ = __with::None;
                                                        let mut ended_ = __with::None;
                                                        if false {
                                                            match () {
                                                                () => !__with::never(),
                                                            };
                                                            if true {
                                                                #[cfg(all(feature = "fast"))]
                                                                {
                                                                    let payload_ = __with::held(&return2_);
                                                                    break 'return3 payload_;
                                                                }
                                                            }
                                                            if true {
                                                                let payload_ = __with::held(&break2_);
                                                                break 'break3 payload_;
                                                            }
                                                            __with::held(&ended_)
                                                        } else {
                                                            let caught_ = __with::catch_polls(
                                                                    ::core::pin::pin!(
                                                                        async { ended_ = __with::Some('end3 : { fail0_ =
                                                                        __with::Some('fail0 : { break2_ = __with::Some('break2 : {
                                                                        raise4_ = __with::Some('raise4 : { let payload_ = 'return2 :
                                                                        { continue2_ = __with::Some('continue2 : { raise1_ =
                                                                        __with::Some('raise1 : { raise0_ = __with::Some('raise0 : {
                                                                        let value_ = value_; break 'end3 { let guard = value_; match
                                                                        { let mut mgr_ = match __with::Try::branch(inner(& guard)) {
                                                                        __with::Continue(value_) => value_, __with::Break(residual_)
                                                                        => break 'raise0 residual_, }; let mut exit_ =
                                                                        __with::Lookup::exit:: < __with::ToOuter < _ > > (& mut
                                                                        mgr_); let value_ = match __with::Try::branch(exit_
                                                                        .try_enter_manager(| value_ |
                                                                        __with::Try::carries_on(value_))) { __with::Continue(value_)
                                                                        => value_, __with::Break(residual_) => break 'raise1
                                                                        residual_, }; #[cfg(all(feature = "fast"))] let returned_;
                                                                        let broken1_; let result_; if false { match () { () => !
                                                                        __with::never() }; if true { #[cfg(all(feature = "fast"))] {
                                                                        returned_ = __with::any(); break 'return2 returned_; } } if
                                                                        true { broken1_ = __with::any(); break 'break2 broken1_; }
                                                                        result_ = joined_.value_of_innermost(& exit_); } let output_
                                                                        = match 'done1 : { result_ = 'end1 : { let panicked_ =
                                                                        'panic0 : { let continued_ = 'continue1 : { broken1_ =
                                                                        'break1 : { let residual_ = 'raise3 : { let payload_ =
                                                                        'return1 : { let value_ = value_; break 'end1 {
                                                                        #[cfg(all(feature = "fast"))] let mut return0_ =
                                                                        __with::None; let mut raise2_ = __with::None; let mut
                                                                        break0_ = __with::None; let mut continue0_ = __with::None;
                                                                        let mut ended_ = __with::None; if false { match () { () => !
                                                                        __with::never() }; if true { #[cfg(all(feature = "fast"))] {
                                                                        let payload_ = __with::held(& return0_); break 'return1
                                                                        payload_; } } if true { let payload_ = __with::held(&
                                                                        break0_); break 'break1 payload_; } __with::held(& ended_) }
                                                                        else { let caught_ =
                                                                        __with::catch_polls(::core::pin::pin!(async { ended_ =
                                                                        __with::Some('end2 : { continue0_ = __with::Some('continue0
                                                                        : { break0_ = __with::Some('break0 : { raise2_ =
                                                                        __with::Some('raise2 : { let payload_ = 'return0 : { let
                                                                        value_ = value_; break 'end2 { 'block : { if false { match
                                                                        () { () => ! __with::never() }; break 'block match () { ()
                                                                        => __with::any(), }; } #[cfg(feature = "fast")] break
                                                                        'return0 1; if match __with::Try::branch(guard.is_open()) {
                                                                        __with::Continue(value_) => value_, __with::Break(residual_)
                                                                        => break 'raise2 residual_, } { break 'break0 guard.first();
                                                                        } if guard.is_last() { break 'continue0; } join!(guard
                                                                        .wait()); } }; }; #[cfg(all(feature = "fast"))] { return0_ =
                                                                        __with::Some(payload_); return; } }); return; }); return;
                                                                        }); return; }); })). await; if let __with::Err(panicked_) =
                                                                        caught_ { break 'panic0 panicked_; } #[cfg(all(feature =
                                                                        "fast"))] { if let __with::Some(payload_) = return0_ { break
                                                                        'return1 payload_; } } if let __with::Some(payload_) =
                                                                        raise2_ { break 'raise3 payload_; } if let
                                                                        __with::Some(payload_) = break0_ { break 'break1 payload_; }
                                                                        if let __with::Some(payload_) = continue0_ { break
                                                                        'continue1; } __with::stored(ended_) } }; };
                                                                        #[cfg(all(feature = "fast"))] { returned_ = payload_; let
                                                                        exc_ = exit_.exc_info_if_strict(& returned_).classify_exc();
                                                                        break 'done1 match exit_.call_exit(exc_, returned_) {
                                                                        __with::Continue(returned_) => break 'return2 returned_,
                                                                        __with::Break(stop_) => __with::Continuing::Done((! stop_)
                                                                        .into_output()), }; } }; let exc_ = exit_.exc_info_of(&
                                                                        residual_).classify_exc().raised_here(); break 'done1 match
                                                                        exit_.call_exit(exc_, residual_) {
                                                                        __with::Continue(residual_) => break 'raise4 residual_,
                                                                        __with::Break(stop_) => __with::Continuing::Done((! stop_)
                                                                        .into_output()), }; }; let exc_ = exit_.exc_info_if_strict(&
                                                                        broken1_).classify_exc(); break 'done1 match exit_
                                                                        .call_exit(exc_, broken1_) { __with::Continue(broken1_) =>
                                                                        break 'break2 broken1_, __with::Break(stop_) =>
                                                                        __with::Continuing::Done((! stop_).into_output()), }; }; let
                                                                        exc_ = __with::NoException; break 'done1 match exit_
                                                                        .call_exit(exc_, continued_) { __with::Continue(continued_)
                                                                        => __with::Continuing::Continue(continued_),
                                                                        __with::Break(stop_) => __with::Continuing::Done((! stop_)
                                                                        .into_output()), }; }; let exc_ = exit_.exc_info_of(&
                                                                        panicked_).classify_exc(); break 'done1 match exit_
                                                                        .call_exit(exc_, panicked_) { __with::Continue(panicked_) =>
                                                                        __with::resume(panicked_), __with::Break(stop_) =>
                                                                        __with::Continuing::Done((! stop_).into_output()), }; }; let
                                                                        exc_ = exit_.exc_info_at_plain_end(& result_)
                                                                        .classify_exc(); __with::Continuing::Done(exit_
                                                                        .finish_statement(exc_, result_)) } {
                                                                        __with::Continuing::Done(output_) => output_,
                                                                        __with::Continuing::Continue(()) => break 'continue2, };
                                                                        output_ } { __with::Continue(result_) => result_,
                                                                        __with::Break(failure_) => break 'fail0! failure_, } }; });
                                                                        return; }); return; }); return; }; #[cfg(all(feature =
                                                                        "fast"))] { return2_ = __with::Some(payload_); return; } });
                                                                        return; }); return; }); return; }); }
                                                                    ),
                                                                )
                                                                .await;
                                                            if let __with::Err(panicked_) = caught_ {
                                                                break 'panic1 panicked_;
                                                            }
                                                            if let __with::Some(payload_) = raise0_ {
                                                                break 'raise5 payload_;
                                                            }
                                                            if let __with::Some(payload_) = raise1_ {
                                                                break 'raise6 payload_;
                                                            }
                                                            if let __with::Some(payload_) = continue2_ {
                                                                break 'continue3;
                                                            }
                                                            #[cfg(all(feature = "fast"))]
                                                            {
                                                                if let __with::Some(payload_) = return2_ {
                                                                    break 'return3 payload_;
                                                                }
                                                            }
                                                            if let __with::Some(payload_) = raise4_ {
                                                                break 'raise7 payload_;
                                                            }
                                                            if let __with::Some(payload_) = break2_ {
                                                                break 'break3 payload_;
                                                            }
                                                            if let __with::Some(payload_) = fail0_ {
                                                                break 'fail1 payload_;
                                                            }
                                                            __with::stored(ended_)
                                                        }
                                                    };
                                                };
                                                let exc_ = exit_
                                                    .exc_info_of(&residual_)
                                                    .classify_exc()
                                                    .raised_here();
                                                break 'done match exit_.call_exit(exc_, residual_) {
                                                    __with::Continue(residual_) => residual_?,
                                                    __with::Break(stop_) => {
                                                        __with::Continuing::Done((!stop_).into_output())
                                                    }
                                                };
                                            };
                                            let exc_ = exit_
                                                .exc_info_of(&residual_)
                                                .classify_exc()
                                                .raised_here();
                                            break 'done match exit_.call_exit(exc_, residual_) {
                                                __with::Continue(residual_) => residual_?,
                                                __with::Break(stop_) => {
                                                    __with::Continuing::Done((!stop_).into_output())
                                                }
                                            };
                                        };
                                        let exc_ = __with::NoException;
                                        break 'done match exit_.call_exit(exc_, continued_) {
                                            __with::Continue(continued_) => {
                                                __with::Continuing::Continue(continued_)
                                            }
                                            __with::Break(stop_) => {
                                                __with::Continuing::Done((!stop_).into_output())
                                            }
                                        };
                                    };
                                    #[cfg(all(feature = "fast"))]
                                    {
                                        returned_ = payload_;
                                        let exc_ = exit_
                                            .exc_info_if_strict(&returned_)
                                            .classify_exc();
                                        break 'done match exit_.call_exit(exc_, returned_) {
                                            __with::Continue(returned_) => return returned_,
                                            __with::Break(stop_) => {
                                                __with::Continuing::Done((!stop_).into_output())
                                            }
                                        };
                                    }
                                };
                                let exc_ = exit_
                                    .exc_info_of(&residual_)
                                    .classify_exc()
                                    .raised_here();
                                break 'done match exit_.call_exit(exc_, residual_) {
                                    __with::Continue(residual_) => residual_?,
                                    __with::Break(stop_) => {
                                        __with::Continuing::Done((!stop_).into_output())
                                    }
                                };
                            };
                            let exc_ = exit_
                                .exc_info_if_strict(&broken3_)
                                .classify_exc();
                            break 'done match exit_.call_exit(exc_, broken3_) {
                                __with::Continue(broken3_) => break 'outer broken3_,
                                __with::Break(stop_) => {
                                    __with::Continuing::Done((!stop_).into_output())
                                }
                            };
                        };
                        let exc_ = exit_
                            .exc_info_of(&failure_)
                            .classify_exc()
                            .raised_here();
                        break 'done match exit_.call_exit(exc_, failure_) {
                            __with::Continue(failure_) => {
                                __with::Continuing::Done(__with::FailAs::fail_as(failure_))
                            }
                            __with::Break(stop_) => {
                                __with::Continuing::Done((!stop_).into_output())
                            }
                        };
                    };
                    let exc_ = exit_.exc_info_of(&panicked_).classify_exc();
                    break 'done match exit_.call_exit(exc_, panicked_) {
                        __with::Continue(panicked_) => __with::resume(panicked_),
                        __with::Break(stop_) => {
                            __with::Continuing::Done((!stop_).into_output())
                        }
                    };
                };
                let exc_ = exit_.exc_info_at_plain_end(&result_).classify_exc();
                __with::Continuing::Done(exit_.finish_statement(exc_, result_))
            } {
                __with::Continuing::Done(output_) => output_,
                __with::Continuing::Continue(()) => continue,
            };
            output_
        }
    }
}
