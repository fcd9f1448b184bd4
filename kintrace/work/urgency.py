"""Which jobs go first. The queue takes the higher number, and of equal ones the older job."""

PRESSING = 50  # somebody waits for it, or something must come down
SOON = 0  # what is not said otherwise
MAY_WAIT = -50  # nobody waits, and it is safe all the same
