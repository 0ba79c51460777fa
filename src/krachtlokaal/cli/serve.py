"""`krachtlokaal serve`: the web processes, behind a reverse proxy."""

import os

from krachtlokaal.cli import database
from krachtlokaal.cli.processes import end_with
from krachtlokaal.cli.sentences import Parser, UnusableError, port

# Django waits for PostgreSQL half of the time: more threads than this only wait for each other.
THREADS = 4
MOST_WORKERS = 4


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.parent:
        end_with(options.parent)
    database.ready()
    _need_static_files()
    _server(options.host, options.port).serve()
    return 0


def _parser() -> Parser:
    parser = Parser("krachtlokaal serve", description="Start de webprocessen.")
    parser.add_argument("--host", default=os.environ.get("KL_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=port, default=os.environ.get("KL_PORT", "8000"))
    parser.add_argument("--parent", type=int, help="eindig samen met dit proces")
    return parser


def _server(host: str, number: int):  # type: ignore[no-untyped-def]  # noqa: ANN202 granian is imported here
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "krachtlokaal.wsgi:application",
        address=host,
        port=number,
        interface=Interfaces.WSGI,
        workers=count("KL_WORKERS", min(os.cpu_count() or 1, MOST_WORKERS)),
        blocking_threads=count("KL_THREADS", THREADS),
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )


def count(name: str, default: int) -> int:
    """A whole number of at least 1 from the environment."""
    text = os.environ.get(name, str(default))
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise UnusableError(f"{name} is '{text}': zet hier een getal van 1 of hoger.")


def _need_static_files() -> None:
    from krachtlokaal.cli import build

    if database.is_embedded():
        build.files()
    folder = build.static_root()
    if not (folder / "staticfiles.json").exists():
        raise UnusableError(
            f"Er staan geen bestanden voor de pagina's in {folder}: krachtlokaal build maakt ze."
        )
