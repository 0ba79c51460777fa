"""The examples in the docstrings run, and each public function of the statistics has one."""

import doctest
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType

import pytest

from krachtlokaal import analysis

NAMES = sorted(
    module.name
    for module in pkgutil.walk_packages(analysis.__path__, f"{analysis.__name__}.")
    if not module.name.endswith("__main__") and ".commands" not in module.name
)


def _public(module: ModuleType) -> list[str]:
    return [
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


# The parts of the disclosure layer serve the package alone; its own functions are the public ones.
@pytest.mark.parametrize("name", [name for name in NAMES if ".disclosure." not in name])
def test_each_public_function_has_an_example(name: str) -> None:
    module = import_module(name)
    without = [n for n in _public(module) if ">>> " not in (getattr(module, n).__doc__ or "")]
    assert without == []
