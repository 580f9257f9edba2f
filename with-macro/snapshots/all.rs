fn expansion() {
    {
        let mut mgr = lock();
        let mut exit = {
            use ::with_runtime::__private::Lookup;
            Lookup::outer_exit(&mut mgr).value()
        };
        let joined = exit.joined();
        let value = exit.enter();
        let broken;
        let broken3;
        let result;
        if false {
            match () {
                () => ::with_runtime::__private::never(),
            };
            if true {
                broken = ::with_runtime::__private::any();
                break broken;
            }
            if true {
                broken3 = ::with_runtime::__private::any();
                break 'a broken3;
            }
            result = ::with_runtime::__private::any();
            exit.done(result)
        } else {
            match 'done: {
                result = 'end: {
                    let failure = 'fail0: {
                        broken3 = 'break3: {
                            let residual = 'raise3: {
                                let residual = 'raise2: {
                                    let continued = 'continue1: {
                                        broken = 'break2: {
                                            break 'end {
                                                #[cfg(not(all(foo)))]
                                                {
                                                    if false {
                                                        match () {
                                                            () => ::with_runtime::__private::never(),
                                                        };
                                                        break 'raise3 ::with_runtime::__private::any::<
                                                            ::with_runtime::__private::Absent,
                                                        >();
                                                    }
                                                }
                                                let guard = value;
                                                match {
                                                    let mut mgr = x;
                                                    let mut exit = {
                                                        use ::with_runtime::__private::Lookup;
                                                        Lookup::own_exit(&mut mgr).raising()
                                                    };
                                                    let value = exit.enter();
                                                    let broken;
                                                    let broken1;
                                                    let result;
                                                    if false {
                                                        match () {
                                                            () => ::with_runtime::__private::never(),
                                                        };
                                                        if true {
                                                            broken = ::with_runtime::__private::any();
                                                            break 'break2 broken;
                                                        }
                                                        if true {
                                                            broken1 = ::with_runtime::__private::any();
                                                            break 'break3 broken1;
                                                        }
                                                        result = joined.last(&exit);
                                                    }
                                                    match 'done1: {
                                                        result = 'end1: {
                                                            broken1 = 'break1: {
                                                                let residual = 'raise1: {
                                                                    let continued = 'continue0: {
                                                                        broken = 'break0: {
                                                                            let residual = 'raise0: {
                                                                                break 'end1 {
                                                                                    #[cfg(not(all(foo)))]
                                                                                    {
                                                                                        if false {
                                                                                            match () {
                                                                                                () => ::with_runtime::__private::never(),
                                                                                            };
                                                                                            break 'raise1 ::with_runtime::__private::any::<
                                                                                                ::with_runtime::__private::Absent,
                                                                                            >();
                                                                                        }
                                                                                    }
                                                                                    let b = value;
                                                                                    match ::with_runtime::__private::branch(foo()) {
                                                                                        ::with_runtime::__private::Continue(value) => value,
                                                                                        ::with_runtime::__private::Break(residual) => {
                                                                                            break 'raise0 residual;
                                                                                        }
                                                                                    };
                                                                                    if x {
                                                                                        break 'break0 4;
                                                                                    }
                                                                                    if x {
                                                                                        break 'continue0;
                                                                                    }
                                                                                    #[cfg(foo)]
                                                                                    if x {
                                                                                        match ::with_runtime::__private::branch(z()) {
                                                                                            ::with_runtime::__private::Continue(value) => value,
                                                                                            ::with_runtime::__private::Break(residual) => {
                                                                                                break 'raise1 residual;
                                                                                            }
                                                                                        };
                                                                                    }
                                                                                    if x {
                                                                                        break 'break1 4;
                                                                                    }
                                                                                    5
                                                                                };
                                                                            };
                                                                            let exc = exit.raised(&residual).kind();
                                                                            let stop = match exit.call(exc, residual) {
                                                                                ::with_runtime::__private::Continue(residual) => {
                                                                                    break 'raise2 residual;
                                                                                }
                                                                                ::with_runtime::__private::Break(stop) => stop.reached(),
                                                                            };
                                                                            break 'done1 ::with_runtime::__private::Flow::Done(
                                                                                stop.settle(),
                                                                            );
                                                                        };
                                                                        let exc = exit.left(&broken).kind();
                                                                        let stop = match exit.call(exc, broken) {
                                                                            ::with_runtime::__private::Continue(broken) => {
                                                                                break 'done1 ::with_runtime::__private::Flow::Break(broken);
                                                                            }
                                                                            ::with_runtime::__private::Break(stop) => stop.reached(),
                                                                        };
                                                                        break 'done1 ::with_runtime::__private::Flow::Done(
                                                                            stop.settle(),
                                                                        );
                                                                    };
                                                                    let exc = ::with_runtime::__private::Nothing;
                                                                    let stop = match exit.call(exc, continued) {
                                                                        ::with_runtime::__private::Continue(continued) => {
                                                                            break 'done1 ::with_runtime::__private::Flow::Continue(
                                                                                continued,
                                                                            );
                                                                        }
                                                                        ::with_runtime::__private::Break(stop) => stop.reached(),
                                                                    };
                                                                    break 'done1 ::with_runtime::__private::Flow::Done(
                                                                        stop.settle(),
                                                                    );
                                                                };
                                                                let exc = exit.raised(&residual).kind();
                                                                let stop = match exit.call(exc, residual) {
                                                                    ::with_runtime::__private::Continue(residual) => {
                                                                        #[cfg(all(foo))] { break 'raise3 residual }
                                                                        #[cfg(not(all(foo)))] { match residual {} }
                                                                    }
                                                                    ::with_runtime::__private::Break(stop) => stop.reached(),
                                                                };
                                                                break 'done1 ::with_runtime::__private::Flow::Done(
                                                                    stop.settle(),
                                                                );
                                                            };
                                                            let exc = exit.left(&broken1).kind();
                                                            let stop = match exit.call(exc, broken1) {
                                                                ::with_runtime::__private::Continue(broken1) => {
                                                                    break 'break3 broken1;
                                                                }
                                                                ::with_runtime::__private::Break(stop) => stop.reached(),
                                                            };
                                                            break 'done1 ::with_runtime::__private::Flow::Done(
                                                                stop.settle(),
                                                            );
                                                        };
                                                        let exc = exit.ended(&result).kind();
                                                        ::with_runtime::__private::Flow::Done(
                                                            exit.finish(exc, result),
                                                        )
                                                    } {
                                                        ::with_runtime::__private::Flow::Done(output) => output,
                                                        ::with_runtime::__private::Flow::Break(broken) => {
                                                            break 'break2 broken;
                                                        }
                                                        ::with_runtime::__private::Flow::Continue(continued) => {
                                                            break 'continue1;
                                                        }
                                                    }
                                                } {
                                                    ::with_runtime::__private::Continue(result) => result,
                                                    ::with_runtime::__private::Break(failure) => {
                                                        break 'fail0 ::with_runtime::__private::reached(failure);
                                                    }
                                                }
                                            };
                                        };
                                        let exc = exit.left(&broken).kind();
                                        let stop = match exit.call(exc, broken) {
                                            ::with_runtime::__private::Continue(broken) => {
                                                break 'done ::with_runtime::__private::Flow::Break(broken);
                                            }
                                            ::with_runtime::__private::Break(stop) => stop.reached(),
                                        };
                                        break 'done ::with_runtime::__private::Flow::Done(
                                            stop.settle(),
                                        );
                                    };
                                    let exc = ::with_runtime::__private::Nothing;
                                    let stop = match exit.call(exc, continued) {
                                        ::with_runtime::__private::Continue(continued) => {
                                            break 'done ::with_runtime::__private::Flow::Continue(
                                                continued,
                                            );
                                        }
                                        ::with_runtime::__private::Break(stop) => stop.reached(),
                                    };
                                    break 'done ::with_runtime::__private::Flow::Done(
                                        stop.settle(),
                                    );
                                };
                                let exc = exit.raised(&residual).kind();
                                let stop = match exit.call(exc, residual) {
                                    ::with_runtime::__private::Continue(residual) => {
                                        match residual? {}
                                    }
                                    ::with_runtime::__private::Break(stop) => stop.reached(),
                                };
                                break 'done ::with_runtime::__private::Flow::Done(
                                    stop.settle(),
                                );
                            };
                            let exc = exit.raised(&residual).kind();
                            let stop = match exit.call(exc, residual) {
                                ::with_runtime::__private::Continue(residual) => {
                                    #[cfg(all(foo))] { match residual? {} }
                                    #[cfg(not(all(foo)))] { match residual {} }
                                }
                                ::with_runtime::__private::Break(stop) => stop.reached(),
                            };
                            break 'done ::with_runtime::__private::Flow::Done(
                                stop.settle(),
                            );
                        };
                        let exc = exit.left(&broken3).kind();
                        let stop = match exit.call(exc, broken3) {
                            ::with_runtime::__private::Continue(broken3) => {
                                break 'a broken3;
                            }
                            ::with_runtime::__private::Break(stop) => stop.reached(),
                        };
                        break 'done ::with_runtime::__private::Flow::Done(stop.settle());
                    };
                    let exc = exit.raised(&failure).kind();
                    let stop = match exit.call(exc, failure) {
                        ::with_runtime::__private::Continue(failure) => {
                            break 'done ::with_runtime::__private::Flow::Done({
                                use ::with_runtime::__private::FailAs;
                                FailAs::fail_as(failure)
                            });
                        }
                        ::with_runtime::__private::Break(stop) => stop.reached(),
                    };
                    break 'done ::with_runtime::__private::Flow::Done(stop.settle());
                };
                let exc = exit.ended(&result).kind();
                ::with_runtime::__private::Flow::Done(exit.finish(exc, result))
            } {
                ::with_runtime::__private::Flow::Done(output) => output,
                ::with_runtime::__private::Flow::Break(broken) => break broken,
                ::with_runtime::__private::Flow::Continue(continued) => continue,
            }
        }
    }
}
