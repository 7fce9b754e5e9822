"""Mail, sent beside the request: its answer takes as long whether or not there is somebody."""

import logging
from threading import Thread

from django.conf import settings
from django.core.mail import send_mail

log = logging.getLogger("northing.mail")


def is_mail_configured() -> bool:
    """Whether anything can be sent."""
    return bool(settings.HAS_MAIL)


def mail_link(to: str, subject: str, before: str, link: str, after: str) -> None:
    """Send a short text around one link. Failures are logged, without the link."""
    subject = " ".join(subject.split())
    text = f"{before}\n\n{link}\n\n{after}\n"
    Thread(target=_send, args=(to, subject, text), daemon=True).start()


def _send(to: str, subject: str, text: str) -> None:
    try:
        send_mail(subject, text, None, [to])
    except OSError:
        log.exception("mail to %s was not sent: %s", to, subject)
