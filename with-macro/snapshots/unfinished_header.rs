fn expansion() {
    {
        ::core::compile_error! {
            "expected `=>` and a block after this: `with!(EXPR as PAT => { .. })`"
        }
        use ::with_runtime::__private as __with;
        let mut mgr_ = open(path)?;
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager()?;
        let file = value_;
        match ::core::option::Option::None {
            ::core::option::Option::Some(value_) => value_,
            ::core::option::Option::None => loop {}
        }
    }
}
