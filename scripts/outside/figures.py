"""Reads figures as another program would: every label of the SVG is found in the text of the PDF, and every number of
the bars' CSV is said by the SVG."""

import csv
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"


def bare(text):
    return re.sub(r"\s+", "", text)


def main(folder, figures):
    faults = []
    for figure in figures:
        tree = xml.parse(folder / f"{figure}.svg").getroot()
        labels = ["".join(node.itertext()) for node in tree.iter(f"{SVG}text")]
        if not labels:
            faults.append(f"{figure}.svg has no text")
        page = bare((folder / f"{figure}.txt").read_text(encoding="utf-8"))
        faults += [f"{figure}.pdf lacks {label!r}" for label in labels if bare(label) not in page]
        with open(folder / f"{figure}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        if not rows:
            faults.append(f"{figure}.csv has no rows")
        if figure in ("by-region", "by-month"):
            titles = ["".join(node.itertext()) for node in tree.iter(f"{SVG}title")]
            for row in rows:
                said = f"{row['label']}：{row['count']}"
                drawn = any(title.startswith(said) for title in titles)
                if not drawn and row["count"] != "0":
                    faults.append(f"{figure}.svg does not say {said}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
