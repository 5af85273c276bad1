"""What tests of the sandbox need to know of this machine."""

import functools
import subprocess
import sys
from pathlib import Path

import pytest

from fairmark.running.sandbox import FIRST_USER


@functools.cache
def why_no_sandbox() -> str:
    """Say why runs cannot be isolated here; asked of a process of its own, because it forks."""
    code = "from fairmark.running.sandbox import unavailable; print(unavailable())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


needs_sandbox = pytest.mark.skipif(
    sys.platform != "linux" or bool(why_no_sandbox()),
    reason="runs cannot be isolated on this machine",
)


def strangers() -> list[str]:
    """List processes of runs whose supervisor has gone: a run's user is named after its process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError:
            continue
        fields = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
        supervisor = int(fields["Uid"].split()[0]) - FIRST_USER
        alive = Path(f"/proc/{supervisor}").exists()
        if supervisor > 0 and not alive and "Z" not in fields["State"]:
            found.append(f"{path.parent.name} {fields['Name']}")
    return found
