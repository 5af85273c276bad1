"""What an error means, in words: the same sentence in the notebook, the command and a report."""

from fairmark.messages import ids, say


def explained(error: str, line: int = 0) -> str:
    """Say what an answer cell raised, where, what that means and what to do.

    Parameters
    ----------
    error : str
        "KeyError: '2025'"; more lines are left out.
    line : int
        Of the cell; 0 if it is not known.

    Returns
    -------
    str
        One to three sentences; empty for no error.
    """
    first = " ".join(error.split("\n", 1)[0].split())[:200].rstrip(".")
    if not first:
        return ""
    name, colon, text = first.partition(": ")
    in_line = 0 < line < 10_000
    form = {(True, True): "text_in_line", (True, False): "text", (False, True): "in_line"}
    said = say(f"raised.{form.get((bool(colon), in_line), 'plain')}", line, error=name, text=text)
    return f"{said} {meaning(first)}".strip()


def meaning(error: str) -> str:
    """Say what an error that begins so means, and what to do; empty where nothing is known."""
    known = next((each for each in ids("meaning") if error.startswith(each)), "")
    return say(f"meaning.{known}") if known else ""
