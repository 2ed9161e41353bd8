#!/usr/bin/env python3
"""Policy Atlas beside Polars, DuckDB, SQLite and LibreOffice: the same questions about the same catalogue, on one core.

    pip install polars duckdb
    benches/peers/run.py [--policies 100000] [--rounds 9] [--ours PROGRAM] [--window PROGRAM] [--cli PROGRAM]
                         [--built HOW] [--out BENCHMARKS.md] [--without-files] [--without-window]

Every arm is a process of its own on the same core, with one thread. The answers are compared first: counts, the first,
middle and last row of a sort, the rows of a file. Then the arms are asked in turn, round after round, and what counts is
the time of the processor that each took (/proc, so on Linux alone), its ratio pair by pair. What no other program does is
measured alone. `--ours` and `--window` are built where they are not given (`cargo build --release --bench peers --bench
peers_window`), else `--built` says how they were; `--cli` is a build of the program, for the bundle whose tables memory is
compared with; `--without-files` leaves out csv, parquet and workbook, `--without-window` the frames.
"""

import argparse
import glob
import importlib.metadata
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SEARCHES = [("common", "智算中心"), ("medium", "低空经济"), ("rare", "量子芯片"), ("absent", "没有这几个字"), ("two characters", "算力")]

FILTER = "source:any region:浙江 month:2023-01..2023-06 focus:all(compute,data)"
CLICKS = [("filter, facets, counts in both units, rows in sight", f"click {FILTER}", 8), ("the same for a text (智算中心)", "click source:any 智算中心", 8),
          ("sort by title", "title", 8)]
FRAMES = [("key typed, applied and painted", "typed", 3), ("frame with all rows selected", "selected", 2), ("tab changed", "tabs", 8),
          ("first frame of a tab", "first", 1)]


class Arm:
    """A process that answers one line with one line."""

    def __init__(self, name, command, core):
        self.name = name
        pin = (lambda: os.sched_setaffinity(0, {core})) if core is not None else None
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=pin)
        self.wait("ready")

    def wait(self, word):
        line = self.process.stdout.readline().strip()
        if line != word:
            sys.exit(f"run.py: {self.name} says {line!r} in place of {word!r}")

    def cpu(self):
        """Milliseconds of the processor, of all of its threads that live."""
        nanoseconds = 0
        for path in glob.glob(f"/proc/{self.process.pid}/task/*/schedstat"):
            nanoseconds += int(Path(path).read_text().split()[0])
        return nanoseconds / 1e6

    def ask(self, question, times=1):
        before = self.cpu()
        print(times, question, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().strip()
        return answer, (self.cpu() - before) / times

    def close(self):
        self.process.stdin.close()
        self.process.wait()


    def resident(self):
        """Bytes of memory, once loaded."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def build(name):
    command = ["cargo", "build", "--release", "--locked", "--bench", name, "--message-format=json"]
    out = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found = [json.loads(line) for line in out.stdout.splitlines() if line.startswith("{")]
    return next(one["executable"] for one in found if one.get("executable") and one["target"]["name"] == name)


def compared(work, ours, peers, questions, rounds, log):
    """Rows of the table: each question's median for us and for each peer, with the ratio pair by pair."""
    rows = []
    for title, question, times, who in questions:
        asked = [peer for peer in peers if peer.name in who]
        path = lambda arm: question.replace("FILE", f"{work}/{arm.name}.out")
        expected, _ = ours.ask(path(ours))
        for peer in asked:
            answer, _ = peer.ask(path(peer))
            if answer != expected:
                sys.exit(f"run.py: {title}: {peer.name} answers {answer!r}, we {expected!r}")
        own, theirs = [], {peer.name: [] for peer in asked}
        for _ in range(rounds):
            own.append(ours.ask(path(ours), times)[1])
            for peer in asked:
                theirs[peer.name].append(peer.ask(path(peer), max(1, times // 8))[1])
        for peer in asked:
            ratios = sorted(one / other for one, other in zip(own, theirs[peer.name]))
            rows.append((title, expected, statistics.median(own), peer.name, statistics.median(theirs[peer.name]), ratios))
            print(f"{title}: {rows[-1][2]:.2f} ms, {peer.name} {rows[-1][4]:.2f} ms, {statistics.median(ratios):.2f}x", file=log)
    return rows


def children(command, **options):
    """Milliseconds of the processor of a program that is run to its end."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = os.times()
    return (after.children_user - before.children_user + after.children_system - before.children_system) * 1000


def alone(ours, questions, rounds, log):
    """Rows of what no other program does: median and longest."""
    rows = []
    for title, question, times in questions:
        taken = sorted(ours.ask(question, times)[1] for _ in range(rounds))
        rows.append((title, statistics.median(taken), taken[-1]))
        print(f"{title}: {rows[-1][1]:.2f} ms", file=log)
    return rows


def frames(program, policies, core, log):
    """Rows of the window: median and 99th percentile of frames."""
    if not program:
        return []
    window = Arm("window", [program, str(policies)], core)
    rows = []
    for title, question, times in FRAMES:
        median, most = map(float, window.ask(question, times)[0].split())
        rows.append((title, median, most))
        print(f"{title}: {median:.2f} ms, {most:.2f} ms", file=log)
    window.close()
    return rows


def workbook(work, ours, core, rounds):
    """The whole table of 10,000 policies as a workbook: from memory, LibreOffice from csv."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return []
    small = Arm("ours", [ours, "10000"], core)
    small.ask(f"csv {work}/book.csv")
    own, theirs = [], []
    for _ in range(min(rounds, 3)):
        own.append(small.ask(f"xlsx {work}/book.xlsx")[1])
        convert = [office, "--headless", f"-env:UserInstallation=file://{work}/office", "--convert-to", "xlsx", "--outdir", f"{work}/out"]
        theirs.append(children([*convert, f"{work}/book.csv"], preexec_fn=lambda: os.sched_setaffinity(0, {core})))
    small.close()
    ratios = sorted(one / other for one, other in zip(own, theirs))
    return [("XLSX, whole, 10,000", "10000", statistics.median(own), "LibreOffice", statistics.median(theirs), ratios)]


def memory(work, ours, args):
    """The memory of a loaded catalogue, against the tables of its own bundle."""
    if not args.cli:
        return ""
    catalogue = f"{work}/catalogue.ron"
    holding = Arm("ours", [ours, "0", "hold", catalogue], args.core)
    resident = holding.resident()
    holding.close()
    subprocess.run([args.cli, "export", "--catalogue", catalogue, "--bundle", f"{work}/bundle"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    tables = sum(path.stat().st_size for path in Path(work, "bundle").rglob("*.csv") if path.name in ("policies.csv", "statements.csv"))
    return (f"Memory of the catalogue with its index: {resident / 1e6:.0f} MB, {resident / tables:.2f} times policies.csv and "
            f"statements.csv of its bundle ({tables / 1e6:.0f} MB).")


def report(rows, own, told, args, load):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    versions = {name: importlib.metadata.version(name) for name in ("polars", "duckdb")}
    import sqlite3

    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    command = f"benches/peers/run.py --policies {args.policies} --rounds {args.rounds}"
    command += "".join(f" --without-{name}" for name in ("files", "window") if getattr(args, f"without_{name}"))
    lines = [
        "# Benchmarks", "",
        "Policy Atlas beside what people would use instead, written by `benches/peers/run.py`. Milliseconds of the processor, the median",
        "of the rounds; the ratio is of us to the other in the same round, its median and in brackets the smallest and the largest.",
        "Below 1 we take less. Every answer was compared before anything was measured.", "",
        f"- {args.policies:,} policies of the generator of `benches/`, seed 20231030; {args.rounds} rounds, every arm on one core with one thread, in turn.",
        f"- {os.cpu_count()} x {model}; {platform.platform()}; load average from {load[0]:.1f} to {load[1]:.1f}"
        + (": other work ran meanwhile, keep the ratios rather than the milliseconds." if max(load) > 1.5 else "."),
        f"- commit {commit}, built by `{args.built}`; Polars {versions['polars']}, DuckDB {versions['duckdb']}, SQLite {sqlite3.sqlite_version}, Python {platform.python_version()}.",
        f"- {time.strftime('%Y-%m-%d', time.gmtime())}; `{command}`", "",
        "| work | answer | ours, ms | other | its ms | ratio |", "|---|---|---|---|---|---|",
    ]
    for title, answer, ours, name, other, ratios in rows:
        ratio = f"{statistics.median(ratios):.2f} [{ratios[0]:.2f}..{ratios[-1]:.2f}]"
        name = {"polars": "Polars", "duckdb": "DuckDB", "sqlite": "SQLite", "ron": "`ron`"}.get(name, name)
        lines.append(f"| {title} | {answer} | {ours:.2f} | {name} | {other:.2f} | {ratio} |")
    lines += ["", "What no other program does: of engines the median and the longest round, of the window the median and the 99th of 100",
              "frames, without what the screen takes.", "", "| work | median, ms | most, ms |", "|---|---|---|"]
    lines += [f"| {title} | {median:.2f} | {most:.2f} |" for title, median, most in own]
    lines += ["", told] if told else []
    lines += ["", "Filter: 浙江, January to June 2023, computing power and data. Sort: place, then month from the last. Search: texts of the policies",
              "and of the statements on them and on their places. SQLite searches by FTS5 with trigrams, two characters by `instr`. Parquet and CSV:",
              "the wide table from memory; DuckDB writes columns that it has already, we make each value from the records. The sort of DuckDB and",
              "SQLite includes handing the ids to Python. Load: the file read, checked and indexed; the `ron` crate reads it into records. On all",
              "cores it is the time of the thread that the others help, without theirs: what it takes at least where each has a core of its own.", ""]
    left_out = [(args.without_files, "CSV, Parquet, the workbook"), (args.without_window, "frames of the window"), (not args.cli, "memory")]
    if any(out for out, _ in left_out):
        lines += ["Not measured in this run: " + ", ".join(name for out, name in left_out if out) + ".", ""]
    Path(args.out).write_text("\n".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--policies", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--ours")
    parser.add_argument("--window")
    parser.add_argument("--cli")
    parser.add_argument("--built", default="cargo build --release")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--without-files", action="store_true")
    parser.add_argument("--without-window", action="store_true")
    parser.add_argument("--out", default=str(ROOT / "BENCHMARKS.md"))
    args = parser.parse_args()
    begun = os.getloadavg()[0]
    program = args.ours or build("peers")
    window = None if args.without_window else args.window or build("peers_window")
    told = ""
    with tempfile.TemporaryDirectory() as work:
        ours = Arm("ours", [program, str(args.policies)], args.core)
        ours.ask(f"dump {work}")
        peers = [Arm(name, [sys.executable, str(HERE / "peer.py"), name, work], args.core) for name in ("polars", "duckdb", "sqlite")]
        everyone = ["polars", "duckdb", "sqlite"]
        questions = [("filter", "filter", 40, everyone)]
        questions += [(f"search, {name} ({needle})", f"search {needle}", 8, everyone) for name, needle in SEARCHES]
        questions.append(("sort by place and month", "sort", 8, everyone))
        ours.ask(f"catalogue {args.policies} {work}/catalogue.ron")
        if not args.without_files:
            ours.ask(f"parquet {work}/wide.parquet")
            next(peer for peer in peers if peer.name == "duckdb").ask("table")
            questions += [("CSV, whole", "csv FILE", 1, ["duckdb"]), ("Parquet, whole", "parquet FILE", 1, ["duckdb"])]
        rows = compared(work, ours, peers, questions, args.rounds, sys.stderr)
        own = alone(ours, CLICKS, args.rounds, sys.stderr)
        for arm in [ours, *peers]:
            arm.close()
        if not args.without_files:
            rows += workbook(work, program, args.core, args.rounds)
        # Arms that hold nothing yet: memory that was used before is slower to have again.
        reading = [Arm(name, [program, "12", role], args.core) for name, role in (("ours", "ours"), ("ron", "bare"))]
        rows += compared(work, reading[0], reading[1:], [("load with index", f"load {work}/catalogue.ron", 1, ["ron"])], args.rounds, sys.stderr)
        reading.append(Arm("ours", [program, "12", "ours"], None))
        on_all = ("load with index, on all cores", f"shared {work}/catalogue.ron", 1, ["ron"])
        rows += compared(work, reading[2], reading[1:2], [on_all], args.rounds, sys.stderr)
        for arm in reading:
            arm.close()
        told = memory(work, program, args)
    own += frames(window, args.policies, args.core, sys.stderr)
    report(rows, own, told, args, (begun, os.getloadavg()[0]))


if __name__ == "__main__":
    main()
