fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr)
            .diverging_statement(|| __with::diverge());
        let value = exit.enter_manager();
        let guard = value;
        {
            let mut mgr = open(guard);
            let mut exit = __with::Lookup::exit::<
                __with::ToNever<__with::Unreached, _>,
            >(&mut mgr)
                .diverging_statement(|| __with::diverge());
            let value = exit.enter_manager();
            __with::Certain::certain(__with::unseen(&value).seen_kind());
            let value = value;
            let _: __with::Never = match () {
                () => {
                    panic!();
                }
            };
        };
    }
}
