"""The public pages. None sets a cookie, none needs a script, none tells more than a face does."""
