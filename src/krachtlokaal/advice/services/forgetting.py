"""Names and texts of closed cases are wiped; that there was a case, and its theme, stays."""

from django.db.models import QuerySet

from krachtlokaal.advice.models import AdviceCase, CaseNote, CaseReader

GONE = {"organisation_name": "", "asked_by": "", "question": "", "next_step": ""}


def wipe(cases: QuerySet[AdviceCase]) -> int:
    """In the system scope and in a transaction of the caller."""
    numbers = list(cases.values_list("pk", flat=True))
    CaseNote.objects.filter(case__in=numbers).delete()
    CaseReader.objects.filter(case__in=numbers).delete()
    return AdviceCase.objects.filter(pk__in=numbers).update(**GONE, next_step_on=None)
