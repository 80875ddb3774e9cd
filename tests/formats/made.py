"""Files of every format, made for the tests; all names in them are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

LINES = (
    "临河市人民政府办公室关于成立临河市防汛指挥部的通知",
    "临政办〔2020〕1号",
    "各县区人民政府，市政府各部门：",
    "经市政府研究，决定成立临河市防汛指挥部，组成人员如下。",
    "指挥长：安大伟（市长）",
    "副指挥长：高永瑞（副市长）",
    "成员：王小明（市财政局局长）、李小华（市教育局局长）",
)
HEAD, FONT = "临河市人民政府公报", "STSong-Light"


def page(body: str, head: str = "") -> bytes:
    """A web page in UTF-8."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def paragraphs(lines: Iterable[str] = LINES) -> str:
    """Lines as paragraphs of a web page."""
    return "".join(f"<p>{line}</p>" for line in lines)


def html() -> bytes:
    """A page with menus round the notice."""
    menu = "<div class='nav'><a href='/'>首页</a><a href='/a'>政务公开</a></div>"
    return page(f"{menu}<div class='TRS_Editor'>{paragraphs()}</div><div class='foot'>版权所有</div>")


def docx(lines: Iterable[str] = LINES) -> bytes:
    """A Word file of plain paragraphs."""
    import docx as word

    document = word.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document.save)


def xlsx(rows: Iterable[Sequence[object]] = [(line,) for line in LINES], merged: Iterable[str] = ()) -> bytes:
    """A spreadsheet of one sheet named 名单."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(book.save)


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], password: str = "") -> bytes:
    """A PDF of A4 pages with lines at places in points from the lower left corner."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=password or None, invariant=1)
    for lines in pages:
        canvas.setFont(FONT, 12)
        for x, y, line in lines:
            canvas.drawString(x, y, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def plain_pdf(lines: Iterable[str] = LINES) -> bytes:
    """A PDF of one page with the lines one below the other."""
    return pdf([[(72, 760 - 20 * number, line) for number, line in enumerate(lines)]])


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return stream.getvalue()


def ofd(pages: Sequence[Sequence[str]] = (LINES,)) -> bytes:
    """An OFD file as GB/T 33190 describes it, one text object a line."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    root = f'<ofd:OFD {space} Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot>'
    document = (
        f"<ofd:Document {space}><ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    members = [("OFD.xml", f"{root}</ofd:DocBody></ofd:OFD>".encode()), ("Doc/Document.xml", document.encode())]
    for number, lines in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject ID="{100 + n}" Boundary="20 {20 + 8 * n} 170 6" Font="1" Size="4">'
            f'<ofd:TextCode X="0" Y="4" DeltaX="g {len(line)} 4">{line}</ofd:TextCode></ofd:TextObject>'
            for n, line in enumerate(lines)
        )
        layer = f'<ofd:Layer ID="50">{objects}</ofd:Layer>'
        members.append(
            (f"Doc/Pages/{number}.xml", f"<ofd:Page {space}><ofd:Content>{layer}</ofd:Content></ofd:Page>".encode())
        )
    return archive(members)


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    """What a library saves to a stream."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
