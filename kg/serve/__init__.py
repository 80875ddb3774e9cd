"""The graph over HTTP (extra `serve`): its page, a SPARQL 1.1 endpoint, a page for queries, a page for every node.

Read-only, for this machine alone, and bounded (`Limits`): a query that takes too long is stopped by killing the
process that runs it, and the others do not notice. Starlette is an extra, so names are looked up here when they
are first used.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
