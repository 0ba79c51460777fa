"""A worker that kills itself in the middle of an import: `python -m … MOMENT`.

MOMENT is the number of a statement that the import sends, or `before` or `after` its commit.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Counter:
    """Dies when the import sends its so manieth statement."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        self.left -= 1
        if self.left <= 0:
            die()
        return execute(*statement)


def main() -> None:
    moment = sys.argv[1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "krachtlokaal.settings"
    django.setup()
    from django.db import connection

    from krachtlokaal.office import worker
    from krachtlokaal.register.services.imports import writing

    writing.AT_ONCE = 20  # three portions, to die between them too
    write = writing.write

    def write_and_die(**arguments: Any) -> Any:
        commit = connection._commit

        def commit_and_die() -> None:
            if moment == "after":
                commit()
            die()

        if moment.isdigit():
            with connection.execute_wrapper(Counter(int(moment))):
                return write(**arguments)
        done = write(**arguments)
        connection._commit = commit_and_die  # type: ignore[method-assign]  # this once
        return done

    writing.write = write_and_die
    worker.HEARTBEAT, worker.DEAD_AFTER, worker.LOOK_EVERY = 0.2, 1.0, 0.2
    worker.run(on_ready=lambda: print("ready", flush=True))  # noqa: T201  # the test waits for it


if __name__ == "__main__":
    main()
