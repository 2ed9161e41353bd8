"""Reads a memo with zipfile and ElementTree.

    memo.py STEM LANG           holds STEM.docx to STEM.compare.json and STEM.list.json
    memo.py body FILE.docx      writes the text of the body, without its notes
    memo.py page FILE.html      holds the second page of `pdftotext -bbox-layout` to 22 lines of 28 characters
"""

import json
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(element):
    return "".join(run.text or "" for run in element.iter(f"{W}t"))


def main(stem, lang):
    with zipfile.ZipFile(f"{stem}.docx") as archive:
        if archive.testzip():
            sys.exit(f"{stem}.docx: a part is damaged")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        footnotes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
        dates = {entry.date_time for entry in archive.infolist()}
    if dates != {(1980, 1, 1, 0, 0, 0)}:
        sys.exit(f"{stem}.docx: times {dates}")
    paragraphs = [text_of(paragraph) for paragraph in body.iter(f"{W}p")]
    notes = {int(note.get(f"{W}id")): text_of(note).strip() for note in footnotes.iter(f"{W}footnote")}
    notes = {n: text for n, text in notes.items() if n > 0}
    whole = "\n".join([*paragraphs, *notes.values()])
    compared = json.loads(Path(f"{stem}.compare.json").read_text(encoding="utf-8"))
    listed = json.loads(Path(f"{stem}.list.json").read_text(encoding="utf-8"))
    wanted = []
    for policy in listed:
        wanted.append((lang == "en" and policy["title_en"]) or policy["title"])
        if policy["number"]:
            wanted.append(policy["number"])
    wanted += [column["name"] for column in compared["columns"]]
    for gap in compared["gap"]:
        # The body has the summary, the note the words of the source where the catalogue gives them.
        quoted = json.loads(Path(f"{stem}.quotes.json").read_text(encoding="utf-8"))
        for statement in gap["statements"]:
            wanted.append(statement["summary"].rstrip("。."))
            # Within the marks of a quotation those of the source are single ones, as GB/T 15834 has them.
            quote = quoted.get(statement["id"], "")
            wanted.append(f"“{quote.replace('“', '‘').replace('”', '’')}”" if quote and lang == "zh" else quote)
    missing = [text for text in wanted if text not in whole]
    if missing:
        sys.exit(f"{stem}.docx: not there: {missing}")
    # Notes numbered from 1, and no other.
    focuses = [row for row in compared["rows"] if row["key"].startswith("focus_")]
    stated = {i for row in focuses for cell in row["cells"].values() for i in cell["statements"]}
    cited = [int(mark.get(f"{W}id")) for mark in body.iter(f"{W}footnoteReference")]
    if cited != sorted(notes) or cited != list(range(1, len(notes) + 1)):
        sys.exit(f"{stem}.docx: notes are cited as {cited}, numbered {sorted(notes)}")
    # Each statement stands in one note, its id behind it.
    ids = [i for text in notes.values() for i in re.findall(r"[.。] ?\[([^\[\]]+)\]", text)]
    if sorted(ids) != sorted(stated):
        sys.exit(f"{stem}.docx: notes {notes}, statements {sorted(stated)}")
    if body.find(f".//{W}docGrid") is None or body.find(f".//{W}tblHeader") is None:
        sys.exit(f"{stem}.docx: no grid, or no head that repeats")
    tables = list(body.iter(f"{W}tbl"))
    shape = [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in tables[0].iter(f"{W}tr")]
    if len(tables) != 1 or len(shape) != len(compared["columns"]) + 1 or {len(row) for row in shape} != {len(focuses) + 1}:
        sys.exit(f"{stem}.docx: table {shape}")
    for column, row in zip(compared["columns"], shape[1:]):
        for focus, shown in zip(focuses, row[1:]):
            cell = focus["cells"][column["id"]]
            mark = {"policy": "●", "region": "○", None: ""}[cell["basis"]]
            if not shown.startswith(mark) or ("●" in shown or "○" in shown) != bool(mark):
                sys.exit(f"{stem}.docx: {column['id']} {focus['key']}: {shown}")


def body_of(path):
    with zipfile.ZipFile(path) as archive:
        print(text_of(ElementTree.fromstring(archive.read("word/document.xml"))))


def full_page(path):
    name = "{http://www.w3.org/1999/xhtml}"
    page = list(ElementTree.parse(path).iter(f"{name}page"))[1]
    # Words of one line stand at one height; the number of the page stands below the text.
    lines = {}
    for word in page.iter(f"{name}word"):
        lines.setdefault(round(float(word.get("yMin"))), []).append(word.text)
    lines = ["".join(words) for _, words in sorted(lines.items())]
    text, number = lines[:-1], lines[-1]
    if number != "—2—" or [len(line) for line in text] != [28] * 22:
        sys.exit(f"{path}: number {number}, characters a line {[len(line) for line in text]}")


if __name__ == "__main__":
    match sys.argv[1]:
        case "body":
            body_of(sys.argv[2])
        case "page":
            full_page(sys.argv[2])
        case stem:
            main(Path(stem), sys.argv[2])
