"""The product's own command: `krachtlokaal NAME`, or `python -m krachtlokaal NAME`."""

import sys

from krachtlokaal.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
