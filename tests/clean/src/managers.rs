//! Four managers, one for each verdict, one that can't always be entered, and async ones.

use core::fmt;

use with_runtime::{AsyncContextManager, ContextManager, Exception, SendException};

/// `()`: may neither suppress nor fail.
#[derive(Debug)]
pub struct Guard;

impl ContextManager for Guard {
    type Value<'a> = &'a u32;
    type Exit = ();

    fn enter(&mut self) -> &u32 {
        &1
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// `bool`: suppresses everything.
#[derive(Debug)]
pub struct Suppress;

impl ContextManager for Suppress {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        exc.is_some()
    }
}

/// `Result<(), E>`: may fail.
#[derive(Debug)]
pub struct Commit;

impl ContextManager for Commit {
    type Value<'a> = Box<u32>;
    type Exit = Result<(), String>;

    fn enter(&mut self) -> Box<u32> {
        Box::new(0)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), String> {
        Ok(())
    }
}

/// Its `enter` may fail.
#[derive(Debug)]
pub struct Connect;

impl ContextManager for Connect {
    type Value<'a> = Result<u32, String>;
    type Exit = ();

    fn enter(&mut self) -> Result<u32, String> {
        Ok(1)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// An async one that does nothing.
#[derive(Debug)]
pub struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {
        std::future::ready(()).await;
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) {
        std::future::ready(()).await;
    }
}

/// An async one that may fail wherever it can.
#[derive(Debug)]
pub struct Dial;

impl AsyncContextManager for Dial {
    type Value<'a> = Result<&'a u32, fmt::Error>;
    type Exit = Result<(), fmt::Error>;

    async fn aenter(&mut self) -> Result<&u32, fmt::Error> {
        std::future::ready(Ok(&7)).await
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) -> Result<(), fmt::Error> {
        std::future::ready(Err(fmt::Error)).await
    }
}
