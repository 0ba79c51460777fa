"""`krachtlokaal worker`: does the jobs of the queue and sends the mail of the outbox."""

from krachtlokaal.cli import database
from krachtlokaal.cli.processes import end_with
from krachtlokaal.cli.sentences import Parser


def run(arguments: list[str]) -> int:
    parser = Parser("krachtlokaal worker", description="Doe de taken en verstuur de post.")
    parser.add_argument("--parent", type=int, help="eindig samen met dit proces")
    options = parser.parse_args(arguments)
    if options.parent:
        end_with(options.parent)
    database.ready()

    import django

    django.setup()
    from krachtlokaal.office import worker

    worker.run()
    return 0
