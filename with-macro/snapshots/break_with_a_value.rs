fn expansion() {
    {
        let mut mgr = cursor;
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let broken0;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                broken0 = ::with_runtime::__private::any();
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
                let exc = exit.told_left(&broken0).told_kind();
                break 'done match exit.call(exc, broken0) {
                    ::with_runtime::__private::Continue(broken0) => break 'search broken0,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            exit.finish(exc, result)
        }
    }
}
