"""How a process of ours forgets: what Python frees is overwritten at once.

Keys are wiped where they lie, but a password or a visitor's words are Python strings: freed, and
left in memory until something else needs the room. With these settings the C library overwrites
what is freed, and serving.py frees at the end of every request what lay in cycles. They cost
next to nothing, and must stand in the environment before the process begins. Another C library
passes them over.
"""

from collections.abc import Mapping

SURROUNDINGS: Mapping[str, str] = {
    "PYTHONMALLOC": "malloc",  # every piece of memory through the C library
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
}
