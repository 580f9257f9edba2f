fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit(&mut mgr)
        };
        let value = exit.enter_manager();
        'done: {
            let bailed;
            let result;
            if false {
                match () {
                    () => ::with_runtime::__private::never(),
                };
                if true {
                    bailed = ::with_runtime::__private::any();
                    return bailed;
                }
                if true {
                    result = ::with_runtime::__private::any();
                    break 'done {
                        use ::with_runtime::__private::MayHave;
                        MayHave::done(exit.joined_verdict(), result)
                    };
                }
                #[allow(
                    warnings,
                    unused,
                    clippy::all,
                    clippy::pedantic,
                    reason = "a copy of the block, which is checked itself"
                )]
                let _ = async {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    let _: ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro = loop {
                        let _ = {
                            let mut value = ::with_runtime::__private::like(&value);
                            let guard = value;
                            get!(guard);
                            if guard.is_empty() {
                                { ::with_runtime::__private::diverge() };
                            }
                            |number| number + guard.len()
                        };
                        break ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                    };
                    {
                        use ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                        WriteThisJumpOutsideOfTheMacro
                    }
                };
            }
            result = 'end: {
                bailed = 'bail0: {
                    let value = value;
                    break 'end {
                        let guard = value;
                        get!(guard);
                        if guard.is_empty() {
                            { break 'bail0 (|| { anyhow::bail!("empty") })() };
                        }
                        |number| number + guard.len()
                    };
                };
                let exc = exit.told_bailed(&bailed).told_kind().told_here();
                break 'done match exit.call(exc, bailed) {
                    ::with_runtime::__private::Continue(bailed) => return bailed,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            };
            let exc = exit.told_ended(&result).told_kind();
            exit.finish(exc, result)
        }
    }
}
