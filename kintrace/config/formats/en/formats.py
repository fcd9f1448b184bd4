"""The day before the month, in whole words: nobody takes 4 March for 3 April."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
