"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jointaction.project.settings")
application = get_wsgi_application()
# What is loaded by now stays for good, and a plan is thousands of small values: looking through them all for
# waste every few hundred cost a large page a quarter of its time.
gc.freeze()
gc.set_threshold(50_000, 20, 50)
