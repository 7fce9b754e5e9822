"""Every address of Northing. Pages live under their organization."""

from django.urls import URLPattern, URLResolver

from northing.web import failures
from northing.web.urls import urlpatterns as pages

urlpatterns: list[URLPattern | URLResolver] = [*pages]

handler400 = failures.bad_request
handler403 = failures.forbidden
handler404 = failures.not_found
handler429 = failures.too_many
handler500 = failures.broken
