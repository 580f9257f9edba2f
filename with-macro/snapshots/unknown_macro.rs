fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::own_exit(&mut mgr).diverging(|| ::with_runtime::__private::diverge())
        };
        let value = exit.enter_manager();
        ::with_runtime::__private::Diverge::diverge({
            'done: {
                let returned;
                if false {
                    match () {
                        () => ::with_runtime::__private::never(),
                    };
                    if true {
                        returned = ::with_runtime::__private::any();
                        return returned;
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
                                let first = get!(
                                    match ::with_runtime::__private::branch(guard.first()) {
                                    ::with_runtime::__private::Continue(value) => value,
                                    ::with_runtime::__private::Break(residual) => { let _ =
                                    residual; ::with_runtime::__private::diverge() }, }
                                );
                                {
                                    let mut told = ::with_runtime::__private::like(&returned);
                                    told = first;
                                    ::with_runtime::__private::diverge()
                                };
                            };
                            break ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                        };
                        {
                            use ::with_runtime::__private::WriteThisJumpOutsideOfTheMacro;
                            WriteThisJumpOutsideOfTheMacro
                        }
                    };
                }
                returned = 'return0: {
                    let residual = 'raise0: {
                        let guard = value;
                        let first = get!(
                            match ::with_runtime::__private::branch(guard.first()) {
                            ::with_runtime::__private::Continue(value) => value,
                            ::with_runtime::__private::Break(residual) => break 'raise0
                            residual, }
                        );
                        break 'return0 first;
                    };
                    let exc = exit.told_raised(&residual).told_kind().told_here();
                    break 'done match exit.call(exc, residual) {
                        ::with_runtime::__private::Continue(residual) => residual?,
                        ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                    };
                };
                let exc = exit.told_left(&returned).told_kind();
                break 'done match exit.call(exc, returned) {
                    ::with_runtime::__private::Continue(returned) => return returned,
                    ::with_runtime::__private::Break(stop) => stop.reached().settle(),
                };
            }
        })
    }
}
