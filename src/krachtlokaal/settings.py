"""One settings file, driven by the environment. docs/beheer/instellingen.md explains each name."""

import os
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parent
DATA_DIR = Path(os.environ.get("KL_DATA_DIR", "var")).resolve()


def flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "ja"}


DEMO = flag("KL_DEMO")
# A laptop without a server of its own: demo, tests, and the commands that researchers call.
EMBEDDED = "DATABASE_URL" not in os.environ
DEBUG = flag("KL_DEBUG")
BASE_URL = os.environ.get("KL_BASE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = os.environ.get("KL_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE = BASE_URL.startswith("https://")
# Nobody but the one at this machine comes in: mail may be read on a page, keys are no secret.
AT_HOME = DEMO or (
    EMBEDDED and {urlsplit(BASE_URL).hostname, *ALLOWED_HOSTS} <= {"localhost", "127.0.0.1"}
)


def secret(name: str) -> str:
    """A secret from the environment; at home there are ones that guard nothing."""
    if value := os.environ.get(name):
        return value
    if AT_HOME:
        return f"embedded-{name}-not-a-secret-0123456789abcdef"
    raise ImproperlyConfigured(f"Zet {name} op een lange, willekeurige tekst.")


SECRET_KEY = secret("KL_SECRET_KEY")
# Personal links are derived from this key: it stands outside the database and its backups.
LINK_KEY = secret("KL_LINK_KEY")


# Pages read a few rows from indexes that fit in memory: on the defaults PostgreSQL scans whole
# tables in parallel instead, which at 260,000 organisations takes ten times as long.
PLANNER = "-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0"


def database(role: str) -> dict[str, object]:
    """The connection of one role: the application (kl_app) or who owns the tables (kl_owner)."""
    common: dict[str, object] = {
        "ENGINE": "krachtlokaal.core.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,  # the guard opens the transaction, see core.guard
        "OPTIONS": {"options": f"-c role={role} -c timezone=UTC {PLANNER}"},
    }
    if EMBEDDED:
        socket = os.environ.get("KL_EMBEDDED_SOCKET", str(DATA_DIR / "pg"))
        name = os.environ.get("KL_DATABASE", "krachtlokaal")
        return common | {"NAME": name, "USER": role, "HOST": socket, "PORT": "5432"}
    url = os.environ["DATABASE_URL"]
    if role == "kl_owner":
        url = os.environ.get("DATABASE_OWNER_URL", url)
    parts = urlsplit(url)
    return common | {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": str(parts.port or ""),
    }


DATABASES = {"default": database(os.environ.get("KL_DATABASE_ROLE", "kl_app"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "krachtlokaal.core",
    "krachtlokaal.office",
    "krachtlokaal.accounts",
    "krachtlokaal.register",
    "krachtlokaal.topics",
    "krachtlokaal.surveys",
    "krachtlokaal.advice",
    "krachtlokaal.events",
    "krachtlokaal.needs",
    "krachtlokaal.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "procrastinate.contrib.django",
]
if os.environ.get("KL_OIDC_SERVER"):
    # Has no tables; brings an HTTP client along that nothing else in a web process needs.
    INSTALLED_APPS.append("allauth.socialaccount.providers.openid_connect")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A page's part of a first visit stays small without a proxy too.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "krachtlokaal.urls"
WSGI_APPLICATION = "krachtlokaal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "krachtlokaal.core.folding.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["krachtlokaal.core.templatetags.kl"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "krachtlokaal.portal.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "krachtlokaal.core.forms.Renderer"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("KL_STATIC_ROOT", DATA_DIR / "static"))
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31536000

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels")), ("fy", _("Fries"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["krachtlokaal.locale"]  # how Frisian writes numbers
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
# Off, so that a key in an address is never written as 1.284; the filter `number` does it.
USE_THOUSAND_SEPARATOR = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["krachtlokaal.accounts.backends.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:start"
LOGOUT_REDIRECT_URL = "portal:home"

ACCOUNT_ADAPTER = "krachtlokaal.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "krachtlokaal.accounts.adapters.SocialAccountAdapter"
MFA_ADAPTER = "krachtlokaal.accounts.adapters.MfaAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # who gets a new key on her account hears of it by mail
ACCOUNT_SESSION_REMEMBER = True
# Six digits, three tries a code: with 12 codes an hour a guesser needs years for one account.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,3/m/key,12/h/key",
    # Typing the code of a letter, and asking for a lost link; a whole office shares one address.
    "survey_code": "20/m/ip",
    "survey_lost_link": "20/m/ip,5/h/key",
    # Coming in without an invitation makes a link and sends mail.
    "survey_entry": "20/m/ip",
    # Cards of several devices behind one address in a village hall; what is refused is sent again.
    "needs_notes": "300/m/ip",
    # A whole table types the code, and taps dots, behind one address.
    "needs_dots_code": "60/m/ip",
    "needs_dots": "900/m/ip",
}
ACCOUNT_FORMS = {
    "request_login_code": "krachtlokaal.accounts.forms.sign_in.AddressForm",
    "confirm_login_code": "krachtlokaal.accounts.forms.sign_in.CodeForm",
}
MFA_FORMS = {
    "authenticate": "krachtlokaal.accounts.forms.sign_in.KeyCodeForm",
    "reauthenticate": "krachtlokaal.accounts.forms.sign_in.KeyCodeAgainForm",
    "activate_totp": "krachtlokaal.accounts.forms.sign_in.AppForm",
    "add_webauthn": "krachtlokaal.accounts.forms.sign_in.PasskeyForm",
    "edit_webauthn": "krachtlokaal.accounts.forms.sign_in.PasskeyNameForm",
}
# How many proxies of our own stand before the web process: limits count the visitor, not a proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KL_PROXIES", "1" if SECURE else "0"))
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}  # a whole office may share one address
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = "Kracht Lokaal"
MFA_TOTP_TOLERANCE = 1  # half a minute early or late: telephones' clocks differ, and people type
SOCIALACCOUNT_ONLY = False
# At one's own organisation signs in who has an account here with the address that it vouches for.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {}
if os.environ.get("KL_OIDC_SERVER"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": os.environ.get("KL_OIDC_NAME", "uw organisatie"),
                "client_id": os.environ["KL_OIDC_CLIENT_ID"],
                "secret": os.environ["KL_OIDC_SECRET"],
                "settings": {
                    "server_url": os.environ["KL_OIDC_SERVER"],
                    "oauth_pkce_enabled": True,
                },
            }
        ]
    }

# Rate limits count over all web processes, so they stand in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
    }
}

SESSION_ENGINE = "krachtlokaal.accounts.sessions"
SESSION_COOKIE_NAME = "kl_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "krachtlokaal.portal.errors.csrf_failure"
FORM_ACTION: list[str] = [SELF]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": FORM_ACTION,
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
if server := os.environ.get("KL_OIDC_SERVER"):
    # Signing in at one's own organisation is a form that ends there.
    _entrance = urlsplit(server)
    FORM_ACTION.append(f"{_entrance.scheme}://{_entrance.netloc}")

MAIL_FROM = os.environ.get("KL_MAIL_FROM", "Kracht Lokaal <post@krachtlokaal.example>")
DEFAULT_FROM_EMAIL = MAIL_FROM
# Named on the pages about privacy and accessibility, and in security.txt.
CONTACT_MAIL = os.environ.get("KL_CONTACT_MAIL", parseaddr(MAIL_FROM)[1])
# Everything goes through the outbox; this backend is what the outbox hands a rendered mail to.
EMAIL_BACKEND = (
    "krachtlokaal.office.mailbox.Backend" if AT_HOME else "krachtlokaal.office.smtp.Backend"
)
EMAIL_HOST = os.environ.get("KL_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("KL_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("KL_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KL_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("KL_SMTP_TLS")
EMAIL_TIMEOUT = 30
BOUNCE_MAILDIR = os.environ.get("KL_BOUNCE_MAILDIR", "")

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Refused while it comes in; the register's lists are the largest files that people bring.
UPLOAD_MAX_BYTES = 20 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["krachtlokaal.core.uploads.LimitedUploadHandler"]

PROCRASTINATE_ON_APP_READY = "krachtlokaal.office.queue.on_app_ready"
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # our neighbours below the same domain decide about themselves
    "security.W008",  # the reverse proxy sends http on to https
    "security.W021",  # a preload list is the domain owner's choice
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    # What stands in the address of a personal link is for its holder alone.
    "filters": {"quiet": {"()": "krachtlokaal.office.quiet.WithoutSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["quiet"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("KL_LOG_LEVEL", "WARNING")},
}
