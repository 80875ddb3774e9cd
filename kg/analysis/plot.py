"""Pictures, drawn by matplotlib (`gazette-kg[plot]`): a heat map of shared tasks, a timeline of a dossier."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.analysis.dossier import Dossier
from kg.analysis.shared import Sharing
from kg.errors import MissingError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Drawn", "heat_map", "lanes", "timeline"]

FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "SimSun",
    "Songti SC",
    "Arial Unicode MS",
    "Droid Sans Fallback",
)
"""Fonts that have Chinese, the better ones first."""

LANES = {
    "posts": ("post",),
    "seats": ("bodyName", "role"),
    "members": ("role", "name"),
    "holders": ("post", "name"),
}
"""Sections that a timeline shows, and the columns that name a lane."""

MOST = 40
"""Bodies of a heat map, lanes of a timeline: more are not read."""

NUMBERED = 25
"""Bodies up to which the cells of a heat map have numbers."""


class Drawn(NamedTuple):
    """A picture; `readable` is whether a font with Chinese was found, without one names are boxes."""

    png: bytes
    readable: bool


def heat_map(found: Sharing) -> Drawn:
    """The matrix of shared tasks, the first forty bodies; the darker, the more tasks, own tasks on the diagonal."""
    names = [thing.name for thing in found.bodies[:MOST]]
    cells = [row[:MOST] for row in found.matrix[:MOST]]
    size = 3.5 + 0.32 * len(names)
    with _figure(size + 1, size) as (figure, axes, readable):
        image = axes.imshow(cells or [[0]], cmap="Blues", vmin=0)
        axes.set_xticks(range(len(names)), names, rotation=90)
        axes.set_yticks(range(len(names)), names)
        half = max((max(row) for row in cells), default=0) / 2
        for y, row in enumerate(cells if len(names) <= NUMBERED else []):
            for x, number in enumerate(row):
                colour = "white" if number > half else "black"
                axes.text(x, y, str(number or ""), ha="center", va="center", fontsize=8, color=colour)
        figure.colorbar(image, ax=axes, shrink=0.6)
        return Drawn(_png(figure), readable)


def timeline(found: Dossier) -> Drawn:
    """The posts and seats of a dossier on the days that attest them, a line from the first to the last of each."""
    rows = lanes(found)[:MOST]
    with _figure(9, 1.5 + 0.32 * max(len(rows), 1)) as (figure, axes, readable):
        for y, (_, days) in enumerate(rows):
            axes.plot(days, [y] * len(days), "-o", color="C0", markersize=6)  # type: ignore[arg-type]
        axes.set_yticks(range(len(rows)), [name for name, _ in rows])
        axes.invert_yaxis()
        axes.set_title(found.name)
        axes.grid(axis="x", alpha=0.3)
        axes.tick_params(axis="x", rotation=30)
        return Drawn(_png(figure), readable)


def lanes(found: Dossier) -> list[tuple[str, list[date]]]:
    """What is dated in a dossier, and its days in order: the lane that begins first comes first."""
    days: dict[str, set[date]] = {}
    for section, columns in LANES.items():
        for row in found.section(section):
            day = _day(row.get("date"))
            if day:
                days.setdefault(" ".join(str(row[it]) for it in columns), set()).add(day)
    return sorted(((name, sorted(told)) for name, told in days.items()), key=lambda it: it[1][0])


def _day(told: object) -> date | None:
    """A whole date; None for a year or a month alone."""
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


@contextmanager
def _figure(width: float, height: float) -> Iterator[tuple[Figure, Axes, bool]]:
    """A figure in a font that has Chinese, where there is one."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingError("matplotlib is not installed", hint="pip install 'gazette-kg[plot]'") from error
    font = _font()
    families = [font, "DejaVu Sans"] if font else ["DejaVu Sans"]
    settings: Any = {"axes.unicode_minus": False, "text.parse_math": False, "font.family": families}
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure, figure.add_subplot(), font is not None


def _font(known: Sequence[str] = FONTS) -> str | None:
    """The first font of the list that is installed."""
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return next((font for font in known if font in installed), None)


def _png(figure: Figure) -> bytes:
    """The figure as PNG, always the same bytes; what has no glyph is told by `readable`, not by warnings."""
    import warnings

    place = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        figure.savefig(place, format="png", dpi=120, metadata={"Software": None})
    return place.getvalue()
