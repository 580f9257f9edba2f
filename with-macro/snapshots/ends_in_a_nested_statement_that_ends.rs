fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        let result = {
            'block: {
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    break 'block match () {
                        () => __with::any(),
                    };
                }
                let guard = value;
                {
                    let mut mgr = open(guard);
                    let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
                    let value = exit.enter_manager();
                    let result = {
                        let file = value;
                        file.close();
                    };
                    let exc = __with::NoException;
                    exit.finish_statement(exc, result)
                };
            }
        };
        let exc = __with::NoException;
        exit.finish_statement(exc, result)
    }
}
