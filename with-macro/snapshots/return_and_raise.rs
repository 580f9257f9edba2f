fn expansion() {
    {
        let mut mgr = pool.transaction();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let returned;
            let result;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    returned = ::with_runtime::__private::any();
                    return returned;
                }
                result = ::with_runtime::__private::any();
                break 'done {
                    use ::with_runtime::__private::MayHave;
                    MayHave::done(exit.joined_verdict(), result)
                };
            }
            result = 'end: {
                let residual = 'raise0: {
                    returned = 'return0: {
                        let value = value;
                        break 'end {
                            let tx = value;
                            if tx.is_empty() {
                                break 'return0 Ok(0);
                            }
                            match ::with_runtime::__private::branch(
                                tx.execute(statement),
                            ) {
                                ::with_runtime::__private::Continue(value) => value,
                                ::with_runtime::__private::Break(residual) => {
                                    break 'raise0 residual;
                                }
                            }
                        };
                    };
                    let exc = exit.told_left(&returned).told_kind();
                    break 'done match exit.call(exc, returned) {
                        ::with_runtime::__private::Continue(returned) => return returned,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_raised(&residual).told_kind().told_here();
                break 'done match exit.call(exc, residual) {
                    ::with_runtime::__private::Continue(residual) => residual?,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = exit.told_ended(&result).told_kind();
            exit.finish(exc, result)
        }
    }
}
