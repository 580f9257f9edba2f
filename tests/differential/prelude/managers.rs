//! Managers that note what happens to them.

use std::marker::PhantomData;

use with_runtime::{AsyncContextManager, ContextManager, Exception, ExceptionKind, SendException, Verdict};

use crate::{A, B, Error, note, pause};

/// What an exit is told.
enum Told {
    Nothing,
    /// A panic that passes through.
    Unwinding,
    Exception { name: &'static str, text: String },
}

impl Told {
    fn new(exc: Option<Exception<'_>>) -> Self {
        let Some(mut exc) = exc else {
            return Told::Nothing;
        };
        let panics = exc.kind() == ExceptionKind::Panic;
        // In an asynchronous exit a payload can be seen by `downcast_mut` only; an `Error` holds one of the two.
        let a = exc.downcast_mut::<A>().map(|a| ("A", a.to_string()));
        let b = exc.downcast_mut::<B>().map(|b| ("B", b.to_string()));
        match a.or(b).or_else(|| exc.as_error().and_then(inner)) {
            Some((name, text)) if panics => Told::Exception { name, text: format!("panic {text}") },
            Some((name, text)) => Told::Exception { name, text },
            None if panics => Told::Unwinding,
            None => Told::Exception { name: "", text: format!("something else: {exc:?}") },
        }
    }
}

fn inner(error: &(dyn std::error::Error + 'static)) -> Option<(&'static str, String)> {
    let name = if error.is::<A>() { "A" } else if error.is::<B>() { "B" } else { return None };
    Some((name, error.to_string()))
}

/// A manager whose exit answers with a `V`.
pub struct Manager<V> {
    id: u32,
    uses: u32,
    suppresses: &'static [&'static str],
    fails: Option<(&'static str, Fail)>,
    verdict: PhantomData<fn() -> V>,
}

/// Makes what a manager fails with, or panics with it.
type Fail = fn() -> Error;

impl<V: Answer> Manager<V> {
    pub fn new(id: u32) -> Self {
        note(format_args!("make {id}"));
        Self { id, uses: 0, suppresses: &[], fails: None, verdict: PhantomData }
    }

    pub fn suppresses(self, suppresses: &'static [&'static str]) -> Self {
        Self { suppresses, ..self }
    }

    pub fn fails(self, when: &'static str, fail: Fail) -> Self {
        Self { fails: Some((when, fail)), ..self }
    }

    /// The same manager, whose enter may fail with an `E`.
    pub fn entering<E: From<Error>>(self) -> Entering<V, E> {
        Entering(self, PhantomData)
    }

    /// The same manager, the making of which fails with an `E`, or panics.
    pub fn made<E: From<Error>>(self) -> Result<Self, E> {
        self.fail_if("made")?;
        Ok(self)
    }

    fn fail_if(&self, when: &str) -> Result<(), Error> {
        match self.fails {
            Some((at, fail)) if at == when => Err(fail()),
            _ => Ok(()),
        }
    }

    fn entered<E: From<Error>>(&mut self) -> Result<&mut u32, E> {
        note(format_args!("enter {}", self.id));
        self.fail_if("entered")?;
        Ok(&mut self.uses)
    }

    fn exited(&mut self, told: &Told) -> V {
        let text = match told {
            Told::Nothing => "nothing",
            Told::Unwinding => "panic",
            Told::Exception { text, .. } => text,
        };
        note(format_args!("exit {} after {}: {text}", self.id, self.uses));
        V::answer(self.verdict(told))
    }

    fn verdict(&self, told: &Told) -> Result<bool, Error> {
        self.fail_if("exited")?;
        if !matches!(told, Told::Nothing) {
            self.fail_if("excepted")?;
        }
        Ok(match told {
            Told::Exception { name, .. } => self.suppresses.contains(name),
            // Here the answer should not matter.
            Told::Nothing | Told::Unwinding => !self.suppresses.is_empty(),
        })
    }
}

/// A verdict of the type that is asked for.
pub trait Answer: Verdict<Answer = Self> {
    fn answer(verdict: Result<bool, Error>) -> Self;
}

impl Answer for () {
    fn answer(verdict: Result<bool, Error>) {
        assert!(!verdict.unwrap());
    }
}

impl Answer for bool {
    fn answer(verdict: Result<bool, Error>) -> bool {
        verdict.unwrap()
    }
}

impl<E: From<Error>> Answer for Result<(), E> {
    fn answer(verdict: Result<bool, Error>) -> Self {
        assert!(!verdict?);
        Ok(())
    }
}

impl<E: From<Error>> Answer for Result<bool, E> {
    fn answer(verdict: Result<bool, Error>) -> Self {
        Ok(verdict?)
    }
}

impl<V: Answer> ContextManager for Manager<V> {
    type Value<'a> = &'a mut u32 where Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> &mut u32 {
        self.entered::<Error>().unwrap()
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        self.exited(&Told::new(exc))
    }
}

/// A manager whose enter may fail with an `E`.
pub struct Entering<V, E>(Manager<V>, PhantomData<fn() -> E>);

impl<V: Answer, E: From<Error>> ContextManager for Entering<V, E> {
    type Value<'a> = Result<&'a mut u32, E> where Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> Result<&mut u32, E> {
        self.0.entered()
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        self.0.exited(&Told::new(exc))
    }
}

// As asynchronous managers they let other tasks run before they do the same.

impl<V: Answer> AsyncContextManager for Manager<V> {
    type Value<'a> = &'a mut u32 where Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> &mut u32 {
        pause().await;
        self.enter()
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        pause().await;
        self.exited(&Told::new(exc.map(Exception::from)))
    }
}

impl<V: Answer, E: From<Error>> AsyncContextManager for Entering<V, E> {
    type Value<'a> = Result<&'a mut u32, E> where Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> Result<&mut u32, E> {
        pause().await;
        self.enter()
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        pause().await;
        self.0.exited(&Told::new(exc.map(Exception::from)))
    }
}

/// A wrapper that does nothing of its own.
pub struct Wrapper<M>(pub M);

impl<M: ContextManager> ContextManager for Wrapper<M> {
    type Value<'a> = M::Value<'a> where Self: 'a;
    type Exit = M::Exit;

    fn enter(&mut self) -> M::Value<'_> {
        self.0.enter()
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> <M::Exit as Verdict>::Answer {
        self.0.exit(exc)
    }
}

impl<M: AsyncContextManager> AsyncContextManager for Wrapper<M> {
    type Value<'a> = M::Value<'a> where Self: 'a;
    type Exit = M::Exit;

    async fn aenter(&mut self) -> M::Value<'_> {
        self.0.aenter().await
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> <M::Exit as Verdict>::Answer {
        self.0.aexit(exc).await
    }

    fn cancelled(&mut self) {
        self.0.cancelled();
    }
}
