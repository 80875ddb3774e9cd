"""Documents to facts: one construct a file, its grammar as docstring, run as components of a spaCy pipeline.

Users add their own with the same decorator, or through the entry point group `gazette_kg`::

    @construct("hotline")
    def hotlines(document: Document) -> Iterator[Fact]: ...

spaCy takes a second to import, so names are looked up here when they are first used.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
