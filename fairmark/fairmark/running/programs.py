"""A program is a list of named cells; a run says what each cell printed and how it all ended.

Both kinds of kernel, the stock one and the forked one, speak these few words.
"""

from dataclasses import dataclass, field

# How a run can end. Only END means that every cell was run.
END, SLOW, WAITED, DIED, NONSENSE = "end", "slow", "waited", "died", "nonsense"
# How the error of a cell begins that was interrupted for its processor time.
TIME_IS_UP = "TooLong:"
LONGEST_TEXT = 20_000
LONGEST_ERROR = 500


@dataclass(frozen=True)
class CellRun:
    """What came out of one cell.

    Parameters
    ----------
    text : str
        What it printed, cut off after `LONGEST_TEXT` characters.
    error : str
        Name and text of what it raised; empty if it did not.
    shown : int
        How many values it displayed.
    line : int
        The line of the cell that raised; 0 if it is not known.
    """

    text: str = ""
    error: str = ""
    shown: int = 0
    line: int = 0


@dataclass(frozen=True)
class Ran:
    """How a program went.

    Parameters
    ----------
    cells : dict of str to CellRun
        By cell id; a cell that was not reached is absent.
    ended : str
        "end"; "slow" (used up its processor time); "waited" (used up its wall time, which tells
        nothing of the student's code alone); "died"; "nonsense" (sent what is no answer).
    at : str
        The cell that was running when it did not come to its end.
    told : dict of str to str
        Sentences on the questions that were asked about afterwards.
    """

    cells: dict[str, CellRun] = field(default_factory=dict)
    ended: str = END
    at: str = ""
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bounds:
    """What one run may use.

    Parameters
    ----------
    cell_cpu, total_cpu : float
        Seconds of processor time for a cell, and for each process in all.
    wall : float
        Seconds after which a run is given up; that says nothing of the student's code alone.
    memory, together : int
        Mebibytes a process may add to what it starts with, and all processes of a run may hold.
    processes, files : int
        Processes and threads at a time; open files per process.
    file, disk : int
        Mebibytes of one file and of all files.
    """

    cell_cpu: float = 5.0
    total_cpu: float = 40.0
    wall: float = 60.0
    memory: int = 768
    together: int = 1536
    processes: int = 24
    files: int = 64
    file: int = 16
    disk: int = 48


@dataclass(frozen=True)
class View:
    """What a run sees of this machine, read-only: Python, its libraries, one folder of tables.

    Parameters
    ----------
    data : str
        The folder of tables; it appears as `/course-data`.
    shown : tuple of str
        Folders of Python and its libraries; they keep their paths.
    hidden : tuple of str
        Folders inside these that appear empty.
    variables : tuple of (str, str)
        What the run finds in its environment.
    """

    data: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
