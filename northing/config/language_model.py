"""The language model of NORTHING_LANGUAGE_MODEL_URL and its kin, if there is one."""

from django.core.exceptions import ImproperlyConfigured

from northing.coach.wordings.endpoint import Endpoint, EndpointRefused, endpoint_at
from northing.config.environment import Environment


def language_model_by(environment: Environment) -> Endpoint | None:
    """The endpoint that the settings name; None when no address is set, and then nothing is asked.

    Raises ImproperlyConfigured when an address is set with something that does not fit it.
    """
    url = environment.language_model_url.strip()
    if not url:
        return None
    key = environment.language_model_key.get_secret_value().strip()
    try:
        return endpoint_at(
            url, environment.language_model_model, key, environment.language_model_timeout
        )
    except EndpointRefused as refused:
        raise ImproperlyConfigured(
            f"NORTHING_LANGUAGE_MODEL_URL, _MODEL or _KEY does not fit. {refused}. "
            "Or unset NORTHING_LANGUAGE_MODEL_URL: Northing needs no language model."
        ) from None
