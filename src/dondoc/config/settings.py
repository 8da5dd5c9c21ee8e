"""Settings, each with a default that runs from a clean checkout; an office changes them by the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ  # type: ignore[import-untyped]

from dondoc.config.secrets import secret_key

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
HOME = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()

# --- What an office sets ---------------------------------------------------------------------------------------------
DEBUG = env.bool("DONDOC_DEBUG", default=False)
VAR = Path(env.str("DONDOC_VAR", default=str(HOME / "var")))
SECRET_KEY = secret_key(VAR, env.str("DONDOC_SECRET_KEY", default=""), debug=DEBUG)
ALLOWED_HOSTS = env.list("DONDOC_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
DONDOC_HTTPS = env.bool("DONDOC_HTTPS", default=False)
DONDOC_PROVINCE = env.str("DONDOC_PROVINCE", default="Tỉnh Vĩnh Phúc")
DONDOC_OFFICE = env.str("DONDOC_OFFICE", default="Văn phòng")  # stands under the committee's name on papers
DONDOC_PUBLISH_NEEDS_SECOND_PERSON = env.bool("DONDOC_PUBLISH_NEEDS_SECOND_PERSON", default=False)
DONDOC_UPLOAD_LIMIT = env.int("DONDOC_UPLOAD_LIMIT_MB", default=50) * 1024 * 1024
DONDOC_READING_SECONDS = env.float("DONDOC_READING_SECONDS", default=60.0)
DONDOC_READING_MEMORY = env.int("DONDOC_READING_MEMORY_MB", default=512) * 1024 * 1024
DONDOC_SECOND_FACTOR = env.str("DONDOC_SECOND_FACTOR", default="administrators")  # or everyone, or optional
DONDOC_OIDC_ISSUER = env.str("DONDOC_OIDC_ISSUER", default="")  # the office's own sign-in (OpenID Connect), its address
DONDOC_OIDC_CLIENT = env.str("DONDOC_OIDC_CLIENT", default="")
DONDOC_OIDC_SECRET = env.str("DONDOC_OIDC_SECRET", default="")
DONDOC_OIDC_CLAIM = env.str("DONDOC_OIDC_CLAIM", default="preferred_username")  # says the sign-in name here
DONDOC_OIDC_NAME = env.str("DONDOC_OIDC_NAME", default="Cổng đăng nhập của tỉnh")  # stands on the button
DONDOC_TASKS = env.str("DONDOC_TASKS", default="worker")  # worker, or immediate: read inside the request

# --- Rooms of the house ----------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "dondoc.config.apps.ConfigConfig",
    "dondoc.audit",
    "dondoc.agencies",
    "dondoc.accounts",
    "dondoc.directives",
    "dondoc.assignments",
    "dondoc.demo",
]
MIDDLEWARE = [
    "dondoc.config.middleware.incident",
    "django.middleware.security.SecurityMiddleware",
    "dondoc.config.middleware.content_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dondoc.config.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "dondoc.accounts.middleware.FirstThingsFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "dondoc.config.urls"
WSGI_APPLICATION = "dondoc.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dondoc.config.shell.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "dondoc.config.templatetags.vietnamese",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database --------------------------------------------------------------------------------------------------------
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # writers queue at the start, so a lock never fails in mid-transaction
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;",
}
DATABASES: dict[str, Any] = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'dondoc.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASK_BACKENDS = {
    "worker": "django_tasks_db.DatabaseBackend",
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
}
TASKS = {"default": {"BACKEND": TASK_BACKENDS[DONDOC_TASKS]}}

# --- People and sessions ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "directives:my-work"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_NAME = "dondoc_session"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = DONDOC_HTTPS
CSRF_COOKIE_NAME = "dondoc_csrf"
CSRF_COOKIE_SECURE = DONDOC_HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = env.list("DONDOC_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "dondoc.config.errors.csrf_refused"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DONDOC_HTTPS else None
SECURE_SSL_REDIRECT = DONDOC_HTTPS
SECURE_HSTS_SECONDS = 31536000 if DONDOC_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- Files -----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "config" / "static"]
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = True  # serves straight from the package: nothing to build or collect
WHITENOISE_MAX_AGE = 0 if DEBUG else 300
ORIGINALS = VAR / "originals"
INCOMING = VAR / "incoming"
AUDIT_HEADS = VAR / "audit-heads"
AUDIT_KEY = VAR / "audit-key"
FILE_UPLOAD_HANDLERS = ["dondoc.config.uploads.LimitedUploadHandler"]
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- Mail ------------------------------------------------------------------------------------------------------------
vars().update(env.email_url("DONDOC_MAIL", default="dummymail://"))  # smtp+tls://name:password@host:587
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DONDOC_MAIL_FROM", default="")
EMAIL_TIMEOUT = 10

# --- Language and time -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
CATALOGUES = PACKAGE / "config" / "locale"  # as people write them; compiled into the folder below at every start
LOCALE_PATHS = [VAR / "locale"]
LANGUAGE_COOKIE_NAME = "dondoc_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = DONDOC_HTTPS
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- Logs ------------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("DONDOC_LOG_LEVEL", default="INFO")},
}
