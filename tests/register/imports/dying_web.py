"""A web process that kills itself while somebody says yes to a list.

`python -m … ADDRESS SESSION VERSION MOMENT`;
MOMENT is the number of a statement that the request sends, or `before` or `after` its last commit.
"""

import os
import sys
from typing import Any

import django

from tests.register.imports.dying_worker import Counter, die


def main() -> None:
    address, session, version, moment = sys.argv[1:]
    os.environ["DJANGO_SETTINGS_MODULE"] = "krachtlokaal.settings"
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    client.get("/")  # a connection that is open and set up, as in a process that serves
    commit = connection._commit

    def commit_and_die() -> None:
        if moment == "after":
            commit()
        die()

    def answer() -> Any:
        return client.post(address, {"version": version})

    if moment.isdigit():
        with connection.execute_wrapper(Counter(int(moment))):
            answer()
    else:
        connection._commit = commit_and_die  # type: ignore[method-assign]  # this once
        answer()


if __name__ == "__main__":
    main()
