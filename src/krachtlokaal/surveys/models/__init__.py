from krachtlokaal.surveys.models.answers import Answer, AnswerDraft
from krachtlokaal.surveys.models.measurements import ContactWish, Look, Measurement, Snapshot
from krachtlokaal.surveys.models.questionnaires import Questionnaire, QuestionnaireVersion
from krachtlokaal.surveys.models.waves import Call, Invitation, Wave

__all__ = [
    "Answer",
    "AnswerDraft",
    "Call",
    "ContactWish",
    "Invitation",
    "Look",
    "Measurement",
    "Questionnaire",
    "QuestionnaireVersion",
    "Snapshot",
    "Wave",
]
