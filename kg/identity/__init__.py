"""Printed names to bodies and persons, over places and time: judgements with reasons, corrections, registers."""

from __future__ import annotations

from kg.identity.background import Known, background
from kg.identity.corrections import FILE, NONE, Corrections, corrections, entry
from kg.identity.gate import gated, stopped
from kg.identity.judging import SAME, UNSURE, Judgement
from kg.identity.printed import printed_names
from kg.identity.registers import registers
from kg.identity.resolution import Resolution, resolve

__all__ = [
    "FILE",
    "NONE",
    "SAME",
    "UNSURE",
    "Corrections",
    "Judgement",
    "Known",
    "Resolution",
    "background",
    "corrections",
    "entry",
    "gated",
    "printed_names",
    "registers",
    "resolve",
    "stopped",
]
