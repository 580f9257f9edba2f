fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::joined_exit::<
            __with::ToNever<_, _>,
            _,
        >(&mut mgr_)
            .diverging_statement(|| __with::diverge());
        let joined_ = exit_.join_verdicts();
        let value_ = exit_.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let returned_;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    returned_ = __with::any();
                    return returned_;
                }
                let result_ = 'end: {
                    let failure_ = 'fail0: {
                        returned_ = 'return2: {
                            let value_ = value_;
                            break 'end {
                                let guard = value_;
                                match {
                                    let mut mgr_ = open(guard.path());
                                    let mut exit_ = __with::Lookup::exit::<
                                        __with::ToOuterNever<_>,
                                    >(&mut mgr_);
                                    let value_ = exit_.enter_manager();
                                    'done1: {
                                        let returned_;
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            if true {
                                                returned_ = __with::any();
                                                break 'return2 returned_;
                                            }
                                            joined_.value_of_innermost(&exit_);
                                        }
                                        let result_ = 'end1: {
                                            returned_ = 'return1: {
                                                let value_ = value_;
                                                break 'end1 {
                                                    'block: {
                                                        if false {
                                                            match () {
                                                                () => !__with::never(),
                                                            };
                                                            break 'block match () {
                                                                () => __with::any(),
                                                            };
                                                        }
                                                        let file = value_;
                                                        {
                                                            let mut mgr_ = read(file);
                                                            let mut exit_ = __with::Lookup::exit::<
                                                                __with::ToNever<__with::Unreached, _>,
                                                            >(&mut mgr_)
                                                                .diverging_statement(|| __with::diverge());
                                                            let value_ = exit_.enter_manager();
                                                            'done2: {
                                                                let returned_;
                                                                if false {
                                                                    match () {
                                                                        () => !__with::never(),
                                                                    };
                                                                    returned_ = __with::any();
                                                                    break 'return1 returned_;
                                                                }
                                                                returned_ = 'return0: {
                                                                    let text = value_;
                                                                    break 'return0 text.len();
                                                                };
                                                                let exc_ = exit_
                                                                    .exc_info_if_strict(&returned_)
                                                                    .classify_exc();
                                                                break 'done2 match exit_.call_exit(exc_, returned_) {
                                                                    __with::Continue(returned_) => break 'return1 returned_,
                                                                    __with::Break(stop_) => (!stop_).into_output(),
                                                                };
                                                            }
                                                        }
                                                    }
                                                };
                                            };
                                            let exc_ = exit_
                                                .exc_info_if_strict(&returned_)
                                                .classify_exc();
                                            break 'done1 match exit_.call_exit(exc_, returned_) {
                                                __with::Continue(returned_) => break 'return2 returned_,
                                                __with::Break(stop_) => (!stop_).into_output(),
                                            };
                                        };
                                        let exc_ = exit_
                                            .exc_info_if_strict(&result_)
                                            .classify_exc();
                                        exit_.finish_statement(exc_, result_)
                                    }
                                } {
                                    __with::Continue(result_) => result_,
                                    __with::Break(failure_) => break 'fail0 !failure_,
                                }
                            };
                        };
                        let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                        break 'done match exit_.call_exit(exc_, returned_) {
                            __with::Continue(returned_) => return returned_,
                            __with::Break(stop_) => (!stop_).into_output(),
                        };
                    };
                    let exc_ = exit_.exc_info_of(&failure_).classify_exc().raised_here();
                    break 'done match exit_.call_exit(exc_, failure_) {
                        __with::Continue(failure_) => __with::FailAs::fail_as(failure_),
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of_nested_end(&result_).classify_exc();
                exit_.finish_statement(exc_, result_)
            }
        })
    }
}
