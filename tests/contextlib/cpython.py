"""Every scenario of up to three entries in an ExitStack, and what CPython's does with it, one a
line.

An entry is a digit. 0 to 3 is a pushed exit that does nothing, suppresses, raises, or raises what
it was given; 4 to 7 is a manager that is entered, with such an exit; 8 is a callback that returns
True, and 9 one that raises.
"""

from contextlib import ExitStack


class Fault(Exception):
    pass


class Manager:
    def __init__(self, log, number, does):
        self.log, self.number, self.does = log, number, does

    def __enter__(self):
        self.log.append(f"enter {self.number}")

    def __exit__(self, _, exc, __):
        self.log.append(f"{self.number} is given {exc or 'nothing'}")
        if self.does == 2:
            raise Fault(f"new {self.number}")
        if self.does == 3 and exc:
            raise exc
        return self.does == 1


def callback(log, number, raises):
    log.append(f"callback {number}")
    if raises:
        raise Fault(f"new {number}")
    return True


def run(log, entries, raises):
    with ExitStack() as stack:
        for number, entry in enumerate(entries):
            manager = Manager(log, number, entry % 4)
            if entry < 4:
                stack.push(manager)
            elif entry < 8:
                stack.enter_context(manager)
            else:
                stack.callback(callback, log, number, entry == 9)
        if raises:
            raise Fault("body")
    log.append("after")


for raises in False, True:
    for length in range(4):
        for code in range(10**length):
            entries = [code // 10**place % 10 for place in range(length)]
            log = []
            try:
                run(log, entries, raises)
            except Fault as fault:
                log.append(f"raised {fault}")
            print(f"{'raises' if raises else 'ends'} {entries}: {', '.join(log)}")
