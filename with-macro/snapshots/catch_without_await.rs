fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        'done: {
            let result_;
            if false {
                match () {
                    () => !__with::never(),
                };
                result_ = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit_.joined_verdict(), result_);
            }
            result_ = 'end: {
                let panicked_ = 'panic0: {
                    let value_ = value_;
                    break 'end {
                        let mut ended_ = __with::None;
                        if false {
                            match () {
                                () => !__with::never(),
                            };
                            __with::held(&ended_)
                        } else {
                            let caught_ = __with::catch(|| {
                                ended_ = __with::Some({
                                    let guard = value_;
                                    let later = async { guard.next().await };
                                    let last = async move |number| guard.at(number).await;
                                    const fn nothing() {}
                                    spawn!(async move { guard.next(). await });
                                    later
                                });
                            });
                            if let __with::Err(panicked_) = caught_ {
                                break 'panic0 panicked_;
                            }
                            __with::stored(ended_)
                        }
                    };
                };
                let exc_ = exit_.exc_info_of(&panicked_).classify_exc();
                break 'done match exit_.call_exit(exc_, panicked_) {
                    __with::Continue(panicked_) => __with::resume(panicked_),
                    __with::Break(stop_) => (!stop_).into_output(),
                };
            };
            let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
            exit_.finish_statement(exc_, result_)
        }
    }
}
