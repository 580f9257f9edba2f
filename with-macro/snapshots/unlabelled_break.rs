fn expansion() {
    {
        let mut mgr = lock.guard();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::exit::<()>(&mut mgr)
        };
        let value = exit.enter_manager();
        {
            use ::with_runtime::__private::Certain;
            let unseen = ::with_runtime::__private::unseen(&value).seen_kind();
            Certain::certain(unseen);
        }
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
                let exc = ::with_runtime::__private::Nothing;
                break 'done match exit.call(exc, broken) {
                    ::with_runtime::__private::Continue(broken) => {
                        ::with_runtime::__private::Breaking::Break(broken)
                    }
                    ::with_runtime::__private::Break(stop) => {
                        ::with_runtime::__private::Breaking::Done(
                            stop.reached().settle(),
                        )
                    }
                };
            };
            let exc = ::with_runtime::__private::Nothing;
            ::with_runtime::__private::Breaking::Done(exit.finish(exc, result))
        } {
            ::with_runtime::__private::Breaking::Done(output) => output,
            ::with_runtime::__private::Breaking::Break(()) => break,
        };
        output
    }
}
