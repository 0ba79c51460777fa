"""The command that other programs call; its keys are fixed."""

import json
from pathlib import Path

import pytest

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register import import_command
from krachtlokaal.register.models import ImportRun, Organisation
from tests.accounts.factories import workspace
from tests.register.factories import TIEL
from tests.register.imports.factories import as_csv, as_xlsx

ROWS = [
    ["VV De Waalrand", "07654321", "4001 AB", "Tiel", "info@waalrand.example"],
    ["V.V. de Waalrand", "7654321", "", "Tiel", ""],
    ["", "", "", "Tiel", ""],
    ["VV De Terp", "", "", "Leeuwarden", ""],
]


@pytest.fixture
def room(db: None) -> Workspace:
    return workspace("betuwe", municipalities=[TIEL])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lijst.csv"
    path.write_bytes(as_csv(ROWS))
    return path


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    told = capsys.readouterr()
    assert told.err == ""
    found: dict[str, object] = json.loads(told.out)
    return found


def test_it_prints_what_was_done(
    room: Workspace, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_command.run([str(file), "--workspace", "betuwe"]) == 0
    told = answer(capsys)
    rejected = told.pop("rejected")
    assert told == {
        "rows": 4, "created": 1, "updated": 0, "duplicates": 1, "unchanged": 0, "skipped": 0,
        "notes": [],
    }  # fmt: skip
    assert isinstance(rejected, list)
    assert [(one["row"], one["column"]) for one in rejected] == [
        (4, "Naam vereniging"),
        (5, "Plaats"),
    ]
    with guard.workspaces(room.pk):
        assert Organisation.objects.get().contacts.get().email == "info@waalrand.example"


def test_a_dry_run_leaves_nothing(
    room: Workspace, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_command.run([str(file), "--workspace", "betuwe", "--dry-run"]) == 0
    assert answer(capsys)["created"] == 1
    with guard.workspaces(room.pk):
        assert (Organisation.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_a_second_time_is_unchanged(
    room: Workspace, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _time in range(2):
        import_command.run([str(file), "--workspace", "betuwe"])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["created"], told["unchanged"], told["duplicates"]) == (0, 1, 1)


UNUSABLE = {
    "workspace": (["{file}", "--workspace", "nergens"], "deze werkruimte is er niet"),
    "file": (["{file}.weg", "--workspace", "betuwe"], "dit bestand is er niet"),
    "folder": (["{folder}", "--workspace", "betuwe"], "niet te lezen"),
    "arguments": (["{file}"], "Schrijf: krachtlokaal register import"),
    "no list": (["{photo}", "--workspace", "betuwe"], "foto.png"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_unusable_input_gets_a_sentence_and_exit_status_2(
    room: Workspace, file: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    arguments, sentence = UNUSABLE[case]
    photo = file.with_name("foto.png")
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    names = {"file": file, "folder": file.parent, "photo": photo}
    assert import_command.run([each.format(**names) for each in arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert len(told.err.splitlines()) == 1


def test_a_formula_without_a_result_is_told(
    room: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "formules.xlsx"
    path.write_bytes(as_xlsx({"Lijst": [["Naam", "Plaats"], ['="VV "&"Waalrand"', "Tiel"]]}))
    assert import_command.run([str(path), "--workspace", "betuwe", "--dry-run"]) == 0
    told = answer(capsys)
    assert isinstance(told["notes"], list)
    (note,) = told["notes"]
    assert note.startswith("1 cel")
