"""The application that a WSGI server serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from people.call_stack import in_one_piece
from people.spare_memory import set_aside

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("LOCK_SECONDS", "20")  # a reader is told soon; what loads texts may wait
# To open a file and read its schema takes longer than most pages' questions; one that was replaced is noticed then.
os.environ.setdefault("SQLITE_OPEN_SECONDS", "60")
application = in_one_piece(get_wsgi_application())
get_resolver().url_patterns  # noqa: B018 - views are imported now, not while the first visitors wait
set_aside()
