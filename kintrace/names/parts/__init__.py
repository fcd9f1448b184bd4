"""A full name as a desk typed it, in parts with roles and in words worth comparing."""

from kintrace.names.parts.reading import Part, Role, Word, core, split

__all__ = ["Part", "Role", "Word", "core", "split"]
