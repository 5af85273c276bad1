"""The panels of plain pages: those whose view computes everything in the browser."""


def panels() -> dict[str, dict]:
    """Return the board with the reference set, as its view needs it: script, style and state."""
    from alignment.widgets import WeighingBoard

    state = WeighingBoard(sheets={}).get_state()
    kept = {name: state[name] for name in ("judgement", "labels", "sentences")}
    return {"WeighingBoard": {"script": state["_esm"], "style": state["_css"], "state": kept}}
