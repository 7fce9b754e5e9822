"""What every test stands on. The database is chosen by DATABASE_URL alone, as for the server."""

import os

from hypothesis import HealthCheck, settings

# A loaded machine is no fault of a property: no deadlines. CI tries the same examples every time.
settings.register_profile(
    "home", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.register_profile("ci", settings.get_profile("home"), derandomize=True)
settings.register_profile("thorough", settings.get_profile("home"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "home"))
