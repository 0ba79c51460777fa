"""The command line: its own commands, Django's, and one sentence for what can't be used."""

import subprocess
import sys

import pytest

from krachtlokaal.cli import provision


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "krachtlokaal", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("bestaatniet",),
        ("register",),
        ("register", "merge"),
        ("backup",),
        ("restore",),
        ("serve", "--port", "x"),
    ],
)
def test_unusable_arguments_cost_one_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("backup",), "BESTAND ontbreekt"),
        (("restore", "a.zip", "--snel"), "--snel is hier niet bekend"),
        (("serve", "--port"), "geef achter --port een waarde"),
        (("serve", "--port", "x"), "--port: 'x' is geen poort: geef een getal van 1 tot 65535"),
    ],
)
def test_a_wrong_option_is_named_in_dutch(arguments: tuple[str, ...], sentence: str) -> None:
    prog = f"krachtlokaal {arguments[0]}"
    assert run(*arguments).stderr == f"{prog}: {sentence}. Hulp: {prog} --help\n"


@pytest.mark.parametrize(
    "arguments", [("check",), ("collectstatic", "--dry-run", "--no-input"), ("help", "migrate")]
)
def test_djangos_commands_work_by_the_same_name(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 0
    # One of an app, which Django knows only after it is set up.
    assert run("collectstatic", "--help").returncode == 0


def test_help_names_our_own_commands() -> None:
    assert "demo, serve, worker" in run("help").stdout


def test_finding_a_command_loads_neither_django_nor_a_database() -> None:
    ask = "import sys, krachtlokaal.cli.demo; print(sorted({'django', 'psycopg'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_colleague_gets_the_sql_for_a_server() -> None:
    statements = provision._for_server("kracht", owner="eigenaar", application="web")
    said = [statement.as_string() for statement in statements]
    assert [text for text in said if text.startswith("GRANT kl_")] == [
        'GRANT kl_app TO "eigenaar"',
        'GRANT kl_app TO "web"',
        'GRANT kl_owner TO "eigenaar"',
    ]
