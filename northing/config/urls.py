"""Every address of Northing. Pages live under their organization."""

from django.urls import URLPattern, URLResolver

from northing.web.urls import urlpatterns as pages

urlpatterns: list[URLPattern | URLResolver] = [*pages]
