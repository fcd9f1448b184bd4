"""How much a machine carries of what a network asks in its busiest hour, and what it needs."""
