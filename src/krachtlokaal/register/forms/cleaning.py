"""Form fields that read what people type the way the import reads a list."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake import values
from krachtlokaal.register.intake.names import clean_name
from krachtlokaal.register.intake.text import tidy
from krachtlokaal.register.intake.values import Read

TOO_LONG = _("Dit is te lang: ten hoogste %(limit_value)d tekens.")


class LineField(forms.CharField):
    """One line of text, without stray spaces and invisible signs."""

    default_error_messages = {"max_length": TOO_LONG}

    def to_python(self, value: Any) -> str:  # noqa: ANN401 Django's own signature
        return tidy(super().to_python(value) or "")


class NameField(LineField):
    """The name of an organisation; one in capitals alone gets a sensible case."""

    def clean(self, value: Any) -> str:  # noqa: ANN401 Django's own signature
        return clean_name(super().clean(value))


class ReadField(LineField):
    """A value with a form of its own; what is wrong comes as the sentence of the reader."""

    reader: Callable[[str], Read[str]]

    def clean(self, value: Any) -> str:  # noqa: ANN401 Django's own signature
        text = super().clean(value)
        read = type(self).reader(text)
        if read.wrong is not None:
            raise ValidationError(str(read.wrong))
        if self.max_length is not None and len(read.value) > self.max_length:
            raise ValidationError(TOO_LONG, params={"limit_value": self.max_length})
        return read.value


class KvkField(ReadField):
    reader = staticmethod(values.read_kvk)


class PostcodeField(ReadField):
    reader = staticmethod(values.read_postcode)


class WebsiteField(ReadField):
    reader = staticmethod(values.read_website)


class EmailField(ReadField):
    """An address; other than in a list there may be only one."""

    reader = staticmethod(values.read_email)
    widget = forms.EmailInput


class PhoneField(ReadField):
    reader = staticmethod(values.read_phone)
