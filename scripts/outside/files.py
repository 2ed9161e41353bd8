"""Reads exports as other programs do and compares them with the csv.

    files.py text FOLDER            csv, csv for spreadsheets and json
    files.py workbook FOLDER        xlsx, by openpyxl
    files.py office FOLDER OUT      what LibreOffice made of xlsx: OUT/policies-SHEET.csv

FOLDER holds policies.csv, policies.csv-excel, policies.xlsx, policies.json and wide.csv of the embedded catalogue.
"""

import csv
import io
import json
import re
import sys
from pathlib import Path

KEYS = "id region region_name tier month stage title title_en short number issuers period".split()
KNOWN = {
    "110000-2023-2": ("110000", "北京市", "2023-05", "北京市促进通用人工智能创新发展的若干措施"),
    "640000-2023-1": ("640000", "宁夏回族自治区", "2023-08", "促进人工智能创新发展政策措施"),
}


def must(holds, what):
    if not holds:
        sys.exit(f"files.py: {what}")


def read_csv(data):
    """Rows of the csv, the heading first."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    must(rows and all(len(row) == len(rows[0]) for row in rows), "rows of different lengths")
    return rows


def plain(folder):
    """The csv, checked: the other formats are compared with it."""
    data = (folder / "policies.csv").read_bytes()
    must(not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data, "the csv has a BOM or CR")
    rows = read_csv(data)
    must(rows[0][: len(KEYS)] == KEYS, f"keys {rows[0]}")
    must(len(rows) == 13, f"{len(rows) - 1} policies in place of 12")
    by_id = {row[0]: row for row in rows[1:]}
    for key, (region, name, month, title) in KNOWN.items():
        row = by_id.get(key)
        must(row is not None, f"no {key}")
        must((row[1], row[2], row[4], row[6]) == (region, name, month, title), f"{key}: {row[:7]}")
    return rows


def wide(folder, rows):
    """The rows with the columns that the sheet has beside those of the csv."""
    found = read_csv((folder / "wide.csv").read_bytes())
    must([row[: len(rows[0])] for row in found] == rows, "the wide table begins with other columns")
    return found


def text(folder):
    rows = plain(folder)
    data = (folder / "policies.csv-excel").read_bytes()
    must(data.startswith(b"\xef\xbb\xbf"), "the csv for spreadsheets has no BOM")
    must(data.count(b"\n") == data.count(b"\r\n") == len(rows), "the csv for spreadsheets does not end lines with CRLF")
    sheet = read_csv(data[3:])
    compare(sheet, rows, "csv for spreadsheets")
    risky = [cell for row in sheet for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]
    must(not risky, f"cells that a spreadsheet takes for a formula: {risky}")

    objects = json.loads((folder / "policies.json").read_text(encoding="utf-8"))
    must(len(objects) == len(rows) - 1, f"{len(objects)} objects in json")
    for found, row in zip(objects, rows[1:]):
        must(list(found) == rows[0], f"keys of json {list(found)}")
        for (key, value), cell in zip(found.items(), row):
            if key.startswith("open_"):
                must(value is (cell == "true"), f"{row[0]} {key}: {value!r} and {cell!r}")
            else:
                must(value is None or isinstance(value, str), f"{row[0]} {key}: {value!r} is not text")
                must((value or "") == cell, f"{row[0]} {key}: {value!r} and {cell!r}")


def workbook(folder):
    import openpyxl

    rows = plain(folder)
    book = openpyxl.load_workbook(folder / "policies.xlsx")
    must(book.sheetnames == ["说明", "数据", "陈述", "代码本", "来源"], f"sheets {book.sheetnames}")
    cells = list(book["数据"].iter_rows())
    for row in cells[1:]:
        for cell in row:
            must(cell.value is None or cell.data_type == "s", f"{cell.coordinate} is not text: {cell.value!r}")
    compare([[cell.value or "" for cell in row] for row in cells], wide(folder, rows), "xlsx")


def office(folder, out):
    rows = plain(folder)
    sheet = lambda name: read_csv((out / f"policies-{name}.csv").read_bytes().removeprefix(b"\xef\xbb\xbf"))
    compare(sheet("数据"), wide(folder, rows), "LibreOffice")
    must(len(sheet("陈述")) > len(rows), "LibreOffice: statements")
    must(any(row[1] == "compute" and row[2] == "算力" for row in sheet("代码本")), "LibreOffice: the focuses")
    # A date that is precise to the day is one, and shown as ISO has it.
    must(any("2023-10-30" in row for row in sheet("来源")), "LibreOffice: the date of the report")


def page(folder, printed):
    """The page of the rows has every id whole, and every title line by line: lines of cells stand beside each other."""
    rows = plain(folder)
    text = "".join(printed.read_text(encoding="utf-8").split())
    for row in rows[1:]:
        found = dict(zip(rows[0], row))
        must(found["id"] in text, f"not on the page: {found['id']}")
        begin = found["title"][:12]
        must(begin in text, f"not on the page: {begin}")


def compare(found, rows, what):
    """Each column has the values of the csv, or, where people read names in place of ids, one name for each id.

    The headings are labels for people, so columns are told by their place.
    """
    must(len(found) == len(rows), f"{what}: {len(found)} lines in place of {len(rows)}")
    must(all(len(row) == len(rows[0]) for row in found), f"{what}: another number of columns")
    # Of the cities of one rank people are told which are sub-provincial.
    finer = {("tier", "city"): "副省级市"}
    named = re.compile(r"tier|stage|month_by|(focus|basis|open|assigned_by)_.*")
    for at, key in enumerate(rows[0]):
        names = {}
        for mine, theirs in zip(rows[1:], found[1:]):
            if finer.get((key, mine[at])) == theirs[at]:
                continue
            if named.fullmatch(key):
                known = names.setdefault(mine[at], theirs[at])
                must(known == theirs[at], f"{what}: {key} {mine[at]} is both {known!r} and {theirs[at]!r}")
            else:
                must(mine[at] == theirs[at], f"{what}: {mine[0]} {key}: {theirs[at]!r} in place of {mine[at]!r}")
        must(len(set(names.values())) == len(names), f"{what}: {key} says one thing for two: {names}")


if __name__ == "__main__":
    kind, *folders = sys.argv[1:]
    {"text": text, "workbook": workbook, "office": office, "page": page}[kind](*map(Path, folders))
