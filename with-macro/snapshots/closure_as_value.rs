fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<_>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let bailed;
            let result;
            if false {
                match () {
                    () => !__with::never(),
                };
                if true {
                    bailed = __with::any();
                    return bailed;
                }
                result = match () {
                    () => __with::any(),
                };
                break 'done __with::MayHave::done(exit.joined_verdict(), result);
            }
            result = 'end: {
                bailed = 'bail0: {
                    let value = value;
                    break 'end {
                        let guard = value;
                        get!(guard);
                        if guard.is_empty() {
                            { break 'bail0 (|| { anyhow::bail!("empty") })() };
                        }
                        |number| number + guard.len()
                    };
                };
                let exc = exit.exc_info_of_bail(&bailed).classify_exc().raised_here();
                break 'done match exit.call_exit(exc, bailed) {
                    __with::Continue(bailed) => return bailed,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = exit.exc_info_at_plain_end(&result).classify_exc();
            exit.finish_statement(exc, result)
        }
    }
}
