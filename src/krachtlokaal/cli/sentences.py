"""What the command line says: results to standard output, what is wrong to standard error."""

import argparse
import re
import sys
from typing import NoReturn

UNUSABLE = 2
_SAID_BY_ARGPARSE = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.+)", "{} ontbreekt"),
        (r"unrecognized arguments: (.+)", "{} is hier niet bekend"),
        (r"argument (.+): expected (?:one|at least one) argument", "geef achter {} een waarde"),
        (r"argument (.+): ignored explicit argument .+", "{} heeft geen waarde"),
        (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", "{}: kies niet {} maar {}"),
        (r"argument (.+): invalid int value: (.+)", "{}: {} is geen getal"),
    )
)


class UnusableError(Exception):
    """Input that can't be used: its sentence goes to standard error, the exit status is 2."""


class Parser(argparse.ArgumentParser):
    """Options of one command; a wrong one costs one sentence and not a page of usage."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {_in_dutch(message)}. Hulp: {self.prog} --help\n")
        raise SystemExit(UNUSABLE)


def _in_dutch(message: str) -> str:
    """What argparse says of a wrong command; sentences of ours are Dutch already."""
    for pattern, sentence in _SAID_BY_ARGPARSE:
        if found := pattern.fullmatch(message):
            return sentence.format(*found.groups())
    return message.removeprefix("argument ")


def port(text: str) -> int:
    """A TCP port, for argparse."""
    if text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is geen poort: geef een getal van 1 tot 65535")


def say(sentence: str) -> None:
    """Tell the one who started us how far we are."""
    print(sentence, flush=True)


def complain(sentence: str) -> None:
    """Tell what is wrong, apart from the results."""
    sys.stderr.write(f"{sentence}\n")
