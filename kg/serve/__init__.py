"""The graph over HTTP (extra `serve`): its page, a SPARQL 1.1 endpoint, a page for queries, a page for every node.

Read-only, for this machine alone, and bounded (kg/serve/limits.py): a query that takes too long is stopped
by killing the process that runs it, and the others do not notice.
"""

from __future__ import annotations
