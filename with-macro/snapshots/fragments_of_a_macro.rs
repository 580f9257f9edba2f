fn expansion() {
    {
        let mut mgr = <Lock as Make<A, B>>::make(x as u32);
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::outer_exit(&mut mgr).value()
        };
        let joined = exit.join_verdicts();
        let value = exit.enter_manager();
        'done: {
            let result;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                result = ::with_runtime::__private::any();
                break 'done {
                    use ::with_runtime::__private::MayHave;
                    MayHave::done(exit.joined_verdict(), result)
                };
            }
            result = 'end: {
                let failure = 'fail0: {
                    let residual = 'raise2: {
                        let residual = 'raise0: {
                            let value = value;
                            break 'end {
                                let ((a, [b, ..]) | (b, [a, ..])) = value;
                                match {
                                    let mut mgr = G::<A, B> {
                                        c: match ::with_runtime::__private::branch(d) {
                                            ::with_runtime::__private::Continue(value) => value,
                                            ::with_runtime::__private::Break(residual) => {
                                                break 'raise0 residual;
                                            }
                                        },
                                    };
                                    let mut exit = {
                                        use ::with_runtime::__private::Lookup;
                                        Lookup::own_exit(&mut mgr).raising()
                                    };
                                    let value = exit.enter_manager();
                                    {
                                        use ::with_runtime::__private::Certain;
                                        let unseen = ::with_runtime::__private::unseen(&value)
                                            .seen_kind();
                                        Certain::certain(unseen);
                                    }
                                    'done1: {
                                        let result;
                                        if false {
                                            match () {
                                                () => ::with_runtime::__private::never(),
                                            };
                                            result = joined.last(&exit);
                                        }
                                        result = 'end1: {
                                            let residual = 'raise1: {
                                                let value = value;
                                                break 'end1 {
                                                    'block: {
                                                        if a {
                                                            break 'block 1;
                                                        }
                                                        match ::with_runtime::__private::branch(b) {
                                                            ::with_runtime::__private::Continue(value) => value,
                                                            ::with_runtime::__private::Break(residual) => {
                                                                break 'raise1 residual;
                                                            }
                                                        }
                                                    }
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
                                        let exc = exit.told_ended(&result).told_kind();
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
            let exc = exit.told_ended(&result).told_kind();
            exit.finish(exc, result)
        }
    }
}
