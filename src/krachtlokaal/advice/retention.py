"""How long what an advice case holds is kept: its words go two years after it was closed."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.advice.enums import CaseState
from krachtlokaal.advice.models import AdviceCase
from krachtlokaal.advice.services import forgetting
from krachtlokaal.office import retention

retention.register(
    retention.Term(
        "advice_cases",
        _("Namen, vraag en notities van een adviesvraag"),
        730,
        _("nadat de adviesvraag was afgerond"),
        lambda at: AdviceCase.objects.filter(state=CaseState.CLOSED, closed_at__lt=at).exclude(
            question=""
        ),
        forgetting.wipe,
    )
)
