"""Start a stock kernel with lowered limits: `python -m alignment.running.limited MiB -m module`.

Only what any system offers to any process; where there is no such thing, the kernel just starts.
"""

import contextlib
import runpy
import sys

LARGEST_FILE = 64 << 20


def main() -> None:
    """Lower the limits, then become the module that was named."""
    memory = int(sys.argv[1]) << 20
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    module = sys.argv[3]
    sys.argv = [module, *sys.argv[4:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
