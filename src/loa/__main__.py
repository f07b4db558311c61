"""`python -m loa` is the `loa` command."""

import sys

from loa.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
