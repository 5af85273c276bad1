"""The student's own files as one download and one upload; nothing is sent anywhere.

The file holds no name, path or time, and free text only if the box is ticked.
"""

import base64
import json

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.records import bundle
from alignment.widgets.live import Live
from alignment.widgets.panel import Panel, state_table

NAME = "my-work.json"


class MyWork(Panel):
    """Download and upload of score sheets, forecasts, codings and progress."""

    def __init__(self) -> None:
        self._live, self._link = Live(), widgets.HTML()
        self._notes = widgets.Checkbox(
            description="with my notes, reasons and drafts", indent=False, layout={"width": "auto"}
        )
        self._upload = widgets.FileUpload(
            accept=".json", multiple=False, description="Bring files back", layout={"width": "auto"}
        )
        self._notes.observe(lambda _: self._show(), "value")
        self._upload.observe(self._uploaded, "value")
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
            raise AlignmentError(f"This file is not JSON; choose the file {NAME}") from error
        written = bundle.unpack(record)
        self._show()
        self._live.text = f"Brought back: {', '.join(written) or 'nothing new'}."

    def state_line(self) -> str:
        """Say which files there are."""
        return f"MyWork({', '.join(self._files()) or 'no files yet'})"

    def state_html(self) -> str:
        """List the files as a table."""
        rows = [{"File": name, "Holds": _meaning(name)} for name in self._files()]
        none = [{"File": "none yet", "Holds": "score sheets, forecasts and progress come here"}]
        return state_table(rows or none, caption="Your own files on this computer")

    def _files(self) -> list[str]:
        return list(bundle.pack(notes=True)["files"])

    def _show(self) -> None:
        code = base64.b64encode(self.save(self._notes.value).encode()).decode()
        self._link.value = (
            f'<a download="{NAME}" href="data:application/json;base64,{code}">'
            f"Download my files ({NAME})</a>"
        )
        self._live.text = f"Files: {', '.join(self._files()) or 'none yet'}."

    def _uploaded(self, change: dict) -> None:
        for file in change["new"]:
            try:
                self.load(bytes(file["content"]))
            except AlignmentError as error:
                self._live.text = f"Nothing was changed: {error}"


def _meaning(name: str) -> str:
    if name.startswith("sheet-"):
        return f"score sheet of domain {name[6]}"
    return {
        "progress.json": "solved questions, hints and attempts",
        "forecasts.json": "locked forecasts",
        "guesses.json": "locked guesses of the lessons",
        "claims.json": "your coding of the claims",
    }.get(name, "a draft of yours")
