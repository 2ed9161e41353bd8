"""Reads each export by programs that are not ours and compares it with the json.

    formats.py FOLDER...            each with rows.FORMAT for every format
    formats.py --spark FOLDER...    rows.parquet by Spark, by a Python that has pyspark

json keeps types: text, numbers, true and false, null. Every other format must give the same values in the same order.
"""

import csv
import io
import json
import re
import sqlite3
import sys
from pathlib import Path

SHEETS = {"zh": ["说明", "数据", "陈述", "代码本", "来源"], "en": ["About", "Data", "Statements", "Codebook", "Sources"]}
WORDS = ("not_stated", "not_assessed", "absent")
# Columns that a workbook shows by name and csv by id.
NAMED = ("tier", "stage", "month", "month_by", "short")


def must(holds, what):
    if not holds:
        sys.exit(f"formats.py: {what}")


def same(found, expected, what):
    must(len(found) == len(expected), f"{what}: {len(found)} rows in place of {len(expected)}")
    for at, (one, other) in enumerate(zip(found, expected)):
        must(one == other, f"{what}: row {at}: {one!r} in place of {other!r}")


def text(value):
    """A value as csv holds it."""
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, (bool, int)) else value


class Case:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        objects = json.loads(self.file("json").read_text(encoding="utf-8"))
        self.objects = objects
        head = next(csv.reader(io.StringIO(self.file("csv").read_text(encoding="utf-8"), newline="")))
        self.keys = head
        must(all(list(row) == head for row in objects), f"{self.name}: keys of json and of csv differ")
        self.rows = [tuple(row.values()) for row in objects]
        # What the database, Parquet and the workbook hold: the same columns, and a few more at the end.
        self.wide = json.loads(self.file("wide.json").read_text(encoding="utf-8"))
        self.wide_keys = list(self.wide[0]) if self.wide else head
        must(self.wide_keys[: len(head)] == head, f"{self.name}: the wide table begins with other columns")
        self.wide_rows = [tuple(row.values()) for row in self.wide]
        same([row[: len(head)] for row in self.wide_rows], self.rows, f"{self.name}: the wide table")

    def file(self, format):
        return self.folder / f"rows.{format}"

    def check(self):
        self.csv()
        self.jsonl()
        self.duckdb()
        types = self.sqlite()
        self.parquet(types)
        self.parts()
        self.xlsx()
        self.pages()

    def csv(self):
        rows = [[text(value) for value in row] for row in self.rows]
        data = self.file("csv").read_bytes()
        must(not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data, f"{self.name}: csv has a BOM or CR")
        read = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
        same(read[1:], rows, f"{self.name}: csv by Python")
        data = self.file("csv-excel").read_bytes()
        must(data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n"), "csv-excel: BOM and CRLF")
        read = list(csv.reader(io.StringIO(data[3:].decode(), newline=""), strict=True))
        safe = [["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in row] for row in rows]
        same(read[1:], safe, f"{self.name}: csv for spreadsheets by Python")

    def jsonl(self):
        lines = self.file("jsonl").read_text(encoding="utf-8").splitlines()
        same([json.loads(line) for line in lines], self.objects, f"{self.name}: jsonl")

    def duckdb(self):
        import duckdb

        rows = [tuple(text(value) for value in row) for row in self.rows]
        options = "header = true, all_varchar = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"'"
        columns = ", ".join(f"'{key}': 'VARCHAR'" for key in self.keys)
        found = duckdb.sql(f"SELECT * FROM read_csv('{self.file('csv')}', {options}, columns = {{{columns}}})").fetchall()
        same([tuple(value or "" for value in row) for row in found], rows, f"{self.name}: csv by DuckDB")
        found = duckdb.sql(f"SELECT * FROM read_json('{self.file('jsonl')}', format = 'newline_delimited')").fetchall()
        must(len(found) == len(rows), f"{self.name}: jsonl by DuckDB")

    def sqlite(self):
        """The database; says which type and which missing value each column of the wide table is declared with."""
        base = sqlite3.connect(f"file:{self.file('sqlite')}?mode=ro", uri=True)
        ask = lambda line, *with_: base.execute(line, with_).fetchall()
        must(ask("PRAGMA integrity_check") == [("ok",)], f"{self.name}: sqlite: not sound")
        must(ask("PRAGMA foreign_key_check") == [], f"{self.name}: sqlite: a key leads nowhere")
        found = ask("SELECT * FROM wide ORDER BY rowid")
        flag = lambda value: int(value) if isinstance(value, bool) else value
        same(found, [tuple(flag(value) for value in row) for row in self.wide_rows], f"{self.name}: sqlite")
        tables = dict(ask("SELECT name, rows FROM tables"))
        for name, rows in tables.items():
            must(ask(f'SELECT count(*) FROM "{name}"') == [(rows,)], f"{self.name}: sqlite: rows of {name}")
            columns = [(row[1], bool(row[3])) for row in ask(f'PRAGMA table_info("{name}")')]
            declared = ask(
                "SELECT variable, missing IS NULL FROM variables WHERE \"table\" = ? ORDER BY position", name)
            must(columns == [(key, bool(must_be)) for key, must_be in declared], f"{self.name}: variables of {name}")
            for key, kind in ask("SELECT variable, type FROM variables WHERE \"table\" = ?", name):
                if kind == "category":
                    strange = ask(
                        f'SELECT DISTINCT "{key}" FROM "{name}" WHERE "{key}" NOT IN (SELECT value FROM categories '
                        'WHERE "table" = ? AND variable = ?)', name, key)
                    must(not strange, f"{self.name}: {name}.{key} has values that no codebook knows: {strange}")
        must("region_cells" in tables if "policies" in self.keys else "region_cells" not in tables, "region_cells")
        if "id" in self.keys:
            ids = [row["id"] for row in self.objects]
            must([row for row, in ask("SELECT id FROM policies ORDER BY position")] == ids, f"{self.name}: order")
            cells = {(policy, focus): strength for policy, focus, strength in
                     ask("SELECT policy, focus, strength FROM cells")}
            for row in self.objects:
                for key, value in row.items():
                    if key.startswith("focus_"):
                        must(cells[row["id"], key.removeprefix("focus_")] == value, f"{self.name}: {row['id']} {key}")
        meta = dict(ask("SELECT key, value FROM meta"))
        must(meta["rows"] == str(len(self.rows)) and meta["catalogue"] and meta["release"], f"{self.name}: meta {meta}")
        wide = ask("SELECT variable, type, missing FROM variables WHERE \"table\" = 'wide' ORDER BY position")
        return {key: (kind, missing) for key, kind, missing in wide}

    def parquet(self, types):
        import duckdb

        path = self.file("parquet")
        found = duckdb.sql(f"SELECT * FROM read_parquet('{path}', file_row_number = true) ORDER BY file_row_number")
        keys = self.wide_keys if self.wide else list(types)
        must(found.columns[:-1] == keys, f"{self.name}: parquet: columns {found.columns}")
        kinds = {"integer": "BIGINT", "boolean": "BOOLEAN"}
        expected = [kinds.get(types[key][0], "VARCHAR") for key in keys]
        must([str(kind) for kind in found.types[:-1]] == expected, f"{self.name}: parquet: types {found.types}")
        same([row[:-1] for row in found.fetchall()], self.wide_rows, f"{self.name}: parquet by DuckDB")
        schema = duckdb.sql(f"SELECT name, repetition_type FROM parquet_schema('{path}')").fetchall()[1:]
        nullable = {key: repetition == "OPTIONAL" for key, repetition in schema}
        must(nullable == {key: types[key][1] is not None for key in keys}, f"{self.name}: parquet: {nullable}")

    def xlsx(self):
        import openpyxl

        book = openpyxl.load_workbook(self.file("xlsx"))
        lang = "zh" if book.sheetnames[0] == "说明" else "en"
        must(book.sheetnames == SHEETS[lang], f"{self.name}: xlsx: sheets {book.sheetnames}")
        must(book.active.title == SHEETS[lang][1], f"{self.name}: xlsx: opens on {book.active.title}")
        for sheet in book.worksheets[1:]:
            must(re.fullmatch("[A-Z]+2", sheet.freeze_panes or ""), f"{self.name}: xlsx: {sheet.title} has no frozen head")
            must(sheet.auto_filter.ref is not None, f"{self.name}: xlsx: {sheet.title} has no filter")
            for row in sheet.iter_rows(min_row=2):
                for cell in row:
                    must(cell.data_type in ("s", "n", "d"), f"{self.name}: {sheet.title} {cell.coordinate}: a formula?")
        rows = list(book.worksheets[1].iter_rows(min_row=2))
        must(len(rows) == len(self.rows), f"{self.name}: xlsx: {len(rows)} rows in place of {len(self.rows)}")
        for cells, expected in zip(rows, self.wide):
            must(len(cells) == len(expected), f"{self.name}: xlsx: {len(cells)} columns in place of {len(expected)}")
            for cell, (key, value) in zip(cells, expected.items()):
                where = f"{self.name}: xlsx: {cell.coordinate} {key}"
                if key == "policies":
                    must(cell.value == value, f"{where}: {cell.value!r}")
                elif key.startswith("focus_"):
                    must(bool(cell.value), f"{where}: {value} is an empty cell")
                elif not key.startswith(("basis_", "open_", "assigned_by_")) and key not in NAMED:
                    must((cell.value or "") == (value or ""), f"{where}: {cell.value!r} in place of {value!r}")
                    must(cell.value is None or cell.data_type == "s", f"{where}: not text")
                elif key == "month" and value:
                    must(cell.value == value and cell.data_type == "s", f"{where}: {cell.value!r}")
        base = sqlite3.connect(f"file:{self.file('sqlite')}?mode=ro", uri=True)
        ids = [row for row, in base.execute("SELECT id FROM statements ORDER BY rowid")]
        found = [row[0] for row in book.worksheets[2].iter_rows(min_row=2, values_only=True)]
        must(found == ids, f"{self.name}: xlsx: statements {found}")
        # A date that is precise to the day is one; what is less stays text.
        heads = [cell.value for cell in book.worksheets[4][1]]
        at = heads.index({"zh": "出版日期", "en": "Published"}[lang])
        given = base.execute("SELECT published, published_precision FROM sources ORDER BY rowid").fetchall()
        cells = [row[at] for row in book.worksheets[4].iter_rows(min_row=2)]
        has_day = any(precision == "day" for _, precision in given)
        must(has_day or self.name == "large", f"{self.name}: no source with a day to look at")
        for cell, (date, precision) in zip(cells, given, strict=True):
            value = cell.value.date().isoformat() if cell.is_date else cell.value
            must(value == date and cell.is_date == (precision == "day"), f"{self.name}: xlsx: {cell.value!r} for {date}")

    def pages(self):
        from html.parser import HTMLParser

        case = self

        class Page(HTMLParser):
            rows, said = 0, ""

            def handle_starttag(self, tag, attrs):
                must(tag not in ("script", "link", "img", "iframe", "object"), f"{case.name}: html: <{tag}>")
                must(not any(name in ("src", "href") for name, _ in attrs), f"{case.name}: html: {attrs}")
                self.rows += tag == "tr"
                if tag == "td":
                    self.said = ""

            def handle_data(self, data):
                self.said += data

            def handle_endtag(self, tag):
                if tag == "td":
                    must(self.said.strip(), f"{case.name}: html: an empty cell")

        page = Page()
        page.feed(self.file("html").read_text(encoding="utf-8"))
        must(page.rows == len(self.rows) + 1, f"{self.name}: html: {page.rows} rows")

    def answers(self):
        """The last two questions of docs/parquet.md, answered from the json."""
        of = lambda row: int(row["region"][:2] + "0000")
        two = sorted((row["region"], row["id"]) for row in self.wide if of(row) in (320000, 330000))
        shares = []
        for province in sorted({of(row) for row in self.wide}):
            rows = [row for row in self.wide if of(row) == province]
            assessed = sum(row["focus_data"] != "not_assessed" for row in rows)
            shares.append((province, assessed, sum(row["basis_data"] == "policy" for row in rows)))
        return two, shares

    SHARES = """SELECT province, count(*) FILTER (WHERE focus_data <> 'not_assessed') AS assessed,
        count(*) FILTER (WHERE basis_data = 'policy') AS named FROM {table} GROUP BY province ORDER BY province"""
    TWO = "SELECT region, id FROM {table} WHERE province IN (320000, 330000) ORDER BY region, id"

    def parts(self):
        import duckdb

        if not (parts := self.folder / "parts").exists():
            return
        table = f"read_parquet('{parts}/*/*.parquet', hive_partitioning = true)"
        two, shares = self.answers()
        found = [duckdb.sql(ask.format(table=table)).fetchall() for ask in (self.TWO, self.SHARES)]
        same(found[0], two, f"{self.name}: parts by DuckDB: two provinces")
        same(found[1], shares, f"{self.name}: parts by DuckDB: provinces")
        found = duckdb.sql(f"SELECT * EXCLUDE province FROM {table}").fetchall()
        order = lambda rows: sorted(rows, key=repr)
        same(order(found), order(self.wide_rows), f"{self.name}: parts by DuckDB")

    def spark(self, spark):
        frame = spark.read.parquet(str(self.file("parquet")))
        must(not self.wide or frame.columns == self.wide_keys, f"{self.name}: Spark: columns {frame.columns}")
        same([tuple(row) for row in frame.collect()], self.wide_rows, f"{self.name}: parquet by Spark")
        if (parts := self.folder / "parts").exists():
            spark.read.parquet(str(parts)).createOrReplaceTempView("parts")
            found = [[tuple(row) for row in spark.sql(ask.format(table="parts")).collect()] for ask in (self.TWO, self.SHARES)]
            same(found[0], self.answers()[0], f"{self.name}: parts by Spark: two provinces")
            same(found[1], self.answers()[1], f"{self.name}: parts by Spark: provinces")


if __name__ == "__main__":
    if sys.argv[1] == "--spark":
        from pyspark.sql import SparkSession

        session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        for folder in sys.argv[2:]:
            Case(folder).spark(session)
        session.stop()
    else:
        for folder in sys.argv[1:]:
            Case(folder).check()
