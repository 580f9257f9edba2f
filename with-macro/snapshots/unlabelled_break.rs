fn expansion() {
    {
        use ::with_runtime::__private as __with;
        let mut mgr_ = lock.guard();
        let mut exit_ = __with::Lookup::exit::<__with::ToValue<()>>(&mut mgr_);
        let value_ = exit_.enter_manager();
        __with::Certain::certain(__with::unseen(&value_).seen_kind());
        let output_ = match 'done: {
            let result_ = 'end: {
                let broken_ = 'break0: {
                    let value_ = value_;
                    break 'end {
                        if queue.is_empty() {
                            break 'break0;
                        }
                    };
                };
                let exc_ = __with::NoException;
                break 'done match exit_.call_exit(exc_, broken_) {
                    __with::Continue(broken_) => __with::Breaking::Break(broken_),
                    __with::Break(stop_) => {
                        __with::Breaking::Done((!stop_).into_output())
                    }
                };
            };
            let exc_ = __with::NoException;
            __with::Breaking::Done(exit_.finish_statement(exc_, result_))
        } {
            __with::Breaking::Done(output_) => output_,
            __with::Breaking::Break(()) => break,
        };
        output_
    }
}
