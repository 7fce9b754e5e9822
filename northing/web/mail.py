"""Mail, sent beside the request: its answer takes as long whether or not there is somebody."""

from threading import Thread

import structlog
from django.conf import settings
from django.core.mail import send_mail

log = structlog.get_logger()


def is_mail_configured() -> bool:
    """Whether anything can be sent."""
    return bool(settings.HAS_MAIL)


def mail_link(to: str, subject: str, before: str, link: str, after: str) -> None:
    """Send a short text around one link. Failures are logged, without the link."""
    text = f"{before}\n\n{link}\n\n{after}\n"
    Thread(target=_send, args=(to, subject, text), daemon=True).start()


def _send(to: str, subject: str, text: str) -> None:
    try:
        send_mail(subject, text, None, [to])
    except OSError:
        log.exception("mail_not_sent", to=to, subject=subject)
