fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock();
        let mut exit = __with::Lookup::exit::<
            __with::ToNever<__with::Unreached, _>,
        >(&mut mgr)
            .diverging_statement(|| __with::diverge());
        let value = exit.enter_manager();
        __with::MaybeNever::diverge({
            'done: {
                let returned;
                if false {
                    match () {
                        () => !__with::never(),
                    };
                    returned = __with::any();
                    return returned;
                }
                returned = 'return0: {
                    let residual = 'raise0: {
                        let guard = value;
                        let first = get!(
                            (match __with::branch(guard.first()) {
                            __with::Continue(value) => value, __with::Break(residual) =>
                            break 'raise0 residual, })
                        );
                        break 'return0 first;
                    };
                    let exc = exit.exc_info_of(&residual).classify_exc().raised_here();
                    break 'done match exit.call_exit(exc, residual) {
                        __with::Continue(residual) => residual?,
                        __with::Break(stop) => (!stop).into_output(),
                    };
                };
                let exc = exit.exc_info_if_strict(&returned).classify_exc();
                break 'done match exit.call_exit(exc, returned) {
                    __with::Continue(returned) => return returned,
                    __with::Break(stop) => (!stop).into_output(),
                };
            }
        })
    }
}
