fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToNever<_, _>>(&mut mgr_)
            .diverging_statement(|| __with::diverge());
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
                    returned_ = 'return2: {
                        let value_ = value_;
                        break 'end {
                            'block1: {
                                if false {
                                    match () {
                                        () => !__with::never(),
                                    };
                                    break 'block1 match () {
                                        () => __with::any(),
                                    };
                                }
                                let guard = value_;
                                let last_ = {
                                    let mut mgr_ = open(guard);
                                    let mut exit_ = __with::Lookup::exit::<
                                        __with::ToNever<_, _>,
                                    >(&mut mgr_)
                                        .diverging_statement(|| __with::diverge());
                                    let value_ = exit_.enter_manager();
                                    __with::Certain::certain(
                                        __with::unseen(&value_).seen_kind(),
                                    );
                                    'done1: {
                                        let returned_;
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            returned_ = __with::any();
                                            break 'return2 returned_;
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
                                                        {
                                                            let mut mgr_ = read(guard);
                                                            let mut exit_ = __with::Lookup::exit::<
                                                                __with::ToNever<__with::Unreached, _>,
                                                            >(&mut mgr_)
                                                                .diverging_statement(|| __with::diverge());
                                                            let value_ = exit_.enter_manager();
                                                            __with::Certain::certain(
                                                                __with::unseen(&value_).seen_kind(),
                                                            );
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
                                                                    let value_ = value_;
                                                                    break 'return0 1;
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
                                            .exc_info_of_nested_end(&result_)
                                            .classify_exc();
                                        exit_.finish_statement(exc_, result_)
                                    }
                                };
                                if false {
                                    match () {
                                        () => !__with::never(),
                                    };
                                    last_;
                                }
                                __with::MaybeNever::discard(last_)
                            }
                        };
                    };
                    let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
                    break 'done match exit_.call_exit(exc_, returned_) {
                        __with::Continue(returned_) => return returned_,
                        __with::Break(stop_) => (!stop_).into_output(),
                    };
                };
                let exc_ = exit_.exc_info_of_nested_end(&result_).classify_exc();
                exit_.finish_statement(exc_, result_)
            }
        })
    }
}
