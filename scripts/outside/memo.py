"""Reads STEM.docx with zipfile and ElementTree and holds it to STEM.compare.json and STEM.list.json.

    memo.py STEM LANG
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
        dates = {entry.date_time for entry in archive.infolist()}
    if dates != {(1980, 1, 1, 0, 0, 0)}:
        sys.exit(f"{stem}.docx: times {dates}")
    paragraphs = [text_of(paragraph) for paragraph in body.iter(f"{W}p")]
    whole = "\n".join(paragraphs)
    compared = json.loads(Path(f"{stem}.compare.json").read_text(encoding="utf-8"))
    listed = json.loads(Path(f"{stem}.list.json").read_text(encoding="utf-8"))
    wanted = []
    for policy in listed:
        wanted.append((lang == "en" and policy["title_en"]) or policy["title"])
        if policy["number"]:
            wanted.append(policy["number"])
    wanted += [column["name"] for column in compared["columns"]]
    for gap in compared["gap"]:
        # A Chinese note has the words of the source where the catalogue gives them, else the summary.
        quotes = Path(f"{stem}.quotes.json")
        quoted = json.loads(quotes.read_text(encoding="utf-8")) if lang == "zh" else {}
        wanted += [quoted.get(statement["id"]) or statement["summary"] for statement in gap["statements"]]
    missing = [text for text in wanted if text not in whole]
    if missing:
        sys.exit(f"{stem}.docx: not there: {missing}")
    # One note a statement, numbered from 1, and no other.
    focuses = [row for row in compared["rows"] if row["key"].startswith("focus_")]
    stated = {i for row in focuses for cell in row["cells"].values() for i in cell["statements"]}
    notes = [re.match(r"\[(\d+)\] (\S+)", paragraph) for paragraph in paragraphs]
    notes = [(int(note[1]), note[2]) for note in notes if note]
    if [number for number, _ in notes] != list(range(1, len(notes) + 1)):
        sys.exit(f"{stem}.docx: notes are numbered {notes}")
    if {i for _, i in notes} != stated or len(notes) != len(stated):
        sys.exit(f"{stem}.docx: notes {notes}, statements {sorted(stated)}")
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


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
