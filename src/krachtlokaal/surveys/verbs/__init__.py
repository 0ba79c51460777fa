"""This room's deeds in sentences, by subject."""

from krachtlokaal.surveys.verbs import answering, measurements, questionnaires, waves

__all__ = ["answering", "measurements", "questionnaires", "waves"]
