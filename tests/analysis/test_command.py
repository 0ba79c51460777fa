"""`python -m krachtlokaal.analysis`: the door itself, and what it says of files it can't use."""

import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.__main__ import main
from krachtlokaal.analysis.commands.reading import read_numbers, read_table
from tests.analysis.conftest import Ask, File, Refuse

HEAVY = ("django", "pandas", "matplotlib", "statsmodels", "scipy.stats")


def _python(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=False)


def test_the_door(file: File) -> None:
    data = file("groep,cijfer\né,1\né,2\nb,3\nb,5\n")
    arguments = ("agreement", str(data), "--group", "groep", "--value", "cijfer")
    done = _python("-m", "krachtlokaal.analysis", *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {
        "groups": 2,
        "raters": 4,
        "icc1": pytest.approx(5 / 7.5),
        "icc2": pytest.approx(5 / 6.25),
    }


def test_the_door_is_shut_with_a_sentence() -> None:
    done = _python("-m", "krachtlokaal.analysis", "agreement", "weg.csv", *GROUP)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "weg.csv: dit bestand is er niet. Kijk de naam en de map na.\n"


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (("agreement", "--group", "a", "--value", "b"), []),
        (("reliability", "--items", "a,b,c"), ["numpy", "scipy"]),
        (("estimate", "--statistic", "mean", "--value", "b"), ["numpy", "scipy"]),
        (("pool", "--effect", "b", "--variance", "c"), ["numpy", "scipy"]),
    ],
)
def test_a_command_loads_no_more_than_it_needs(
    file: File, arguments: tuple[str, ...], loaded: list[str]
) -> None:
    data = file("a,b,c\n1,1,2\n1,2,3\n2,3,3\n2,4,5\n1,1,1\n")
    name, *options = arguments
    code = (
        "import sys; from krachtlokaal.analysis.__main__ import main;"
        f"status = main({[name, str(data), *options]!r});"
        f"print([m for m in {(*HEAVY, 'numpy', 'scipy')!r} if m in sys.modules]); sys.exit(status)"
    )
    done = _python("-c", code)
    assert done.stdout.decode().splitlines()[1:] == [str(loaded)]


GROUP = ("--group", "a", "--value", "b")
PROGRAM = "python -m krachtlokaal.analysis"
COMMANDS = "agreement, estimate, pool, protect, rake, reliability"


@pytest.mark.parametrize("arguments", [(), ("",), ("guess",), ("--help",)])
def test_a_command_that_does_not_exist(refuse: Refuse, arguments: tuple[str, ...]) -> None:
    name = arguments[0] if arguments else ""
    sentence = f"“{name}” is geen opdracht. Schrijf: {PROGRAM} en dan een van: {COMMANDS}."
    assert refuse(*arguments) == [sentence]


USAGE = f" Schrijf: {PROGRAM} agreement [-h] --group COLUMN --value COLUMN DATA.csv"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Hier ontbreekt: DATA.csv, --group, --value."),
        (("x.csv", *GROUP, "--guess", "3"), "Dit hoort er niet bij: --guess 3."),
        (("x.csv", "--group", "a", "--value"), "Achter --value hoort een waarde."),
        (("x.csv", "--gro", "a", "--value", "b"), "Hier ontbreekt: --group."),
    ],
)
def test_options_that_are_wrong(refuse: Refuse, arguments: tuple[str, ...], sentence: str) -> None:
    assert refuse("agreement", *arguments) == [sentence + USAGE]


NO_HEADER = "hier staan geen namen van kolommen. Zet die in de eerste rij."
NO_UTF8 = "dit is geen UTF-8. Bewaar het bestand als “CSV UTF-8”."
DOUBLE = "de kolom “a” staat er 3 keer. Geef elke kolom een eigen naam."
RAGGED = (
    "het aantal velden is 1, en in de eerste rij 2. Zet tekst met een komma erin tussen"
    " aanhalingstekens, en laat geen veld weg."
)
QUOTES = (
    "een aanhalingsteken staat verkeerd. Zet er een voor en een achter het veld, en schrijf een"
    " aanhalingsteken in de tekst dubbel."
)
NO_NUMBER = "is geen getal. Schrijf een getal, of laat het veld leeg."
TOO_LARGE = "is te groot om mee te rekenen. Verbeter het getal."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", f", rij 1: {NO_HEADER}"),
        (b",,\n1,2,3\n", f", rij 1: {NO_HEADER}"),
        (b"\na,b\n1,2\n", f", rij 1: {NO_HEADER}"),
        ("a,b\n1,2\né,3\n".encode("cp1252"), f", rij 3: {NO_UTF8}"),
        ("a,b\n1,2\n".encode("utf-16"), f", rij 1: {NO_UTF8}"),
        (b"a,b\n\0,2\n", ": dit is geen CSV-bestand. Bewaar het als “CSV UTF-8”."),
        (b"a;b\n1;2\n", ", rij 1: tussen de kolommen staan puntkomma's. Zet er komma's tussen."),
        (b"a\tb\n1\t2\n", ", rij 1: tussen de kolommen staan tabs. Zet er komma's tussen."),
        (b"a,b,a,a\n1,2,3,4\n", f", rij 1: {DOUBLE}"),
        (b"a,c\n1,2\n", ", rij 1: er is geen kolom “b”. Kies uit: a, c."),
        (b"a,b\n1,2\n\n3\n", f", rij 4: {RAGGED}"),
        (b'a,b\n1,2\n"3,4\n', f", rij 3: {QUOTES}"),
        (b'a,b\n1,"3,5"\n', ", rij 2, kolom “b”: “3,5” heeft een komma. Schrijf 3.5 met een punt."),
        (b"a,b\n1,drie\n", f", rij 2, kolom “b”: “drie” {NO_NUMBER}"),
        (b'a,b\n1,"een\ntwee"\n', f", rij 2, kolom “b”: “een twee” {NO_NUMBER}"),
        (b"a,b\n1," + b"x" * 41 + b"\n", f", rij 2, kolom “b”: “{'x' * 40}…” {NO_NUMBER}"),
        (b"a,b\n1,1e999\n", f", rij 2, kolom “b”: “1e999” {TOO_LARGE}"),
    ],
)
def test_files_that_can_not_be_used(
    refuse: Refuse, tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(data)
    assert refuse("agreement", path, *GROUP) == [f"{path}{sentence}"]


@pytest.mark.parametrize("text", ["nan", "inf", "-Infinity", "NA", "None", "1_000", "0x1", "٣"])
def test_what_python_takes_for_a_number_and_a_table_does_not(
    refuse: Refuse, file: File, text: str
) -> None:
    data = file(f"a,b\n1,{text}\n")
    sentence = f"{data}, rij 2, kolom “b”: “{text}” {NO_NUMBER}"
    assert refuse("agreement", data, *GROUP) == [sentence]


def test_a_file_that_is_not_there(refuse: Refuse, tmp_path: Path) -> None:
    path = tmp_path / "weg.csv"
    sentence = f"{path}: dit bestand is er niet. Kijk de naam en de map na."
    assert refuse("agreement", path, *GROUP) == [sentence]


def test_a_folder_is_not_a_file(refuse: Refuse, tmp_path: Path) -> None:
    sentence = "dit bestand is niet te lezen. Is het een bestand, en mag u het lezen?"
    assert refuse("agreement", tmp_path, *GROUP) == [f"{tmp_path}: {sentence}"]


def test_the_first_twenty_faults_in_the_order_of_the_rows(refuse: Refuse, file: File) -> None:
    data = file("a,b,c\n" + "x,y,1\n" * 12)
    sentences = refuse("reliability", data, "--items", "c,b,a")
    assert sentences == [
        *(
            f"{data}, rij {row}, kolom “{column}”: “{text}” {NO_NUMBER}"
            for row in range(2, 12)
            for column, text in (("b", "y"), ("a", "x"))
        ),
        "En nog 4 fouten; verbeter eerst deze.",
    ]


FIELD = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(-9, 9).map(str),
    st.just(""),
)


EACH = (
    ("agreement", "--group", "a", "--value", "b"),
    ("reliability", "--items", "a,b,c"),
    ("estimate", "--statistic", "mean", "--value", "a", "--weight", "b", "--by", "c"),
    ("estimate", "--statistic", "total", "--value", "a", "--population-size", "b"),
    ("estimate", "--statistic", "total", "--value", "a", "--weight", "b", "--strata", "c"),
    ("estimate", "--statistic", "proportion", "--value", "a", "--level", "1", "--cluster", "b"),
    ("pool", "--effect", "a", "--variance", "b"),
    ("pool", "--effect", "a", "--variance", "b", "--method", "DL", "--knapp-hartung"),
    ("pool", "--effect", "a", "--variance", "b", "--method", "FE"),
)


def _status(data: bytes, name: str, *options: str) -> int:
    with NamedTemporaryFile() as file, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        Path(file.name).write_bytes(data)
        return main([name, file.name, *options])


@given(st.lists(st.tuples(FIELD, FIELD, FIELD), max_size=8))
def test_any_numbers_give_figures_or_sentences(rows: list[tuple[str, ...]]) -> None:
    """The largest and the smallest included; an undefined figure would make the JSON fail."""
    text = "a,b,c\n" + "".join(",".join(row) + "\n" for row in rows)
    assert {_status(text.encode(), *command) for command in EACH} <= {0, 2}


@given(st.one_of(st.binary(), st.text(',;"ab\r\n1.').map(str.encode)))
def test_any_file_gives_figures_or_sentences(data: bytes) -> None:
    assert {_status(data, *command) for command in EACH} <= {0, 2}


def test_what_a_spreadsheet_writes_is_read(tmp_path: Path) -> None:
    """A byte order mark, line ends of Windows, quotes, an unnamed column, spaces, empty lines."""
    path = tmp_path / "data.csv"
    path.write_bytes(
        b'\xef\xbb\xbf,a , b\r\nr1,"twee\r\nregels, en ""meer""", -1.5e1 \r\n\r\nr2,,+.5\r\n'
    )
    table = read_table(path)
    assert (table.header, table.numbers) == (("", "a", "b"), (2, 4))
    assert table.texts("a") == ['twee\r\nregels, en "meer"', ""]
    assert read_numbers(table, ["b"]) == [[-15.0, 0.5]]


def test_numbers_come_in_full_double_precision(ask: Ask, file: File) -> None:
    data = file("a,b\n0.1,1\n0.2,2\n")
    mean = ask("reliability", data, "--items", "a")["items"][0]["mean"]
    assert mean == (0.1 + 0.2) / 2
