"""What an error means, in words: the same sentence in the notebook, the command and a report."""

# The beginning of "NameError: text" -> what it mostly means and what to do.
MEANINGS = (
    ("NameError", "No cell that a grader runs makes it before this line: it is spelled otherwise, "
     "or it only exists from an earlier run or from a cell of your own. Make it in this cell."),
    ("UnboundLocalError", "The function gives this name a value further down; give it one first."),
    ("KeyError", "There is no label or column of this name: look at its spelling, and whether it "
     "is a text ('2025') or a number (2025)."),
    ("IndexError", "There are fewer entries than the number in the brackets; the first is 0."),
    ("ZeroDivisionError", "Look which number can be zero."),
    ("AttributeError", "What stands before the dot has nothing of this name: look at the spelling, "
     "and with type(...) at what it is."),
    ("IndentationError", "The lines of a block begin with equally many blanks."),
    ("SyntaxError", "Python cannot read this line: look for a bracket, quotation mark, comma or "
     "colon that is missing here or in the line above."),
    ("ValueError: The truth value of a", "A whole column is neither true nor false: join "
     "conditions with & and |, each in brackets."),
    ("ModuleNotFoundError: No module named 'matplotlib'", "The course draws with plotly; leave out "
     "lines on matplotlib."),
    ("ModuleNotFoundError", "This package is not part of the course; do without it."),
    ("EOFError", "Nobody can type while a notebook is graded: write the value into the cell "
     "instead of asking for it with input()."),
    ("StdinNotImplementedError", "Nobody can type while a notebook is graded: write the value into "
     "the cell instead of asking for it with input()."),
    ("FileNotFoundError", 'No file of yours is there while a notebook is graded: read a table with '
     'load("..."), by its name and not by a path.'),
    ("TypeError", "Two things do not go together here: look with type(...) at what each of them "
     "is, and at how many arguments a function takes."),
)  # fmt: skip


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
    where = f" in line {line}" if 0 < line < 10_000 else ""
    meaning = next((words for known, words in MEANINGS if first.startswith(known)), "")
    said = f"The answer cell raised {name}{where}{colon}{text}."
    return f"{said} {meaning}".strip()
