fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr_)
            .diverging_statement(|| __with::diverge());
        let value_ = exit_.enter_manager();
        __with::MaybeNever::diverge({
            #[cfg(all(feature = "fast"))]
            let returned_;
            if false {
                match () {
                    () => !__with::never(),
                };
                #[cfg(all(feature = "fast"))]
                {
                    returned_ = __with::any();
                    return returned_;
                }
            }
            let output_ = match 'done: {
                let continued_ = 'continue1: {
                    let residual_ = 'raise4: {
                        let residual_ = 'raise3: {
                            let broken0_ = 'break0: {
                                let residual_ = 'raise2: {
                                    let continued_ = 'continue0: {
                                        let residual_ = 'raise1: {
                                            let residual_ = 'raise0: {
                                                let payload_ = 'return0: {
                                                    let mut value_ = value_;
                                                    let ref mut guard = value_;
                                                    #[cfg(feature = "fast")] break 'return0 1;
                                                    'inner: while match __with::Try::branch(guard.next()) {
                                                        __with::Continue(value_) => value_,
                                                        __with::Break(residual_) => break 'raise0 residual_,
                                                    } {
                                                        if guard.is_last() {
                                                            break 'inner;
                                                        }
                                                        for item in match __with::Try::branch(guard.items()) {
                                                            __with::Continue(value_) => value_,
                                                            __with::Break(residual_) => break 'raise1 residual_,
                                                        } {
                                                            match item {
                                                                0 => continue,
                                                                1 => break,
                                                                2 => continue 'inner,
                                                                3 => break 'continue0,
                                                                #[cfg(feature = "checked")]
                                                                item if match __with::Try::branch(item.check()) {
                                                                    __with::Continue(value_) => value_,
                                                                    __with::Break(residual_) => break 'raise2 residual_,
                                                                } => break 'break0,
                                                                _ => {}
                                                            }
                                                        }
                                                    }
                                                    let found = loop {
                                                        break match __with::Try::branch(guard.find()) {
                                                            __with::Continue(value_) => value_,
                                                            __with::Break(residual_) => break 'raise3 residual_,
                                                        };
                                                    };
                                                    let later = || guard.find()?;
                                                    let soon = async { guard.find()? };
                                                    [match __with::Try::branch(found) {
                                                        __with::Continue(value_) => value_,
                                                        __with::Break(residual_) => break 'raise4 residual_,
                                                    }; 3];
                                                    break 'continue1;
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
                                        __with::Continue(continued_) => continue 'outer,
                                        __with::Break(stop_) => {
                                            __with::Continuing::Done((!stop_).into_output())
                                        }
                                    };
                                };
                                #[cfg(all(feature = "checked"))]
                                {
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
                                }
                            };
                            #[cfg(all(feature = "checked"))]
                            {
                                let exc_ = __with::NoException;
                                break 'done match exit_.call_exit(exc_, broken0_) {
                                    __with::Continue(broken0_) => break 'outer,
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
            } {
                __with::Continuing::Done(output_) => output_,
                __with::Continuing::Continue(()) => continue,
            };
            output_
        })
    }
}
