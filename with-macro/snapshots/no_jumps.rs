fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = File::create(path)?;
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        let result_ = {
            let mut file = value_;
            file.write_all(b"hello");
        };
        let exc_ = __with::NoException;
        {
            let output_ = exit_.finish_statement(exc_, result_);
            output_
        }
    }
}
