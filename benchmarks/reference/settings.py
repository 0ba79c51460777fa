"""Django with nothing but what one page needs."""

import os
from pathlib import Path

SECRET_KEY = "guards nothing"  # noqa: S105 a benchmark has no secrets
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "benchmarks.reference.urls"
WSGI_APPLICATION = "benchmarks.reference.wsgi.application"
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []
USE_TZ = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ["KL_DATABASE"],
        "USER": "kl_app",
        "HOST": os.environ["KL_EMBEDDED_SOCKET"],
        "CONN_MAX_AGE": 600,
    }
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent],
    }
]
