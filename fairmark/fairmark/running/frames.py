"""Messages between the grader and a run: JSON with a length before it, and a cap on that length.

What comes from a run was perhaps written by its own code, so every message is examined.
"""

import json
import select
import struct
import time
from collections.abc import Callable

HEAD = struct.Struct("!I")
LOOK = 0.2  # seconds between two looks at the clocks, whether anything arrives or not
LARGEST, LARGEST_PROGRAM = 200_000, 20_000_000


class Nonsense(ValueError):
    """A message that is no message: too long, no JSON, or not of the form that was agreed."""


def pack(message: dict) -> bytes:
    """Write a message as bytes."""
    body = json.dumps(message).encode("ascii")
    return HEAD.pack(len(body)) + body


class Reader:
    """Read messages from a socket without ever waiting longer than it is told.

    Parameters
    ----------
    channel : socket.socket
        One end of it.
    largest : int
        Bytes of the longest message that is accepted.
    """

    def __init__(self, channel, largest: int = LARGEST) -> None:
        self.channel = channel
        self.largest = largest
        self.held = b""

    def read(self, alive: Callable[[], bool]) -> dict | None:
        """Return the next message.

        Parameters
        ----------
        alive : callable
            Asked several times a second, also while bytes arrive; False ends the wait.

        Returns
        -------
        dict or None
            None at the end of the stream or of the wait.

        Raises
        ------
        Nonsense
            If it is not a message.
        """
        head = self._take(HEAD.size, alive)
        if head is None:
            return None
        (length,) = HEAD.unpack(head)
        if length > self.largest:
            raise Nonsense(f"a message of {length} bytes")
        body = self._take(length, alive)
        return None if body is None else _parsed(body)

    def _take(self, size: int, alive: Callable[[], bool]) -> bytes | None:
        pause, looked = 0.05, time.monotonic()
        while len(self.held) < size:
            arrived = select.select([self.channel], [], [], pause)[0]
            if not arrived or time.monotonic() - looked > LOOK:
                if not alive():
                    return None
                pause, looked = LOOK, time.monotonic()
            if not arrived:
                continue
            try:
                got = self.channel.recv(65_536)
            except OSError:
                return None
            if not got:
                return None
            self.held += got
        taken, self.held = self.held[:size], self.held[size:]
        return taken


def _parsed(body: bytes) -> dict:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Nonsense("no JSON") from error
    if not isinstance(message, dict):
        raise Nonsense("no object")
    return message


def text_of(message: dict, name: str, longest: int) -> str:
    """Return a text of a message, cut to size; anything else is nonsense."""
    value = message.get(name, "")
    if not isinstance(value, str):
        raise Nonsense(f"{name} is no text")
    return value[:longest].encode("utf-8", "replace").decode("utf-8")
