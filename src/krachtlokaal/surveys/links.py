"""The personal links of this room: what each purpose opens."""

from krachtlokaal.office.links import typed_from_paper

ANSWER = typed_from_paper("survey")  # an invitation: answer, and read one's own result
OPEN = "survey_open"  # a wave that anybody may enter who says which organisation she is of
MANAGER = "survey_manager"  # the result of an organisation: share, take along, delete
CONFIRM = "survey_confirm"  # somebody who came by the open link: does she belong there?
