"""A worker as a process of its own, with quick signs of life: `python -m … [smtp port]`."""

import os
import sys

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "krachtlokaal.settings"
    django.setup()
    from django.conf import settings

    from krachtlokaal.office import worker
    from tests.office import jobs_for_tests  # noqa: F401  # registers the kinds

    if len(sys.argv) > 1:
        settings.EMAIL_BACKEND = "krachtlokaal.office.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[1])
    worker.HEARTBEAT, worker.DEAD_AFTER, worker.LOOK_EVERY = 0.2, 1.0, 0.2
    worker.run(on_ready=lambda: print("ready", flush=True))  # noqa: T201  # the test waits for it


if __name__ == "__main__":
    main()
