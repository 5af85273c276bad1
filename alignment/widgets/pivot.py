"""The pivotality pane of lesson 06: would a text have failed if one state had voted otherwise?
The lesson hands over the majority rule; the pane recounts with another vote.
"""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.tables import load
from alignment.widgets.panel import ChoicePanel, dropdown, state_table

VOTES = {"yes": "Y", "no": "N", "abstain": "A"}
_WORDS = {letter: word for word, letter in VOTES.items()}


class PivotalityPane(ChoicePanel):
    """Flip the vote of one state on every text and count how many outcomes change.

    Parameters
    ----------
    tallies : pandas.DataFrame
        One row per text: `text`, `yes`, `no` (states) and the vote of the state (Y, N or A).
    vote : str
        Column that holds the vote of the state. It is the state's code, such as "CHN": the pane
        names the state after it, so that name and votes cannot be of two states.
    passes : callable
        ``passes(yes, no)``: True if the text is adopted. It stands in the lesson.

    Attributes
    ----------
    state : str
        Name of the state; a column that is no member's code keeps its own name.
    now : dict
        `new`: the vote that is tried, "yes", "no" or "abstain"; also as an attribute.

    Raises
    ------
    AlignmentError
        If a column is missing or a vote is not one of the three.
    """

    def __init__(
        self, tallies: pd.DataFrame, *, vote: str, passes: Callable[[int, int], bool]
    ) -> None:
        state = _named(vote)
        missing = [name for name in ("text", "yes", "no", vote) if name not in tallies]
        if missing:
            raise AlignmentError(say("pivot.no_column", column=missing[0], state=state))
        rows = tallies[["text", "yes", "no", vote]].dropna()
        self._tallies = rows.rename(columns={vote: "vote"}).reset_index(drop=True)
        self._passes, self.state = passes, state
        self.heading = say("pivot.heading", state=state)
        self._open({"new": "no"})

    @property
    def new(self) -> str:
        """The vote that is tried."""
        return self.now["new"]

    def set(self, new: str) -> None:
        """Try a vote from a code cell: "yes", "no" or "abstain"."""
        self._choose(new=new)

    def accept(self, choice: dict) -> dict:
        """Refuse what is no vote."""
        if choice["new"] not in VOTES:
            raise AlignmentError(say("pivot.no_vote", new=choice["new"]))
        return choice

    def table(self) -> pd.DataFrame:
        """Return each text as it was and as it would have been.

        Returns
        -------
        pandas.DataFrame
            Columns text, vote, share (yes of yes and no), new share, adopted, still adopted,
            must move (states that, besides, would have to move from yes to no before the text
            fails; 0 if it fails already).
        """
        rows = []
        for row in self._tallies.itertuples():
            yes, no = recount(int(row.yes), int(row.no), row.vote, VOTES[self.new])
            was, now = bool(self._passes(row.yes, row.no)), bool(self._passes(yes, no))
            share, new_share = row.yes / (row.yes + row.no), yes / (yes + no)
            moves = self._moves(yes, no)
            rows.append((row.text, _WORDS[row.vote], share, new_share, was, now, moves))
        names = ["text", "vote", "share", "new share", "adopted", "still adopted", "must move"]
        return pd.DataFrame(rows, columns=names)

    def sentence(self) -> str:
        """Say in how many texts the outcome changes, and how near the nearest one was."""
        table = self.table()
        changed = int((table["adopted"] != table["still adopted"]).sum())
        what_if = say(
            "pivot.sentence",
            state=self.state,
            new=say(f"pivot.{self.new}"),
            changed=changed,
            of=len(table),
        )
        passing = table[table["still adopted"]]
        if passing.empty:
            return what_if
        near = passing.loc[passing["must move"].idxmin()]
        nearest = say("pivot.nearest", int(near["must move"]), text=near["text"])
        return f"{what_if} {nearest}"

    def table_html(self) -> str:
        """Say every text as a table."""
        rows = [
            {
                say("pivot.text"): row["text"],
                say("pivot.voted", state=self.state): say(f"pivot.{row['vote']}"),
                say("pivot.share"): f"{row['share']:.3f}",
                say(
                    "pivot.if_votes", state=self.state, new=say(f"pivot.{self.new}")
                ): f"{row['new share']:.3f}",
                say("pivot.outcome"): _outcome(row["adopted"], row["still adopted"]),
                say("pivot.must_move", state=self.state): row["must move"],
            }
            for _, row in self.table().iterrows()
        ]
        caption = say("pivot.caption", state=self.state, new=say(f"pivot.{self.new}"))
        return state_table(rows, caption=caption)

    def _moves(self, yes: int, no: int) -> int:
        """Count how many states must move from yes to no before the text fails."""
        return next(k for k in range(yes + 1) if not self._passes(yes - k, no + k))

    def controls(self) -> dict[str, widgets.Widget]:
        """Make the menu of votes."""
        label = say("pivot.label", state=self.state)
        return {
            "new": dropdown(
                label,
                {say(f"pivot.{vote}"): vote for vote in VOTES},
                label_width="13em",
                width="27em",
            )
        }


def recount(yes: int, no: int, old: str, new: str) -> tuple[int, int]:
    """Return the two counts when one state votes `new` instead of `old`."""
    return yes - (old == "Y") + (new == "Y"), no - (old == "N") + (new == "N")


def _named(code: str) -> str:
    """Name a member of the United Nations after its code."""
    members = load("un_members").set_index("iso3")["name"]
    return str(members.get(code, code))


def _outcome(was: bool, now: bool) -> str:
    if was == now:
        return say("pivot.still_adopted" if was else "pivot.still_not")
    return say("pivot.no_longer" if was else "pivot.now_adopted")
