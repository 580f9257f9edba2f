fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr_)
            .diverging_statement(|| __with::diverge());
        let value_ = exit_.enter_manager();
        let guard = value_;
        {
            let mut mgr_ = open(guard);
            let mut exit_ = __with::Lookup::exit::<
                __with::ToNever<__with::Unreached, _>,
            >(&mut mgr_)
                .diverging_statement(|| __with::diverge());
            let value_ = exit_.enter_manager();
            __with::Certain::certain(__with::unseen(&value_).seen_kind());
            let value_ = value_;
            let _: __with::Never = match () {
                () => {
                    panic!();
                }
            };
        };
    }
}
