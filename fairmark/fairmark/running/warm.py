"""A warm process: libraries imported once, then one fork per run, each shut into a sandbox.

It has one thread, never sees a reference, and ends when the grader's end of its socket closes.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import warnings
from dataclasses import dataclass
from typing import Any

from fairmark.running import cgroup, sandbox
from fairmark.running.frames import pack
from fairmark.running.programs import Bounds, View
from fairmark.running.shell import make_shell, serve

CHANNEL = 3
READY = {"ready": True}
LARGEST_ORDER = 131_072  # the names of all modules take some 20 kB


@dataclass
class Order:
    """One run that was asked for.

    Parameters
    ----------
    channel, life : int
        Descriptors: the socket of the run, and the socket whose end is the run's end.
    view : View
        What the run sees.
    bounds : Bounds
        What it may use.
    """

    channel: int
    life: int
    view: View
    bounds: Bounds


def main() -> None:
    """Say whether runs can be isolated, import, and fork one run per order until the grader ends.

    The answer comes first: the grader reads its sets while this process imports.
    """
    control = socket.socket(fileno=int(sys.argv[1]))
    reason = sandbox.unavailable()
    control.send(json.dumps({"unavailable": reason}).encode())
    if reason:
        return
    warnings.simplefilter("ignore")  # of libraries that look for a home folder
    shell = make_shell()
    warnings.resetwarnings()
    companion = importlib.import_module(sys.argv[2]) if sys.argv[2] else None
    if companion:
        companion.prepare()
    _load([])
    while (asked := _next(control)) is not None:
        if isinstance(asked, Order):
            _begin(asked, control, shell, companion)
        else:
            _load(asked)
            control.send(json.dumps(READY).encode())
    control.close()
    _reap(0)


def _load(names: list[str]) -> None:
    """Import what runs will import, and leave it out of every later collection of garbage."""
    for name in names:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # a collection in a child would copy every page it visits


def _next(control: socket.socket) -> Order | list[str] | None:
    """Wait for the next order or the next list of modules; None if the grader has gone."""
    while not select.select([control], [], [], 1.0)[0]:
        _reap(os.WNOHANG)
    text, descriptors, _, _ = socket.recv_fds(control, LARGEST_ORDER, 2)
    if not text:
        return None
    asked = json.loads(text)
    if "imports" in asked:
        return asked["imports"]
    lists = {name: tuple(asked["view"][name]) for name in ("shown", "hidden")}
    variables = tuple((name, value) for name, value in asked["view"]["variables"])
    view = View(asked["view"]["data"], **lists, variables=variables)
    return Order(*descriptors, view, Bounds(**asked["bounds"]))


def _begin(order: Order, control: socket.socket, shell: Any, companion: Any) -> None:
    if os.fork() == 0:
        control.close()
        _supervise(order, shell, companion)
    os.close(order.channel)
    os.close(order.life)
    _reap(os.WNOHANG)


def _reap(how: int) -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, how)[0]:
            pass


def _supervise(order: Order, shell: Any, companion: Any) -> None:
    """Stand outside the sandbox: end the run when it ends, is told to, or the grader dies."""
    code, group = 1, None
    try:
        group = cgroup.make(order.bounds.together)
        sandbox.separate()
        base = sandbox.memory_of(os.getpid())
        number = os.getpid()
        begin, told = os.pipe()
        student = os.fork()
        if student == 0:
            os.close(told)
            os.read(begin, 1)  # not before it stands in its group
            _become_student(order, shell, companion, number)
        os.close(order.channel)
        cgroup.join(group, student)
        os.close(begin)
        os.close(told)
        life = socket.socket(fileno=order.life)
        life.sendall(pack({"pid": student, "base": base}))
        ended = os.pidfd_open(student)
        while not select.select([ended, life], [], [], 0.5)[0] and not cgroup.ran_out(group):
            pass
        os.kill(student, signal.SIGKILL)  # process 1: everything in its namespace ends with it
        code = os.waitstatus_to_exitcode(os.waitpid(student, 0)[1])
    finally:
        cgroup.leave(group)
        os._exit(code & 0x7F)


def _become_student(order: Order, shell: Any, companion: Any, number: int) -> None:
    """Keep one descriptor, shut the door, run the program."""
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        channel = os.dup(order.channel) if order.channel <= CHANNEL else order.channel
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.dup2(channel, CHANNEL)
        sandbox.close_all_above(CHANNEL)
        sandbox.shut_in(order.view, order.bounds, number)
        cell_cpu, variables = order.bounds.cell_cpu, dict(order.view.variables)
        order.__dict__.clear()  # it names folders of the teacher, which a program could look up
        with socket.socket(fileno=CHANNEL) as open_channel:
            open_channel.sendall(pack(READY))
            serve(shell, open_channel, cell_cpu, variables, companion)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
