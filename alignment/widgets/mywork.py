"""The student's own files as one download and one upload; nothing is sent anywhere.

The file holds no name, path or time, and free text only if the box is ticked.
"""

import base64
import json
from html import escape

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import bundle
from alignment.widgets.live import Live
from alignment.widgets.panel import Panel, state_table

NAME = "my-work.json"
KNOWN = ("progress.json", "forecasts.json", "guesses.json", "claims.json")


class MyWork(Panel):
    """Download and upload of score sheets, forecasts, codings and progress."""

    def __init__(self) -> None:
        self._live, self._link = Live(), widgets.HTML()
        self._notes = widgets.Checkbox(
            description=say("mywork.notes"), indent=False, layout={"width": "auto"}
        )
        self._upload = widgets.FileUpload(
            accept=".json",
            multiple=False,
            description=say("mywork.upload"),
            layout={"width": "auto"},
        )
        self._notes.observe(lambda _: self._show(), "value")
        self._upload.observe(lambda change: self._live.take(change, self.load), "value")
        self._show()
        row = widgets.HBox(
            [self._link, self._notes, self._upload], layout={"flex_flow": "row wrap"}
        )
        self.view = widgets.VBox([row, self._live])

    def save(self, notes: bool = False) -> str:
        """Return the bundle as text, to be written wherever you like.

        Parameters
        ----------
        notes : bool
            Whether to include what you wrote in words.

        Returns
        -------
        str
            JSON.
        """
        return json.dumps(bundle.pack(notes), ensure_ascii=False, indent=1, sort_keys=True)

    def load(self, text: str | bytes) -> None:
        """Take files back from a bundle's text; a file that differs is kept as a backup."""
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise AlignmentError(say("mywork.not_json", name=NAME)) from error
        written = bundle.unpack(record)
        self._show()
        self._live.text = say("mywork.back", names=", ".join(written) or say("mywork.nothing_new"))

    def state_line(self) -> str:
        """Say which files there are."""
        return f"MyWork({', '.join(self._files()) or say('mywork.no_files')})"

    def state_html(self) -> str:
        """List the files as a table."""
        rows = [
            {say("mywork.file"): name, say("mywork.holds"): _meaning(name)}
            for name in self._files()
        ]
        none = [
            {
                say("mywork.file"): say("mywork.none_yet"),
                say("mywork.holds"): say("mywork.come_here"),
            }
        ]
        return state_table(rows or none, caption=say("mywork.caption"))

    def _files(self) -> list[str]:
        return list(bundle.pack(notes=True)["files"])

    def _show(self) -> None:
        code = base64.b64encode(self.save(self._notes.value).encode()).decode()
        self._link.value = (
            f'<a download="{NAME}" href="data:application/json;base64,{code}">'
            f"{escape(say('mywork.download', name=NAME))}</a>"
        )
        self._live.text = say(
            "mywork.files", names=", ".join(self._files()) or say("mywork.none_yet")
        )


def _meaning(name: str) -> str:
    if name.startswith("sheet-"):
        return say("mywork.a_sheet", domain=name[6])
    return say(f"mywork.{name}") if name in KNOWN else say("mywork.a_draft")
