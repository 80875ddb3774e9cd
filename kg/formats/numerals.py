"""Numbers as automatic numbering prints them: 一, 壹, 甲, ①, IV, b."""

from __future__ import annotations

__all__ = ["numeral"]

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "japaneseDigitalTen",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    ]
)


def numeral(number: int, form: str) -> str:
    """A number from 0 on in a form that Word names; in digits for a form that is not known here."""
    if form in CHINESE:
        return counted(number, DIGITS, "十百千")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return counted(number, FORMAL, "拾佰仟")
    if form in ("ideographDigital", "taiwaneseDigital"):
        return "".join(DIGITS[int(digit)] for digit in str(number))
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        return roman(number).upper() if form == "upperRoman" else roman(number)
    return of_a_series(number, form)


def of_a_series(number: int, form: str) -> str:
    """A number in a form that has one sign a number, in digits where the series has no more."""
    series = {
        "ideographTraditional": STEMS,
        "ideographZodiac": BRANCHES,
        "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
        "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
        "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    }.get(form, "")
    if 0 < number <= len(series):
        return series[number - 1]
    if form == "decimalZero":
        return f"{number:02}"
    digits = str(number)
    return digits.translate({ord("0") + one: chr(0xFF10 + one) for one in range(10)}) if "FullWidth" in form else digits


def counted(number: int, digits: str, units: str) -> str:
    """A number below 10,000 in Chinese: 十二, 一百〇三."""
    if not 0 < number < 10_000:
        return digits[0] if not number else str(number)
    told, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            one = "" if place == 1 and digit == 1 and not told else digits[digit]
            told += ("零" if gap and told else "") + one + (units[place - 1] if place else "")
        gap = not digit
    return told


def roman(number: int) -> str:
    """A number below 4,000 in small Roman letters."""
    if not 0 < number < 4_000:
        return str(number)
    told = ""
    for worth, letters in (*ROMAN, *SMALL_ROMAN):
        told += letters * (number // worth)
        number %= worth
    return told
