fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        let result_ = {
            'block: {
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    break 'block match () {
                        () => __with::any(),
                    };
                }
                let guard = value_;
                {
                    let mut mgr_ = open(guard);
                    let mut exit_ = __with::Lookup::exit::<
                        __with::ToValue<()>,
                    >(&mut mgr_);
                    let value_ = exit_.enter_manager();
                    let result_ = {
                        let file = value_;
                        file.close();
                    };
                    let exc_ = __with::NoException;
                    {
                        let output_ = exit_.finish_statement(exc_, result_);
                        output_
                    }
                };
            }
        };
        let exc_ = __with::NoException;
        {
            let output_ = exit_.finish_statement(exc_, result_);
            output_
        }
    }
}
