//! The statement under another name of its crate, and through a re-export.

/// A module of the user's that hands the statement on.
pub mod facade {
    pub use context::{ContextManager, Exception, with as within};
}

#[cfg(test)]
mod tests {
    use super::facade::{self, ContextManager, Exception};

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
}
