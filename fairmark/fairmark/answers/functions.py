"""A function that is tried on inputs; its answer is the list of its results."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fairmark.answers.groups import ListOf
from fairmark.answers.kind import Answer, described
from fairmark.answers.known import Compared, Key
from fairmark.answers.looking import all_dots
from fairmark.answers.tree import Group, Node, tree
from fairmark.answers.verdict import Verdict, not_yet
from fairmark.messages import say

LONGEST_CALL = 120
NO_FUNCTION = "a value"


class Function(ListOf):
    """A function; an exception it raises is part of the answer."""

    name = "function"
    rows = "inputs"

    def takes(self, value: Any, on: Iterable | None) -> bool:
        """Be the kind of whatever is tried on inputs."""
        return on is not None

    def size(self, node: Node) -> tuple[int, ...]:
        """Have no size: the check decides how many inputs there are."""
        return ()

    def normalise(self, value: Any, on: Iterable | None = None) -> Answer:
        """Call it on each input; a tuple is passed as several arguments."""
        if value is ...:
            return super().normalise(value)
        if on is None or not callable(value):
            node = tree(value)
            return Answer(Group(NO_FUNCTION, (node,)), said=described(value, node))
        try:
            values = [_call(value, case) for case in on]
        except KeyboardInterrupt:  # somebody stops the check
            raise
        except BaseException as error:
            return Answer(tree(f"raised {type(error).__name__}"), error=error)
        node = tree(values)
        said = tuple(
            described(each, part)
            for each, part in zip(
                values, node.parts if isinstance(node, Group) else (), strict=False
            )
        )
        return Answer(node, not all_dots(node), described(values, node), results=said)

    def describe(self, key: Key, answer: Answer, on: Iterable | None) -> str:
        """Show the first result that is not right, with its input if both are short."""
        if answer.error is not None or _is_value(answer):
            return super().describe(key, answer, on)
        wrong = [not entry.fits(key.salt) for entry in self.beside(key, answer)]
        if True in wrong and isinstance(on, Sequence):
            place = wrong.index(True)
            text = say("found.gives", call=call(key, on[place]), result=answer.results[place])
            if len(text) <= LONGEST_CALL:
                return text
        return say("found.function")

    def advise(self, key: Key, answer: Answer, on: Iterable | None) -> Verdict:
        """Ask for a function where there is none."""
        if _is_value(answer):
            return not_yet(say("kind.value", name=key.asks))
        return super().advise(key, answer, on)

    def holes(self, node: Node, entries: list[Compared]) -> str:
        """Know the function that prints instead of returning; some inputs may ask for None."""
        results = node.parts if isinstance(node, Group) else (node,)
        given = tuple(each for each in results if each != "none")
        if results and not given:
            return say("hole.returned")
        return super().holes(Group("list", given), [])

    def about(self, key: Key, entries: list[Compared], wrong: list[Compared]) -> Verdict:
        """Count inputs instead of entries."""
        said = self.one_entry(key, wrong[0])
        more = said or self.near(key)
        return not_yet(f"{self.share(entries, wrong)} {more}".strip(), bool(said))

    def share(self, entries: list[Compared], wrong: list[Compared]) -> str:
        """Say for how many inputs it is right."""
        whole, right = len(entries), len(entries) - len(wrong)
        return say("entries.inputs", right, whole=say(f"count.{self.rows}", whole))

    def one_slip(self, key: Key, entry: Compared) -> str:
        """Try none: one result may be a hundredth of another by accident."""
        return ""

    def called(self, key: Key, on: Iterable | None) -> str:
        """Say with what the check calls it."""
        if isinstance(on, Sequence) and len(on):
            count = len(on[0]) if isinstance(on[0], tuple) else 1
            given, text = say("count.arguments", count), call(key, on[0])
            name = "call.like" if len(text) <= LONGEST_CALL else "call.given"
            return say(name, arguments=given, call=text)
        return super().called(key, on)


def _is_value(answer: Answer) -> bool:
    return isinstance(answer.node, Group) and answer.node.kind == NO_FUNCTION


def call(key: Key, case: Any) -> str:
    """Write a call as a student would."""
    values = case if isinstance(case, tuple) else (case,)
    return f"{key.asks}({', '.join(map(repr, values))})"


def _call(function: Callable, case: Any) -> Any:
    return function(*case) if isinstance(case, tuple) else function(case)
