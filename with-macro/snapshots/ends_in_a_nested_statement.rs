fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToNever<_, _>>(&mut mgr)
            .diverging_statement(|| __with::diverge());
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
                    returned = 'return2: {
                        let value = value;
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
                                let guard = value;
                                let last = {
                                    let mut mgr = open(guard);
                                    let mut exit = __with::Lookup::exit::<
                                        __with::ToNever<_, _>,
                                    >(&mut mgr)
                                        .diverging_statement(|| __with::diverge());
                                    let value = exit.enter_manager();
                                    __with::Certain::certain(
                                        __with::unseen(&value).seen_kind(),
                                    );
                                    'done1: {
                                        let returned;
                                        if false {
                                            match () {
                                                () => !__with::never(),
                                            };
                                            returned = __with::any();
                                            break 'return2 returned;
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
                                                        {
                                                            let mut mgr = read(guard);
                                                            let mut exit = __with::Lookup::exit::<
                                                                __with::ToNever<__with::Unreached, _>,
                                                            >(&mut mgr)
                                                                .diverging_statement(|| __with::diverge());
                                                            let value = exit.enter_manager();
                                                            __with::Certain::certain(
                                                                __with::unseen(&value).seen_kind(),
                                                            );
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
                                                                    let value = value;
                                                                    break 'return0 1;
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
                                        let exc = exit
                                            .exc_info_of_nested_end(&result)
                                            .classify_exc();
                                        exit.finish_statement(exc, result)
                                    }
                                };
                                if false {
                                    match () {
                                        () => !__with::never(),
                                    };
                                    last;
                                }
                                __with::MaybeNever::discard(last)
                            }
                        };
                    };
                    let exc = exit.exc_info_if_strict(&returned).classify_exc();
                    break 'done match exit.call_exit(exc, returned) {
                        __with::Continue(returned) => return returned,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of_nested_end(&result).classify_exc();
                exit.finish_statement(exc, result)
            }
        })
    }
}
