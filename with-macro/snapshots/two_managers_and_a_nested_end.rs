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
                        returned = 'return2: {
                            let value = value;
                            break 'end {
                                let guard = value;
                                match {
                                    let mut mgr = open(guard.path());
                                    let mut exit = __with::Lookup::exit::<
                                        __with::ToOuter<_>,
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
                                                break 'return2 returned;
                                            }
                                            joined.value_of_innermost(&exit);
                                        }
                                        let result = 'end1: {
                                            returned = 'return1: {
                                                let value = value;
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
                                                        let file = value;
                                                        {
                                                            let mut mgr = read(file);
                                                            let mut exit = __with::Lookup::exit::<
                                                                __with::ToNever<__with::Unreached, _>,
                                                            >(&mut mgr)
                                                                .diverging_statement(|| __with::diverge());
                                                            let value = exit.enter_manager();
                                                            'done2: {
                                                                let returned;
                                                                if false {
                                                                    match () {
                                                                        () => !__with::never(),
                                                                    };
                                                                    returned = __with::any();
                                                                    break 'return1 returned;
                                                                }
                                                                returned = 'return0: {
                                                                    let text = value;
                                                                    break 'return0 text.len();
                                                                };
                                                                let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                                                break 'done2 match exit.call_exit(exc, returned) {
                                                                    __with::Continue(returned) => break 'return1 returned,
                                                                    __with::Break(stop) => (!stop).into_output(),
                                                                };
                                                            }
                                                        }
                                                    }
                                                };
                                            };
                                            let exc = exit.exc_info_if_strict(&returned).classify_exc();
                                            break 'done1 match exit.call_exit(exc, returned) {
                                                __with::Continue(returned) => break 'return2 returned,
                                                __with::Break(stop) => (!stop).into_output(),
                                            };
                                        };
                                        let exc = exit.exc_info_if_strict(&result).classify_exc();
                                        exit.finish_statement(exc, result)
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
