#!/usr/bin/env python
"""Django's command line for Kintrace."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kintrace.config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from kintrace import __version__

    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"Kintrace {__version__}\n")
        sys.exit()
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(f"Kintrace does not start. Mend this first:\n{wrong}")
