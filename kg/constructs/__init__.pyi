from .language import extract, pipeline, read
from .naming import KINDS
from .registry import CONSTRUCTS, Construct, construct

__all__ = [
    "CONSTRUCTS",
    "KINDS",
    "Construct",
    "construct",
    "extract",
    "pipeline",
    "read",
]
