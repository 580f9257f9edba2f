fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::outer_exit(&mut mgr).ending(|| ::with_runtime::__private::diverge())
        };
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        ::with_runtime::__private::Diverge::diverge({
            'done: {
                let returned;
                if false {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    returned = ::with_runtime::__private::any();
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
                                    let mut exit = {
                                        use ::with_runtime::__private::Lookup;
                                        Lookup::own_exit(&mut mgr).raising_diverging()
                                    };
                                    let value = exit.enter_manager();
                                    'done1: {
                                        let returned;
                                        if false {
                                            match () {
                                                () => ::with_runtime::__private::never(),
                                            };
                                            if true {
                                                returned = ::with_runtime::__private::any();
                                                break 'return1 returned;
                                            }
                                            joined.last(&exit);
                                        }
                                        returned = 'return0: {
                                            let file = value;
                                            break 'return0 file.sync();
                                        };
                                        let exc = exit.told_left(&returned).told_kind();
                                        break 'done1 match exit.call(exc, returned) {
                                            ::with_runtime::__private::Continue(returned) => {
                                                break 'return1 returned;
                                            }
                                            ::with_runtime::__private::Break(stop) => {
                                                stop.reached().settle()
                                            }
                                        };
                                    }
                                } {
                                    ::with_runtime::__private::Continue(result) => result,
                                    ::with_runtime::__private::Break(failure) => {
                                        break 'fail0 ::with_runtime::__private::reached(failure);
                                    }
                                }
                            };
                        };
                        let exc = exit.told_left(&returned).told_kind();
                        break 'done match exit.call(exc, returned) {
                            ::with_runtime::__private::Continue(returned) => {
                                return returned;
                            }
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = exit.told_raised(&failure).told_kind().told_here();
                    break 'done match exit.call(exc, failure) {
                        ::with_runtime::__private::Continue(failure) => {
                            use ::with_runtime::__private::FailAs;
                            FailAs::fail_as(failure)
                        }
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_ended_by(&result).told_kind();
                exit.finish(exc, result)
            }
        })
    }
}
