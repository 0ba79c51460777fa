"""`krachtlokaal register duplicates`: a machine interface."""

import json
from pathlib import Path

import pytest

from krachtlokaal.register.intake.duplicates_command import run

GOOD = 'naam,pc,plaats\n"VV Buren",4116 AB,Buren\nDorpshuis De Linge,,\nVoetbalver. Buren,4116ab,\n'


def written(tmp_path: Path, content: str | bytes) -> str:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_pairs_with_row_numbers_from_zero(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], start: str
) -> None:
    path = written(tmp_path, start + GOOD)
    assert run([path, "--name", "naam", "--postcode", "pc", "--place", "plaats"]) == 0
    out, err = capfd.readouterr()
    (pair,) = json.loads(out)["pairs"]
    assert (pair["a"], pair["b"], err) == (0, 2, "")
    assert 0.5 <= pair["probability"] <= 1


def test_a_list_without_rows_has_no_pairs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([written(tmp_path, "naam\n"), "--name", "naam"]) == 0
    assert json.loads(capfd.readouterr().out) == {"pairs": []}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "het bestand is leeg"),
        ("pc\n1\n", "regel 1 heeft geen kolom “naam” (--name). De kolommen zijn: “pc”."),
        ("naam,naam\na,b\n", "de kolom “naam” (--name) meer dan eens"),
        ("naam,pc\na,b\nc\n", "rij 1 (regel 3) heeft 1 velden en de kopregel 2"),
        ('naam\n"a\n', "regel 2 is geen goede CSV"),
        ("naam,pc\n,1\n,2\n", "de kolom “naam” is in alle rijen leeg"),
        ("naam\nCafé\n".encode("cp1252"), "regel 2 is geen UTF-8"),
        (b"naam\n\x00\n", "geen tekstbestand"),
    ],
)
def test_unusable_input(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: str | bytes, sentence: str
) -> None:
    path = written(tmp_path, content)
    assert run([path, "--name", "naam"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert sentence in err
    assert all(line.startswith(path) for line in err.splitlines())


def test_a_missing_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path / "weg.csv"), "--name", "naam"]) == 2
    assert "kan niet worden gelezen" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "--name ontbreekt"),
        (["--name"], "--name"),
        (["--name", "naam", "--place", "plaats", "--town", "x"], "--town"),
    ],
)
def test_a_wrong_option_costs_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], options: list[str], sentence: str
) -> None:
    assert run([written(tmp_path, GOOD), *options]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert sentence in err
    assert "krachtlokaal register duplicates BESTAND.csv --name KOLOM" in err
