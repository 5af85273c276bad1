"""`python -m fairmark` is the same as the command `fairmark`."""

import sys

from fairmark.cli import main

if __name__ == "__main__":
    sys.exit(main())
