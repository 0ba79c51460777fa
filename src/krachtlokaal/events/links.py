"""The personal links of this room: what each purpose opens."""

from krachtlokaal.office.links import typed_from_paper

INVITATION = "events_invitation"  # an organisation that is invited: register as that organisation
REGISTRATION = typed_from_paper("events_registration")  # look at, change or cancel a registration
PARTICIPANT = "events_participant"  # one person's programme: swap, evaluate, take it along
DOOR = "events_door"  # the door of one day: check people in, also without a network
