fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr = lock.guard();
        let mut exit = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr);
        let value = exit.enter_manager();
        __with::Certain::certain(__with::unseen(&value).seen_kind());
        let output = match 'done: {
            let result = 'end: {
                let broken = 'break0: {
                    let value = value;
                    break 'end {
                        if queue.is_empty() {
                            break 'break0;
                        }
                    };
                };
                let exc = __with::NoException;
                break 'done match exit.call_exit(exc, broken) {
                    __with::Continue(broken) => __with::Breaking::Break(broken),
                    __with::Break(stop) => __with::Breaking::Done((!stop).into_output()),
                };
            };
            let exc = __with::NoException;
            __with::Breaking::Done(exit.finish_statement(exc, result))
        } {
            __with::Breaking::Done(output) => output,
            __with::Breaking::Break(()) => break,
        };
        output
    }
}
