"""What of a walk must be in its PDF and Markdown: names of places, titles of their policies, what is stated of them.

    walk.py FOLDER LANG     reads FOLDER/LANG.txt and .md, and for each code in FOLDER/places what the program shows of it
"""

import json
import pathlib
import re
import sys

folder, lang = pathlib.Path(sys.argv[1]), sys.argv[2]


def plain(text):
    """Lines are broken anywhere on a page, and Markdown escapes signs."""
    return re.sub(r"[\s\\]", "", text)


texts = {end: plain((folder / f"{lang}.{end}").read_text(encoding="utf-8")) for end in ("txt", "md")}
missing = []
asked = 0
for code in (folder / "places").read_text().split():
    place = json.loads((folder / f"{code}-{lang}.json").read_text())
    policies = json.loads((folder / f"{code}-{lang}-policies.json").read_text())
    wanted = [place["region_name"]]
    wanted += [policy["title"] if lang == "zh" else policy["title_en"] or policy["title"] for policy in policies]
    for list_ in ("statements_of_policies", "statements_of_place"):
        wanted += [s["summary"] for s in place[list_] if s["kind"] in ("focus", "emphasis")]
    asked += len(wanted)
    missing += [(code, end, what) for what in wanted for end, text in texts.items() if plain(what) not in text]
for code, end, what in missing:
    print(f"{lang}.{end} has not, of {code}: {what}")
if asked < 40:
    print(f"only {asked} names, titles and statements were asked for")
sys.exit(bool(missing) or asked < 40)
