"""`python -m krachtlokaal.analysis COMMAND …`: statistics for other programs and researchers.

One JSON object on standard output and exit status 0; or exit status 2, nothing on standard output
and one sentence per fault on standard error.
"""

import argparse
import json
import os
import re
import sys
from importlib import import_module
from typing import NoReturn

from krachtlokaal.analysis.commands.reading import Unusable

UNUSABLE = 2
# Sums in parallel come in another order each time, and so in other last digits; and small matrices
# are slower in parallel. Read by numpy when a command imports it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Each command is a module of that name in `commands`, imported when it is asked for.
COMMANDS = ("agreement", "estimate", "pool", "protect", "rake", "reliability")
PROGRAM = "python -m krachtlokaal.analysis"
# What argparse says in English, and what we say.
FAULTS = (
    (r"the following arguments are required: (.*)", r"Hier ontbreekt: \1."),
    (r"unrecognized arguments: (.*)", r"Dit hoort er niet bij: \1."),
    (r"argument (\S+): ignored explicit argument .*", r"Achter \1 hoort niets."),
    (r"argument (\S+): expected .*", r"Achter \1 hoort een waarde."),
    (r"argument (\S+): invalid int value: (.*)", r"Achter \1 hoort een heel getal, geen \2."),
    (r"argument (\S+): invalid float value: (.*)", r"Achter \1 hoort een getal, geen \2."),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"(.*)", r"Deze opdracht klopt niet: \1."),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        tried = ((re.fullmatch(english, message, re.DOTALL), dutch) for english, dutch in FAULTS)
        fault = next(found.expand(dutch) for found, dutch in tried if found)
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        raise Unusable([f"{fault} Schrijf: {usage}"])


def main(arguments: list[str]) -> int:
    """Run one command and return the exit status."""
    try:
        result = _run(arguments)
    except Unusable as unusable:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in unusable.shown()))
        return UNUSABLE
    sys.stdout.write(json.dumps(result, ensure_ascii=False, allow_nan=False) + "\n")
    return 0


def _run(arguments: list[str]) -> dict[str, object]:
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        choice = ", ".join(COMMANDS)
        raise Unusable([f"“{name}” is geen opdracht. Schrijf: {PROGRAM} en dan een van: {choice}."])
    command = import_module(f"krachtlokaal.analysis.commands.{name}")
    parser = _Parser(prog=f"{PROGRAM} {name}", description=command.__doc__, allow_abbrev=False)
    command.add_arguments(parser)
    result: dict[str, object] = command.run(parser.parse_args(arguments[1:]))
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
