fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::own_exit(&mut mgr).diverging(|| ::with_runtime::__private::diverge())
        };
        let value = exit.enter_manager();
        let guard = value;
        {
            with! {
                @ used
            }
            let mut mgr = open(guard);
            let mut exit = {
                use ::with_runtime::__private::Lookup;
                Lookup::own_exit(&mut mgr)
                    .diverging(|| ::with_runtime::__private::diverge())
            };
            let value = exit.enter_manager();
            {
                use ::with_runtime::__private::Certain;
                let unseen = ::with_runtime::__private::unseen(&value).seen_kind();
                Certain::certain(unseen);
            }
            let value = value;
            panic!();
        };
    }
}
