"""What browsers are told about every answer; config/settings.py takes all of it, config/headers.py adds the rest."""

from csp.constants import NONE, SELF

# Nothing inline, nothing from elsewhere, nothing that is not named; the admin's icons are data: images in its styles.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        **{f"{kind}-src": [SELF] for kind in ("script", "style", "font", "connect", "manifest")},
        "img-src": [SELF, "data:"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
