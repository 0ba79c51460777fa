from krachtlokaal.register.models.checks import FactCheck, Succession
from krachtlokaal.register.models.duplicates import DuplicatePair, Merge
from krachtlokaal.register.models.imports import (
    ImportRow,
    ImportRun,
    RememberedColumn,
    RememberedPlace,
)
from krachtlokaal.register.models.mailings import Mailing, OptOut
from krachtlokaal.register.models.organisations import Organisation, Proposal
from krachtlokaal.register.models.places import Municipality, Place
from krachtlokaal.register.models.workspace_rows import (
    Contact,
    Note,
    OrganisationTag,
    Selection,
    Tag,
)

__all__ = [
    "Contact",
    "DuplicatePair",
    "FactCheck",
    "ImportRow",
    "ImportRun",
    "Mailing",
    "Merge",
    "Municipality",
    "Note",
    "OptOut",
    "Organisation",
    "OrganisationTag",
    "Place",
    "Proposal",
    "RememberedColumn",
    "RememberedPlace",
    "Selection",
    "Succession",
    "Tag",
]
