"""Government gazettes to a knowledge graph of officials, bodies and programs.

>>> import kg
>>> facts = kg.extract("…")            # doctest: +SKIP
>>> nlp = kg.pipeline()                # doctest: +SKIP

The rooms (`kg.view`, `kg.analysis`, `kg.store`, …) can be used as they are after `import kg`. Names are looked up
when they are first used: spaCy is slow to start.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
