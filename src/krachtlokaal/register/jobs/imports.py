"""The three jobs of an import: check, write, undo. Each runs in one transaction."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from krachtlokaal.office import jobs
from krachtlokaal.register.intake.files import UnreadableFile
from krachtlokaal.register.models import ImportRun
from krachtlokaal.register.services.imports import checking, mapping, undoing, writing
from krachtlokaal.register.services.imports.checking import Tell

Step = Callable[..., ImportRun]


@jobs.handles(mapping.CHECK)
def check(progress: jobs.Progress) -> jobs.Result:
    try:
        return _do(checking.check, progress)
    except UnreadableFile as unreadable:
        raise jobs.Refused(unreadable.sentence) from unreadable


@jobs.handles(mapping.RUN)
def run(progress: jobs.Progress) -> jobs.Result:
    return _do(writing.write, progress)


@jobs.handles(mapping.UNDO)
def undo(progress: jobs.Progress) -> jobs.Result:
    return _do(undoing.undo, progress)


def _do(step: Step, progress: jobs.Progress) -> jobs.Result:
    wanted = ImportRun.objects.select_related("workspace", "made_by")
    run = wanted.filter(pk=progress.arguments["run"]).first()
    if run is None:
        raise jobs.Refused(_("Deze lijst is intussen weggegooid."))
    done = step(run=run, tell=_teller(progress))
    return {key: value for key, value in done.counts.items() if isinstance(value, int)}


def _teller(progress: jobs.Progress) -> Tell:
    def tell(text: str, done: int, total: int) -> None:
        progress.step(text, done=done, total=total)

    return tell  # type: ignore[return-value]  # a lazy sentence is a sentence
