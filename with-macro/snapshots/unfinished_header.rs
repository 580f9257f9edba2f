fn expansion() {
    {
        ::core::compile_error! {
            "expected `=>` and a block after this: `with!(EXPR as PAT => { .. })`"
        }
        use ::with_runtime::__private as __with;
        let mut mgr = open(path)?;
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager()?;
        let file = value;
        match ::core::option::Option::None {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => loop {}
        }
    }
}
