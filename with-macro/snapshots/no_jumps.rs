fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = File::create(path)?;
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        let result = {
            let mut file = value;
            file.write_all(b"hello");
        };
        let exc = __with::NoException;
        exit.finish_statement(exc, result)
    }
}
