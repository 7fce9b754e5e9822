"""The mail server of NORTHING_MAIL_URL, as Django's settings."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS = {"smtp": 587, "smtps": 465}


def mail_by(url: str) -> dict[str, Any]:
    """Settings for `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`.

    `?tls=no` speaks plainly, to a server on the same machine. Without an address nothing is
    sent, and pages offer links to hand over instead.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "NORTHING_MAIL_URL is not the address of a mail server. "
            "Write it as smtp://user:password@mail.example.org:587"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parse_qs(parts.query).get("tls") != ["no"],
        "EMAIL_TIMEOUT": 20,
    }
