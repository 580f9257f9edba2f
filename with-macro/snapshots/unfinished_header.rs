fn expansion() {
    {
        ::core::compile_error! {
            "expected `=>` and a block after this: `with!(EXPR as PAT => { .. })`"
        }
        let mut mgr = open(path)?;
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager()?;
        let file = value;
    }
}
