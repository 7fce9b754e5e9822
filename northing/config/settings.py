"""Django's settings. What whoever runs Northing may set stands in environment.py."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from northing.config.databases import database_of
from northing.config.environment import environment
from northing.config.language_model import language_model_by
from northing.config.logs import logging_by
from northing.config.mail import mail_by

_environment = environment()
_address = urlsplit(_environment.url)
_is_https = _address.scheme == "https"
_package = Path(__file__).resolve().parent.parent

BASE_URL = _environment.url.rstrip("/")
DATA_DIR = _environment.data_dir
DEBUG = _environment.debug
SECRET_KEY = _environment.secret
_LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [
    host.strip()
    for host in [_address.hostname or "", *_environment.allowed_hosts.split(","), *_LOOPBACK]
    if host.strip()
]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "northing.config.urls"
WSGI_APPLICATION = "northing.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "northing.activity",
    "northing.people",
    "northing.drafts",
    "northing.cycles",
    "northing.strategy",
    "northing.goals",
    "northing.check_ins",
    "northing.coach",
    "northing.spreadsheets",
    "northing.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "northing.web.request_log.RequestLogMiddleware",
    # Around all that may refuse a request: refusals are pages, too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "northing.web.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_package / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "northing.web.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": database_of(_environment)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Limits on guessing count over all processes: on SQLite there is one, else the database counts.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if DATABASES["default"]["ENGINE"] == "northing.storage.sqlite"
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "northing_cache"}
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "sesame.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
SESAME_MAX_AGE = 60 * 60 * 24
SESAME_ONE_TIME = True
SESAME_TOKEN_NAME = "token"  # noqa: S105 (the name of a parameter)
ACCOUNT_ADAPTER = "northing.web.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
# Limits of our own beside those of allauth, which counts them all.
ACCOUNT_RATE_LIMITS = {"language_model": "20/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = _environment.trusted_proxies

SESSION_ENGINE = "northing.storage.sessions"
SESSION_COOKIE_SECURE = _is_https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_SECURE = _is_https
CSRF_FAILURE_VIEW = "northing.web.failures.csrf_failure"
SECURE_SSL_REDIRECT = False
if _environment.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The proxy that speaks TLS redirects to it; whether other names of the domain speak TLS is not
# ours to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
APPEND_SLASH = False
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _is_https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = logging_by(_environment.log, requests=_environment.log_requests)

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [_package / "web" / "static"]
STATIC_ROOT = DATA_DIR / "static"
# Before they are collected, files come as they lie in the package.
WHITENOISE_USE_FINDERS = True
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "northing.web.static_files.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
EMAIL_SUBJECT_PREFIX = ""
HAS_MAIL = bool(_environment.mail_url)
DEFAULT_FROM_EMAIL = _environment.mail_from or f"Northing <northing@{_address.hostname}>"
LANGUAGE_MODEL = language_model_by(_environment)
globals().update(mail_by(_environment.mail_url))
