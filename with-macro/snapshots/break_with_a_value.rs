fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = cursor;
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        'done: {
            let broken0;
            if false {
                match () {
                    () => !__with::never(),
                };
                broken0 = __with::any();
                break 'search broken0;
            }
            let result = 'end: {
                broken0 = 'break0: {
                    let value = value;
                    break 'end {
                        let row = value;
                        if row.matches() {
                            break 'break0 Some(row.id());
                        }
                    };
                };
                let exc = exit.exc_info_if_strict(&broken0).classify_exc();
                break 'done match exit.call_exit(exc, broken0) {
                    __with::Continue(broken0) => break 'search broken0,
                    __with::Break(stop) => (!stop).into_output(),
                };
            };
            let exc = __with::NoException;
            exit.finish_statement(exc, result)
        }
    }
}
