from .limits import Limits
from .pool import Pool
from .run import serve

__all__ = [
    "Limits",
    "Pool",
    "serve",
]
