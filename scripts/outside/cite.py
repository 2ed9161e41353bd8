"""Reads one list of references in three forms and holds them against each other."""

import json
import sys
from pathlib import Path

import bibtexparser
import rispy
from pybtex.database import parse_string

folder = Path(sys.argv[1])
items = {item["id"]: item for item in json.loads((folder / "csl-json").read_text("utf-8"))}
bibtex = (folder / "bibtex").read_text("utf-8")
entries = parse_string(bibtex, "bibtex").entries
parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
others = {entry["ID"]: entry for entry in parser.parse(bibtex).entries}
# newline="" keeps the CRLF of the format.
with open(folder / "ris", encoding="utf-8", newline="") as file:
    records = {record["id"]: record for record in rispy.loads(file.read().replace("\r\n", "\n"))}
lines = (folder / "gbt7714").read_text("utf-8").splitlines()

assert len(items) == len(lines) > 20, (len(items), len(lines))
assert list(items) == list(entries) == list(others) == list(records), "keys or their order differ"
for (key, item), line in zip(items.items(), lines):
    authors = [author["literal"] for author in item.get("author", [])]
    title = item["title"]
    plain = entries[key].fields["title"].strip("{}").replace("\\", "")
    assert plain == title, (plain, title)
    assert others[key]["title"].strip("{}").replace("\\", "") == title, others[key]
    assert records[key].get("title") == title or records[key].get("primary_title") == title, records[key]
    assert title in line, (title, line)
    people = entries[key].persons.get("author", [])
    assert [str(person).strip("{}") for person in people] == authors, (people, authors)
    # A comma at its end keeps a body of several Latin words whole.
    whole = [name + "," if " " in name and name.isascii() else name for name in authors]
    assert records[key].get("authors", []) == whole, (records[key], whole)
    assert entries[key].fields.get("url") == item.get("URL"), key
    assert records[key].get("urls", [None])[0] == item.get("URL"), key
    issued = item.get("issued", {}).get("date-parts", [[None]])[0]
    year = entries[key].fields.get("year")
    assert (int(year) if year else None) == issued[0], (key, year, issued)
    date = entries[key].fields.get("date")
    assert [int(part) for part in date.split("-")] == issued if date else issued == [None], (key, date)
    assert ("/OL]" in line) == ("URL" in item), line

# Year, publisher and issuer, as each program reads them.
whole, report, policy = "ccid-2023-3.2026.2", "ccid-2023-3.source.ccid", "ccid-2023-3.policy.110000-2023-1"
for key, year, publisher, field in [(whole, "2026", "政策图谱", "publisher"), (report, "2023", "赛迪研究院", "institution")]:
    assert entries[key].fields["year"] == others[key]["year"] == records[key]["year"] == year, key
    assert entries[key].fields[field] == others[key][field] == records[key]["publisher"] == publisher, key
    assert items[key]["publisher"] == publisher and items[key]["issued"]["date-parts"][0][0] == int(year), key
assert records[report]["place_published"] == items[report]["publisher-place"] == entries[report].fields["address"] == "北京"
assert records[policy]["authors"] == ["北京市人民政府"] == [author["literal"] for author in items[policy]["author"]]
print(f"     {len(items)} references")
