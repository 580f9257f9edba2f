fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        let result = {
            'block: {
                if false {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    break 'block ::with_runtime::__private::any();
                }
                let guard = value;
                {
                    with! {
                        @ used
                    }
                    let mut mgr = open(guard);
                    let mut exit = {
                        use ::with_runtime::__private::Lookup;
                        Lookup::exit::<()>(&mut mgr)
                    };
                    let value = exit.enter_manager();
                    let result = {
                        let file = value;
                        file.close();
                    };
                    let exc = ::with_runtime::__private::Nothing;
                    exit.finish(exc, result)
                };
            }
        };
        let exc = ::with_runtime::__private::Nothing;
        exit.finish(exc, result)
    }
}
