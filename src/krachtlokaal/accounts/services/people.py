"""Users: made by invitation or command, never by themselves."""

from allauth.account.models import EmailAddress
from django.db import transaction

from krachtlokaal.accounts.models import User
from krachtlokaal.office import audit


@transaction.atomic
def create_user(*, email: str, name: str, language: str = "nl", is_operator: bool = False) -> User:
    """A user who signs in by a code mailed to this address."""
    user = User.objects.create_user(
        email=email, name=name.strip(), language=language, is_operator=is_operator
    )
    # Every sign-in proves the address by a mailed code, so it counts as verified from the start.
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    audit.record("user.created", user)
    return user


@transaction.atomic
def change_profile(*, user: User, name: str, language: str) -> User:
    """What a user says about herself."""
    before = {"name": user.name, "language": user.language}
    user.name, user.language = name.strip(), language
    user.save(update_fields=["name", "language"])
    after = {"name": user.name, "language": user.language}
    changes = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    if changes:
        audit.record("user.changed", user, changes=changes)
    return user


@transaction.atomic
def end_sessions(*, user: User) -> None:
    """Sign out everywhere: each session carries a hash of a field that changes here."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    audit.record("user.signed_out_everywhere", user)
