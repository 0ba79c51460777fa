from krachtlokaal.advice.models.cases import AdviceCase, CaseNote, CaseReader

__all__ = ["AdviceCase", "CaseNote", "CaseReader"]
