"""The addresses of the pages. Each module lists its own; every page lives under its organization."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
