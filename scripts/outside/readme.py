"""Runs the console blocks of the READMEs: `$ policy-atlas …` and below it what it prints, standard output first.

    readme.py ROOT FOLDER UPDATE    UPDATE is 1 to write the READMEs anew, else 0

The program is $POLICY_ATLAS. The calls run in FOLDER, where mine.ron is the shipped catalogue with two faults.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"(?<=^```console\n)\$ policy-atlas (.*)\n((?:(?!```).*\n)*)(?=```$)", re.M)


def printed(line, folder):
    call = [os.environ["POLICY_ATLAS"], *shlex.split(line)]
    done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", env={**os.environ, "LANG": "zh_CN.UTF-8"})
    return done.stdout + done.stderr


def main(root, folder, update):
    shipped = (root / "policies.ron").read_text(encoding="utf-8")
    faulty = shipped.replace('region: "110000"', 'region: "990000"', 1).replace('["compute"], strength', '["comptue"], strength', 1)
    (folder / "mine.ron").write_text(faulty, encoding="utf-8")
    stale = []
    for name in ("README.md", "README.en.md"):
        readme = root / name
        text = readme.read_text(encoding="utf-8")
        if not BLOCK.search(text):
            stale.append(f"{name}: no examples found")

        def run(block):
            found = printed(block[1], folder)
            if found != block[2]:
                stale.append(f"{name}: $ policy-atlas {block[1]}\n--- the README says\n{block[2]}--- it prints\n{found}")
            return f"$ policy-atlas {block[1]}\n{found}"

        anew = BLOCK.sub(run, text)
        if update:
            readme.write_text(anew, encoding="utf-8")
    if stale and not update:
        sys.exit("\n".join(stale))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "1")
