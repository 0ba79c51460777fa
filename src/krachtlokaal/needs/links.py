"""The personal links of this room: what each purpose opens."""

from krachtlokaal.office.links import typed_from_paper

GUEST = typed_from_paper("needs_guest")  # a guest of a round table: say whether she comes
NOTES = "needs_notes"  # a round table: type cards, without an account, also without a network
DOTS = "needs_dots"  # a round table whose guests give dots now
REPORT = "needs_report"  # a fixed edition of the report, for everybody who has its address
