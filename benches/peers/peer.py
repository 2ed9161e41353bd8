"""One peer of the comparison (`run.py`): loads what `ours` dumped and answers the same questions, on one thread.

    peer.py polars|duckdb|sqlite FOLDER
"""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "1"
FOCUSES = ["compute", "algorithm", "data", "application", "enterprise"]


class Polars:
    def __init__(self, folder):
        import polars as pl

        self.pl = pl
        text = {name: pl.String for name in ("id", "region", "province", "month", "text")}
        flags = {name: pl.Int8 for name in FOCUSES}
        schema = text | {"year": pl.Int32, "serial": pl.Int32} | flags
        self.policies = pl.read_csv(f"{folder}/policies.csv", schema_overrides=schema)
        self.policies = self.policies.with_columns(pl.col("province").cast(pl.Categorical), pl.col("region").cast(pl.Categorical))
        self.places = pl.read_csv(f"{folder}/places.csv", schema_overrides={"region": pl.String, "text": pl.String})
        self.places = self.places.with_columns(pl.col("region").cast(pl.Categorical))

    def filter(self):
        pl = self.pl
        column = pl.col
        return self.policies.lazy().filter(
            (column("province") == "330000") & column("month").is_between(pl.lit("2023-01"), pl.lit("2023-06"))
            & (column("compute") == 1) & (column("data") == 1)).select(pl.len()).collect().item()

    def search(self, needle):
        pl = self.pl
        places = self.places.filter(pl.col("text").str.contains(needle, literal=True))["region"]
        hit = pl.col("text").str.contains(needle, literal=True) | pl.col("region").is_in(places.implode())
        return self.policies.lazy().filter(hit).select(pl.len()).collect().item()

    def sort(self):
        by = ["region_code", "month", "year", "serial"]
        if "region_code" not in self.policies.columns:
            self.policies = self.policies.with_columns(self.pl.col("region").cast(self.pl.String).cast(self.pl.Int32).alias("region_code"))
        ids = self.policies.select("id", *by).sort(by, descending=[False, True, False, False], nulls_last=True)["id"]
        return " ".join([ids[0], ids[len(ids) // 2], ids[-1]])


class Duckdb:
    def __init__(self, folder):
        import duckdb

        self.base = duckdb.connect()
        self.base.execute("SET threads = 1")
        flags = ", ".join(f"'{name}': 'UTINYINT'" for name in FOCUSES)
        columns = ("{'id': 'VARCHAR', 'region': 'INTEGER', 'province': 'INTEGER', 'month': 'VARCHAR', 'year': 'INTEGER', "
                   f"'serial': 'INTEGER', {flags}, 'text': 'VARCHAR'}}")
        read = "read_csv('{}', header = true, auto_detect = false, quote = '\"', escape = '\"', columns = {})"
        self.base.execute("CREATE TABLE policies AS SELECT * FROM " + read.format(f"{folder}/policies.csv", columns))
        columns = "{'region': 'INTEGER', 'text': 'VARCHAR'}"
        self.base.execute("CREATE TABLE places AS SELECT * FROM " + read.format(f"{folder}/places.csv", columns))
        self.wide = f"{folder}/wide.parquet"

    def ask(self, line, *values):
        return self.base.execute(line, values).fetchall()

    def filter(self):
        return self.ask("SELECT count(*) FROM policies WHERE province = 330000 AND month BETWEEN '2023-01' AND '2023-06' "
                        "AND compute = 1 AND data = 1")[0][0]

    def search(self, needle):
        return self.ask("SELECT count(*) FROM policies WHERE contains(text, ?) OR region IN "
                        "(SELECT region FROM places WHERE contains(text, ?))", needle, needle)[0][0]

    def sort(self):
        ids = [row for row, in self.ask("SELECT id FROM policies ORDER BY region, month DESC NULLS LAST, year, serial")]
        return " ".join([ids[0], ids[len(ids) // 2], ids[-1]])

    def table(self):
        """The wide table in memory, so that writing it is measured alone."""
        if not self.ask("SELECT 1 FROM information_schema.tables WHERE table_name = 'wide'"):
            self.base.execute(f"CREATE TABLE wide AS SELECT * FROM read_parquet('{self.wide}')")
        return self.ask("SELECT count(*) FROM wide")[0][0]

    def csv(self, path):
        self.base.execute(f"COPY wide TO '{path}' (FORMAT csv, HEADER true)")
        return self.ask("SELECT count(*) FROM wide")[0][0]

    def parquet(self, path):
        self.base.execute(f"COPY wide TO '{path}' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 16384)")
        return self.ask("SELECT count(*) FROM wide")[0][0]


class Sqlite:
    """FTS5 by trigrams for three characters and more, `instr` for fewer; an index on what the filter asks for."""

    def __init__(self, folder):
        import csv
        import sqlite3

        csv.field_size_limit(1 << 30)
        self.base = sqlite3.connect(":memory:")
        flags = ", ".join(f"{name} INTEGER" for name in FOCUSES)
        self.base.execute(f"CREATE TABLE policies (id TEXT, region INTEGER, province INTEGER, month TEXT, year INTEGER, serial INTEGER, {flags}, text TEXT)")
        self.base.execute("CREATE TABLE places (region INTEGER PRIMARY KEY, text TEXT)")
        for name, width in (("policies", 7 + len(FOCUSES)), ("places", 2)):
            with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                next(rows)
                self.base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * width)})", ([cell or None for cell in row] for row in rows))
        self.base.execute("CREATE INDEX asked ON policies (province, month, compute, data)")
        self.base.execute("CREATE INDEX of_region ON policies (region)")
        for name in ("policies", "places"):
            self.base.execute(f"CREATE VIRTUAL TABLE {name}_text USING fts5(text, content='{name}', tokenize='trigram case_sensitive 1')")
            self.base.execute(f"INSERT INTO {name}_text({name}_text) VALUES ('rebuild')")

    def filter(self):
        return self.base.execute("SELECT count(*) FROM policies WHERE province = 330000 AND month BETWEEN '2023-01' AND "
                                 "'2023-06' AND compute = 1 AND data = 1").fetchone()[0]

    def search(self, needle):
        if len(needle) < 3:
            return self.base.execute("SELECT count(*) FROM policies WHERE instr(text, ?1) OR region IN "
                                     "(SELECT region FROM places WHERE instr(text, ?1))", (needle,)).fetchone()[0]
        quoted = '"' + needle.replace('"', '""') + '"'
        return self.base.execute(
            "SELECT count(*) FROM (SELECT rowid FROM policies_text WHERE policies_text MATCH ?1 UNION SELECT rowid FROM policies "
            "WHERE region IN (SELECT rowid FROM places_text WHERE places_text MATCH ?1))", (quoted,)).fetchone()[0]

    def sort(self):
        ids = [row for row, in self.base.execute("SELECT id FROM policies ORDER BY region, month DESC NULLS LAST, year, serial")]
        return " ".join([ids[0], ids[len(ids) // 2], ids[-1]])


if __name__ == "__main__":
    peer = {"polars": Polars, "duckdb": Duckdb, "sqlite": Sqlite}[sys.argv[1]](sys.argv[2])
    print("ready", flush=True)
    for line in sys.stdin:
        times, word, *tail = line.rstrip("\n").split(" ", 2)
        ask = getattr(peer, word)
        for _ in range(int(times)):
            answer = ask(*tail)
        print(answer, flush=True)
