"""Figures as open data: CSV for programs and for Excel, and a description that a machine can read.

The description is a data package (datapackage.json, Frictionless Data). What may not be shown is
marked in its cell, and the description says why.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from krachtlokaal.publishing import csv_files
from krachtlokaal.publishing.csv_files import Flavour
from krachtlokaal.publishing.documents import words
from krachtlokaal.publishing.tables import Column

CONTENT_TYPE = "application/zip"
# For programs; in the file for Excel stands the word of the language.
HIDDEN_MARK = "x"
# A zip knows a time of each file: always the same, so that the same data give the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


class Hidden(Enum):
    """Stands in a cell whose value may not be shown."""

    HIDDEN = HIDDEN_MARK


HIDDEN = Hidden.HIDDEN
Value = str | int | float | None | Hidden


class Kind(Enum):
    """What a column holds, in the words of a data package."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"


@dataclass(frozen=True)
class Field:
    """A column: its name for programs, its heading for people, and what it means."""

    name: str
    title: str
    meaning: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Resource:
    """One table. `name` is that of its file."""

    name: str
    title: str
    meaning: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Licence:
    """Under which anybody may use the data; `name` as in the list of SPDX."""

    name: str
    title: str
    path: str


@dataclass(frozen=True)
class Package:
    """All tables with what must be known of them. `hidden`: sentences that say what is not shown
    and why; `sources`: where the data come from."""

    name: str
    title: str
    description: str
    language: str
    version: str
    created: date
    maker: str
    licence: Licence
    sources: tuple[str, ...]
    hidden: tuple[str, ...]
    resources: tuple[Resource, ...]


def write(package: Package) -> bytes:
    """The zip: a text to read first, the description, and each table twice."""
    told = words.OF[package.language]
    files = {f"csv/{one.name}.csv": _machine(one) for one in package.resources}
    described = json.dumps(_described(package, files), ensure_ascii=False, indent=2)
    everything = {
        told.read_me: _read_me(package).encode("utf-8-sig"),
        "datapackage.json": f"{described}\n".encode(),
        **files,
        **{f"excel/{one.name}.csv": _excel(one, told) for one in package.resources},
    }
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in everything.items():
            archive.writestr(ZipInfo(name, _TIME), content, ZIP_DEFLATED)
    return target.getvalue()


def _machine(resource: Resource) -> bytes:
    columns = [Column(field.name) for field in resource.fields]
    return csv_files.write(columns, _cells(resource, HIDDEN_MARK), Flavour.MACHINE)


def _excel(resource: Resource, told: words.Words) -> bytes:
    columns = [Column(field.title) for field in resource.fields]
    return csv_files.write(columns, _cells(resource, told.hidden), Flavour.DUTCH)


def _cells(resource: Resource, mark: str) -> list[list[str | int | float | None]]:
    for number, row in enumerate(resource.rows, 1):
        if len(row) != len(resource.fields):
            raise ValueError(f"{resource.name}: row {number} has {len(row)} cells")
    return [[mark if isinstance(cell, Hidden) else cell for cell in row] for row in resource.rows]


def _described(package: Package, files: dict[str, bytes]) -> dict[str, object]:
    licence = package.licence
    return {
        "profile": "tabular-data-package",
        "name": package.name,
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "created": f"{package.created.isoformat()}T00:00:00Z",
        "contributors": [{"title": package.maker, "role": "publisher"}],
        "licenses": [{"name": licence.name, "title": licence.title, "path": licence.path}],
        "sources": [{"title": source} for source in package.sources],
        "hidden": list(package.hidden),
        "resources": [
            _resource(one, path, content)
            for one, (path, content) in zip(package.resources, files.items(), strict=True)
        ],
    }


def _resource(resource: Resource, path: str, content: bytes) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "title": resource.title,
        "description": resource.meaning,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": {
            "fields": [
                {"name": f.name, "title": f.title, "type": f.kind.value, "description": f.meaning}
                for f in resource.fields
            ],
            "missingValues": ["", HIDDEN_MARK],
        },
    }


def _read_me(package: Package) -> str:
    told = words.OF[package.language]
    lines = [package.title, "", package.description, ""]
    lines += [f"{told.maker}: {package.maker}", f"{told.version}: {package.version}"]
    lines += [f"{told.licence}: {package.licence.title}, {package.licence.path}"]
    lines += [f"{told.source}: {source}" for source in package.sources]
    lines += ["", told.two_kinds, told.marked, *_listed(package.hidden)]
    for resource in package.resources:
        lines += ["", f"{resource.name}.csv: {resource.title}", resource.meaning]
        lines += _listed([f"{f.name} ({f.title}): {f.meaning}" for f in resource.fields])
    return "\r\n".join([*lines, ""])


def _listed(sentences: Sequence[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]
