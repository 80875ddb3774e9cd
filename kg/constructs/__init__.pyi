from .language import extract, pipeline, read
from .ledger import accounted
from .lists import NAMED_PLACES
from .naming import KINDS
from .registry import CONSTRUCTS, Construct, construct

__all__ = [
    "CONSTRUCTS",
    "KINDS",
    "NAMED_PLACES",
    "Construct",
    "accounted",
    "construct",
    "extract",
    "pipeline",
    "read",
]
