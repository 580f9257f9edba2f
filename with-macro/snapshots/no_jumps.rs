fn expansion() {
    {
        let mut mgr = File::create(path)?;
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        let result = {
            let mut file = value;
            file.write_all(b"hello");
        };
        let exc = ::with_runtime::__private::Nothing;
        exit.finish(exc, result)
    }
}
