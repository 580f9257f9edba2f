fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = pool.transaction();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let returned;
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    returned = __with::any();
                    return returned;
                }
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
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
                            match __with::branch(tx.execute(statement)) {
                                __with::Continue(value) => value,
                                __with::Break(residual) => break 'raise0 residual,
                            }
                        };
                    };
                    let exc = exit.exc_info_if_strict(&returned).classify_exc();
                    break 'done match exit.call_exit(exc, returned) {
                        __with::Continue(returned) => return returned,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, residual) {
                    __with::Continue(residual) => residual?,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_plain_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
