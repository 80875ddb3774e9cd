"""A wall round a process that runs queries: from here on it can open no way to a network.

A guard reads the queries (`kg.store.sparql`); this holds where the guard should have a hole. Linux only: a filter in
the kernel refuses new sockets, and a network namespace of its own holds none but a loopback that is down. Where
neither may be had (other systems, containers that forbid it) the guard stands alone.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from contextlib import suppress
from pathlib import Path

__all__ = ["wall"]

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
REFUSED = 0x00050000 | 13
ALLOWED = 0x7FFF0000
MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""What the kernel calls a machine, and its number for `socket`."""

RING = 425
"""The number of `io_uring_setup` on all machines: a ring can open sockets too."""

FOREIGN = 0x40000000
"""From here on the numbers are those of a second set of calls (x32), which nobody needs."""


def wall() -> tuple[str, ...]:
    """Shut the calling thread off from all networks, for good; gives what holds: `filter`, `namespace`, or nothing."""
    if sys.platform != "linux":
        return ()
    system = ctypes.CDLL(None, use_errno=True)
    shut = (("namespace", _namespace), ("filter", _filter))
    return tuple(name for name, build in shut if build(system))


def _namespace(system: ctypes.CDLL) -> bool:
    """Leave for a network namespace in which there is nothing; needs one thread, where it needs a user namespace."""
    user, group = os.getuid(), os.getgid()
    if not hasattr(system, "unshare"):
        return False
    if system.unshare(NEW_NETWORK) == 0:
        return True
    if system.unshare(NEW_NETWORK | NEW_USER) != 0:
        return False
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with suppress(OSError):  # the names of owners only
            Path("/proc/self", name).write_text(line)
    return True


def _filter(system: ctypes.CDLL) -> bool:
    """Let the kernel refuse every new socket, those to a name server on this machine included."""
    if platform.machine() not in MACHINES or sys.maxsize < 2**32:
        return False
    rules = _rules(*MACHINES[platform.machine()])
    code = ctypes.create_string_buffer(rules, len(rules))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(rules) // 8, ctypes.addressof(code)))
    if system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(system.prctl(SECCOMP, FILTER, ctypes.c_void_p(ctypes.addressof(program)), 0, 0) == 0)


def _rules(machine: int, socket: int) -> bytes:
    """The filter as the kernel reads it: on this machine `socket` and the ring fail, everything else goes on."""
    load, equal, least, give = 0x20, 0x15, 0x35, 0x06
    steps = (
        (load, 0, 0, 4),
        (equal, 0, 5, machine),
        (load, 0, 0, 0),
        (least, 3, 0, FOREIGN),
        (equal, 2, 0, socket),
        (equal, 1, 0, RING),
        (give, 0, 0, ALLOWED),
        (give, 0, 0, REFUSED),
    )
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
