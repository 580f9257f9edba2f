//! The statement under another name of its crate, and through a re-export.

/// A module of the user's that hands the statement on.
pub mod facade {
    pub use context::{AsyncContextManager, ContextManager, Exception, SendException};
    pub use context::{async_with as async_within, with as within};
}

#[cfg(test)]
mod tests {
    use super::facade::{self, AsyncContextManager, ContextManager, Exception, SendException};

    struct Depth<'a>(&'a mut u32);

    impl ContextManager for Depth<'_> {
        type Value<'a>
            = &'a mut u32
        where
            Self: 'a;
        type Exit = bool;

        fn enter(&mut self) -> &mut u32 {
            *self.0 += 1;
            self.0
        }

        fn exit(&mut self, _: Option<Exception<'_>>) -> bool {
            *self.0 -= 1;
            true
        }
    }

    #[test]
    fn a_renamed_dependency_works() -> Result<(), std::num::ParseIntError> {
        let mut depth = 0;
        context::with!(Depth(&mut depth) as depth => {
            *depth += "10".parse::<u32>()?;
            *depth += "ten".parse::<u32>()?;
        });
        assert_eq!(depth, 10);
        Ok(())
    }

    #[test]
    fn a_renamed_re_export_works() {
        let mut depth = 0;
        facade::within!(Depth(&mut depth) as depth => {
            *depth += 5;
        });
        assert_eq!(depth, 5);
    }
    impl AsyncContextManager for Depth<'_> {
        type Value<'a>
            = &'a mut u32
        where
            Self: 'a;
        type Exit = ();

        async fn aenter(&mut self) -> &mut u32 {
            self.enter()
        }

        async fn aexit(&mut self, _: Option<SendException<'_>>) {
            *self.0 -= 1;
        }
    }

    #[test]
    fn so_does_the_async_statement() {
        let mut depth = 0;
        {
            let run = std::pin::pin!(async {
                facade::async_within!(Depth(&mut depth) as depth => { *depth += 5 });
                context::async_with!(Depth(&mut depth) as depth => catch { *depth += 5 });
            });
            let mut context = std::task::Context::from_waker(std::task::Waker::noop());
            assert!(run.poll(&mut context).is_ready());
        }
        assert_eq!(depth, 10);
    }
}
