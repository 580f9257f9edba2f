fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::outer_exit(&mut mgr).unit()
        };
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        'done: {
            let result = 'end: {
                let failure = 'fail0: {
                    let residual = 'raise2: {
                        let residual = 'raise0: {
                            let value = value;
                            break 'end {
                                let guard = value;
                                match {
                                    let mut mgr = open(guard.path());
                                    let mut exit = {
                                        use ::with_runtime::__private::Lookup;
                                        Lookup::own_exit(&mut mgr).raising_unit()
                                    };
                                    let value = match ::with_runtime::__private::branch(
                                        exit
                                            .try_enter_manager(|value| {
                                                ::with_runtime::__private::entered(value).enter_succeeded()
                                            }),
                                    ) {
                                        ::with_runtime::__private::Continue(value) => value,
                                        ::with_runtime::__private::Break(residual) => {
                                            break 'raise0 residual;
                                        }
                                    };
                                    'done1: {
                                        if false {
                                            match () {
                                                () => ::with_runtime::__private::never(),
                                            };
                                            let () = joined.last(&exit);
                                        }
                                        let result = 'end1: {
                                            let residual = 'raise1: {
                                                let value = value;
                                                break 'end1 {
                                                    let file = value;
                                                    match ::with_runtime::__private::branch(file.sync()) {
                                                        ::with_runtime::__private::Continue(value) => value,
                                                        ::with_runtime::__private::Break(residual) => {
                                                            break 'raise1 residual;
                                                        }
                                                    };
                                                };
                                            };
                                            let exc = exit
                                                .told_raised(&residual)
                                                .told_kind()
                                                .told_here();
                                            break 'done1 match exit.call(exc, residual) {
                                                ::with_runtime::__private::Continue(residual) => {
                                                    break 'raise2 residual;
                                                }
                                                ::with_runtime::__private::Break(stop) => {
                                                    stop.reached().settle()
                                                }
                                            };
                                        };
                                        let exc = ::with_runtime::__private::Nothing;
                                        exit.finish(exc, result)
                                    }
                                } {
                                    ::with_runtime::__private::Continue(result) => result,
                                    ::with_runtime::__private::Break(failure) => {
                                        break 'fail0 ::with_runtime::__private::reached(failure);
                                    }
                                }
                            };
                        };
                        let exc = exit.told_raised(&residual).told_kind().told_here();
                        break 'done match exit.call(exc, residual) {
                            ::with_runtime::__private::Continue(residual) => residual?,
                            ::with_runtime::__private::Break(stop) => {
                                stop.reached().settle()
                            }
                        };
                    };
                    let exc = exit.told_raised(&residual).told_kind().told_here();
                    break 'done match exit.call(exc, residual) {
                        ::with_runtime::__private::Continue(residual) => residual?,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
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
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
