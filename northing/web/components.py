"""A page that shows every part of the pages in every state. It exists while DEBUG is on."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from northing.web.component_samples import sample


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every macro in every state; 404 unless DEBUG is on."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "components/page.html", sample())


urlpatterns = [path("components", components)]
