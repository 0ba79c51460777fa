"""`krachtlokaal build`: style, typeface and texts of the pages, as files to serve."""

import os
import subprocess
import sys
from pathlib import Path

from krachtlokaal.cli import assets, embedded, state
from krachtlokaal.cli.sentences import Parser, UnusableError, say


def run(arguments: list[str]) -> int:
    Parser("krachtlokaal build", description="Maak de bestanden voor de pagina's.").parse_args(
        arguments
    )
    files()
    say(f"De bestanden voor de pagina's staan in {static_root()}.")
    return 0


def files() -> None:
    """Make what is missing or out of date; nothing else."""
    brought_files()
    if not static_files_are_fresh():
        command = [sys.executable, "-m", "krachtlokaal", *COLLECT]
        if subprocess.run(command, check=False).returncode:
            raise UnusableError("De bestanden voor de pagina's zijn niet verzameld: zie hierboven.")
        remember_static_files()


def brought_files() -> None:
    """The style sheets and the typeface of others, and the compiled texts."""
    assets.build(state.ROOT)
    catalogues()


COLLECT = ("collectstatic", "--noinput", "--clear", "-v", "0")


def static_root() -> Path:
    return Path(os.environ.get("KL_STATIC_ROOT", embedded.data_directory() / "static"))


def static_files_are_fresh() -> bool:
    stamp = static_root() / ".stamp"
    return stamp.exists() and stamp.read_text() == state.of_static_files()


def remember_static_files() -> None:
    (static_root() / ".stamp").write_text(state.of_static_files())


def catalogues() -> None:
    """Compile the message catalogues that are newer than what was compiled of them."""
    for source in sorted(state.PACKAGE.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as texts:
        catalogue = read_po(texts, locale=source.parts[-3])
    with target.open("wb") as compiled:
        write_mo(compiled, catalogue)
