"""What the programs are made with; `lib.rs` and `managers.rs` have the same names."""

import asyncio
import inspect
import sys


class A(Exception):
    pass


class B(Exception):
    pass


class Panic(BaseException):
    """Stands for a panic with that payload: a statement that doesn't catch must not swallow it."""


class Leaving(BaseException):
    """Stands for an error that is returned out of a block of a strict manager. For other managers it is no exception."""


asked = 0


def note(event):
    print(event)


def step(id):
    note(f"step {id}")


def ask(every):
    global asked
    asked += 1
    return asked % every == 0


class Variable:
    def __init__(self, id):
        self.id = id
        self.lent = 0


def lend(variable):
    variable.lent += 1
    note(f"lend {variable.id}: {variable.lent}")


def take(variable):
    note(f"take {variable.id}: {variable.lent}")


def text(exc):
    """An exception in words."""
    if isinstance(exc, (Panic, Leaving)):
        (payload,) = exc.args
        return f"panic {text(payload)}" if isinstance(exc, Panic) else text(payload)
    return f"{type(exc).__name__} {exc.args[0]}"


class Manager:
    def __init__(self, id, suppresses=(), fails=(None, None), catch=False, strict=False):
        self.id = id
        self.suppresses = suppresses
        self.when, self.failure = fails
        self.catch = catch
        self.strict = strict
        self.uses = 0
        note(f"make {id}")
        self.fail_if("made")

    def fail_if(self, when):
        if self.when == when:
            raise self.failure

    def enter(self):
        note(f"enter {self.id}")
        self.fail_if("entered")
        return self

    def exit(self, left_by):
        exc = None if isinstance(left_by, Leaving) and not self.strict else left_by
        unwinding = isinstance(exc, Panic) and not self.catch
        told = "panic" if unwinding else text(exc) if exc else "nothing"
        note(f"exit {self.id} after {self.uses}: {told}")
        if unwinding:
            return False
        self.fail_if("exited")
        if exc:
            self.fail_if("excepted")
        payload = exc.args[0] if isinstance(exc, (Panic, Leaving)) else exc
        # Where the block was left by no exception, the answer should not matter.
        return left_by is None or isinstance(payload, self.suppresses)

    def __enter__(self):
        return self.enter()

    def __exit__(self, kind, exc, traceback):
        return self.exit(exc)

    async def __aenter__(self):
        await pause()
        return self.enter()

    async def __aexit__(self, kind, exc, traceback):
        await pause()
        return self.exit(exc)


async def pause():
    await asyncio.sleep(0)


def end(program):
    """How the program ends."""
    try:
        end = asyncio.run(program()) if inspect.iscoroutinefunction(program) else program()
    except (Exception, Panic, Leaving) as exc:
        end = exc
    return text(end) if isinstance(end, BaseException) else str(end)


def play(programs):
    global asked
    for index, program in programs.items():
        print(f"# {index}")
        asked = 0
        note(f"ended: {end(program)}")


