"""What allauth asks of this product: no sign-up by oneself, mail through the outbox, our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage
from qrcode.main import QRCode

from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services import codes, keys
from krachtlokaal.core import guard
from krachtlokaal.office import outbox

TOO_OFTEN = _("U probeerde het te vaak. Wacht een paar minuten en probeer het dan nog eens.")
WRONG_CODE = _("Deze code klopt niet. Kijk nog eens goed en typ de zes cijfers.")
WRONG_KEY = _("Dit lukte niet met deze sleutel of code. Probeer het nog eens.")

# Mails of allauth → templates/mail/<name>.txt
MAILS = {
    "account/email/login_code": "inlogcode",
    "account/email/unknown_account": "geen-account",
}
# Mails about one's keys share a template that tells what happened.
SECURITY_MAIL = "sleutel-gewijzigd"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "account_inactive": _("Dit account is gesloten. Vraag uw coördinator om hulp."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 allauth's signature
        return False

    def is_safe_url(self, url: str) -> bool:
        """A `next` that can't be read as an address is not safe either."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def generate_login_code(self) -> str:
        """A nonce: what allauth keeps in the session is not what the mail says (see codes)."""
        return codes.new_nonce()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail through the outbox; the same work for known and unknown addresses."""
        user = User.objects.filter(email__iexact=email).first()
        values = {"nonce": context["code"]} if "code" in context else {}
        template = MAILS.get(template_prefix)
        if template is None:
            template, values = SECURITY_MAIL, {"what": template_prefix.rpartition("/")[2]}
        with guard.system("a mail about signing in belongs to no workspace"):
            outbox.post(
                template,
                to=email,
                to_name=user.name if user else "",
                context=values,
                workspace=None,
                secret="nonce" in values,
                language=user.language if user else (get_language() or "nl"),
            )

    def post_login(  # type: ignore[override]  # its many keywords go on as they came
        self,
        request: HttpRequest,
        user: User,
        **details: Any,  # noqa: ANN401 allauth's signature
    ) -> HttpResponse:
        """From now on pages are in the language that the user chose."""
        response: HttpResponse = super().post_login(request, user, **details)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, samesite="Lax")
        return response


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in at one's own organisation: for who has an account already (settings: by verified
    address); allauth asks the account adapter whether others may sign up."""


class MfaAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_KEY,
        "rate_limited": TOO_OFTEN,
    }

    def encrypt(self, text: str) -> str:
        return keys.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return keys.decrypt(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The square code on a white ground, so that a telephone reads it in dark mode too."""
        code = QRCode(image_factory=SvgPathFillImage)
        code.add_data(url)
        return str(code.make_image().to_string(encoding="unicode"))

    def generate_authenticator_name(
        self,
        user: AbstractBaseUser,
        type: Authenticator.Type,  # noqa: A002 allauth's signature
    ) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Sleutel %(number)s") % {"number": number})
