fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let broken_;
        #[cfg(any(all(feature = "first"), all(feature = "last")))]
        let returned_;
        let result_;
        if false {
            match () {
                () => !__with::never(),
            };
            if true {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    broken_ = __with::any();
                    {
                        #[cfg(any(all(feature = "first"), all(feature = "last")))]
                        { break broken_ }
                        #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                        { __with::diverge() }
                    };
                }
            }
            if true {
                #[cfg(any(all(feature = "first"), all(feature = "last")))]
                {
                    returned_ = __with::any();
                    return returned_;
                }
            }
            result_ = match () {
                () => __with::any(),
            };
            __with::MayHave::done(exit_.joined_verdict(), result_)
        } else {
            let output_ = match 'done: {
                result_ = 'end: {
                    let payload_ = 'return0: {
                        let payload_ = 'break1: {
                            let payload_ = 'break0: {
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
                                        #[cfg(feature = "first")]
                                        if guard.is_first() {
                                            break 'break0 guard.first();
                                        }
                                        #[cfg(feature = "last")]
                                        if guard.is_last() {
                                            break 'break1 guard.last();
                                        }
                                        #[cfg(feature = "first")] break 'return0 1;
                                        #[cfg(feature = "last")] break 'return0 2;
                                    }
                                };
                            };
                            #[cfg(all(feature = "first"))]
                            {
                                broken_ = payload_;
                                let exc_ = exit_
                                    .exc_info_if_strict(&broken_)
                                    .classify_exc();
                                break 'done match exit_.call_exit(exc_, broken_) {
                                    __with::Continue(broken_) => {
                                        __with::Breaking::Break(broken_)
                                    }
                                    __with::Break(stop_) => {
                                        __with::Breaking::Done((!stop_).into_output())
                                    }
                                };
                            }
                        };
                        #[cfg(all(feature = "last"))]
                        {
                            broken_ = payload_;
                            let exc_ = exit_.exc_info_if_strict(&broken_).classify_exc();
                            break 'done match exit_.call_exit(exc_, broken_) {
                                __with::Continue(broken_) => {
                                    __with::Breaking::Break(broken_)
                                }
                                __with::Break(stop_) => {
                                    __with::Breaking::Done((!stop_).into_output())
                                }
                            };
                        }
                    };
                    #[cfg(any(all(feature = "first"), all(feature = "last")))]
                    {
                        returned_ = payload_;
                        let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                        break 'done match exit_.call_exit(exc_, returned_) {
                            __with::Continue(returned_) => return returned_,
                            __with::Break(stop_) => {
                                __with::Breaking::Done((!stop_).into_output())
                            }
                        };
                    }
                };
                let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
                __with::Breaking::Done(exit_.finish_statement(exc_, result_))
            } {
                __with::Breaking::Done(output_) => output_,
                __with::Breaking::Break(broken_) => {
                    #[cfg(any(all(feature = "first"), all(feature = "last")))]
                    { break broken_ }
                    #[cfg(not(any(all(feature = "first"), all(feature = "last"))))]
                    { __with::diverge() }
                }
            };
            output_
        }
    }
}
