"""Start a stock kernel with lowered limits: `... fairmark.running.limited MiB SECONDS -m module`.

Only what any system offers to any process; where there is no such thing, the kernel just starts.
A limit of 0 is none.
"""

import contextlib
import runpy
import signal
import sys

LARGEST_FILE = 64 << 20
GRACE = 5  # more seconds of processor time before the next answer is interrupted as well


class TooLong(Exception):
    """The processor time of this kernel is used up."""


def main() -> None:
    """Lower the limits, then become the module that was named."""
    memory, seconds = int(sys.argv[1]) << 20, int(sys.argv[2])
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory:
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        if seconds:
            # First an exception in the cell; what catches it is killed at twice the time.
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, 2 * seconds))
            signal.signal(signal.SIGXCPU, _interrupt)
    module = sys.argv[4]
    sys.argv = [module, *sys.argv[5:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _interrupt(*_: object) -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = min(int(used.ru_utime + used.ru_stime) + GRACE, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    raise TooLong("the processor time is used up; look for a loop that never ends")


if __name__ == "__main__":
    main()
