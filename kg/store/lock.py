"""Locks on files and folders, which the system gives back when their process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import OutputError

__all__ = ["alone", "locked", "reading", "writing"]

PAUSE = 0.02
"""Seconds between two looks at a lock that somebody else holds."""

if sys.platform == "win32":
    import msvcrt

    def locked(handle: int, shared: bool = False) -> bool:
        """Whether the lock on an open file could be had at once; Windows knows none that is shared."""
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind the content, which others may then still read
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def locked(handle: int, shared: bool = False) -> bool:
        """Whether the lock on an open file or folder could be had at once; on a file system without locks it is."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


def reading(folder: Path) -> int | None:
    """A handle that says, until it is closed, that a folder is read; None where a switch is under way in it.

    Where a folder cannot be opened as a file can (Windows), -1: nobody is told, and `Held.whole` tells afterwards.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return -1
    if locked(handle, shared=True):
        return handle
    os.close(handle)
    return None


@contextmanager
def alone(folder: Path, patience: float) -> Iterator[bool]:
    """Wait up to `patience` seconds for the readers of a folder and keep new ones out; whether nobody reads it now."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _waited(handle, patience)
    finally:
        os.close(handle)


@contextmanager
def writing(work: Path, folder: Path, patience: float) -> Iterator[None]:
    """Be the only build at work in a folder; OutputError that names the other after `patience` seconds.

    The lock is a file in `work`, which is made here. Its holder removes both at the end, so that a lock that was
    waited for counts only if it is still the file of that name.
    """
    handle = _sole(work / "lock", folder, patience)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(work / "lock")
        os.close(handle)
        with suppress(OSError):  # Windows removes no open file, but none either that somebody else has opened since
            if sys.platform == "win32":
                os.unlink(work / "lock")
        with suppress(OSError):  # not empty: a build that has waited is in it
            os.rmdir(work)


def _sole(path: Path, folder: Path, patience: float) -> int:
    """The handle of the lock file, locked, with this process' number in it."""
    end = time.monotonic() + patience
    while True:
        with suppress(FileNotFoundError):  # the build before has just removed the folder
            path.parent.mkdir(exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            if locked(handle) and _is(handle, path):
                return _signed(handle)
            os.close(handle)
        if time.monotonic() > end:
            raise OutputError(f"another kg build is writing here{_holder(path)}", folder, "wait until it has ended")
        time.sleep(PAUSE)


def _signed(handle: int) -> int:
    """A lock file with this process' number in it."""
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())
    except OSError:
        os.close(handle)
        raise
    return handle


def _is(handle: int, path: Path) -> bool:
    """Whether an open file is still the one of this name."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except OSError:
        return False


def _holder(path: Path) -> str:
    """The process that wrote its number into a lock file, in the words of the message."""
    with suppress(OSError, ValueError):
        return f": process {int(path.read_bytes())}"
    return ""


def _waited(handle: int, patience: float) -> bool:
    """Whether the lock could be had within so many seconds."""
    end = time.monotonic() + patience
    while not locked(handle):
        if time.monotonic() > end:
            return False
        time.sleep(PAUSE)
    return True
