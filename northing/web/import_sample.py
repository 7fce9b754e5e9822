"""A sample file for whoever imports for the first time, with their own name and cycle in it."""

from django.http import HttpResponse
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from northing.measures.periods import Period
from northing.people.actions.rights import require_admin
from northing.spreadsheets.rules.sample_rows import NAME, sample_rows
from northing.web.page import PageRequest, frame_of, page


@page
def sample(request: PageRequest) -> HttpResponse:
    """The sample as a file."""
    require_admin(request.person)
    answer = HttpResponse("\ufeff" + sample_for(request), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, NAME) or "attachment"
    return answer


def sample_for(request: PageRequest) -> str:
    """Rows that can be imported as they are: the viewer owns them, in the cycle that runs."""
    cycle = frame_of(request).cycle
    owner = request.person.email or request.person.name
    if cycle is not None:
        return sample_rows(owner, cycle.name, cycle.period)
    first, last = request.today.replace(month=1, day=1), request.today.replace(month=12, day=31)
    return sample_rows(owner, str(first.year), Period(first, last))


urlpatterns = [path("<slug:organization>/import/sample", require_safe(sample), name="sample")]
