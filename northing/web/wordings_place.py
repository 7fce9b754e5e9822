"""Where words go when a person asks for other wordings: every page that offers it says so."""

from django.conf import settings

from northing.coach.wordings.endpoint import Endpoint


def language_model_host() -> str:
    """The host of the language model; empty when none is set, and then no button is shown."""
    endpoint: Endpoint | None = settings.LANGUAGE_MODEL
    return endpoint.host if endpoint is not None else ""
