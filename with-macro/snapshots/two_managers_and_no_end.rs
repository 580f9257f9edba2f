fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::joined_exit::<__with::ToNever<_, _>, _>(&mut mgr)
            .diverging_statement(|| __with::diverge());
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let returned;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    returned = __with::any();
                    return returned;
                }
                let result = 'end: {
                    let failure = 'fail0: {
                        returned = 'return1: {
                            let value = value;
                            break 'end {
                                let guard = value;
                                match {
                                    let mut mgr = open(guard.path());
                                    let mut exit = __with::Lookup::exit::<
                                        __with::ToOuter<__with::Unreached>,
                                    >(&mut mgr);
                                    let value = exit.enter_manager();
                                    'done1: {
                                        let returned;
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            if true {
                                                returned = __with::any();
                                                break 'return1 returned;
                                            }
                                            joined.value_of_innermost(&exit);
                                        }
                                        returned = 'return0: {
                                            let file = value;
                                            break 'return0 file.sync();
                                        };
                                        let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                        break 'done1 match exit.call_exit(exc, returned) {
                                            __with::Continue(returned) => break 'return1 returned,
                                            __with::Break(stop) => (!stop).into_output(),
                                        };
                                    }
                                } {
                                    __with::Continue(result) => result,
                                    __with::Break(failure) => break 'fail0 !failure,
                                }
                            };
                        };
                        let exc = exit.exc_info_if_strict(&returned).classify_exc();
                        break 'done match exit.call_exit(exc, returned) {
                            __with::Continue(returned) => return returned,
                            __with::Break(stop) => (!stop).into_output(),
                        };
                    };
                    let exc = exit.exc_info_of(&failure).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, failure) {
                        __with::Continue(failure) => __with::FailAs::fail_as(failure),
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of_nested_end(&result).classify_exc();
                exit.finish_statement(exc, result)
            }
        })
    }
}
