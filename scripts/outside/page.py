"""Reads the page that filters by itself in a browser without a network, and holds it against the program."""

import json
import os
import random
import select
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

program, page, browser, scope, profile, wanted, *opened = sys.argv[1:]
WANTED = int(wanted)

# The rows and counts in sight after the filter behind the #.
READ = """async (filter) => {
  const go = (tab) => new Promise((done) => {
    addEventListener("hashchange", () => done(), { once: true });
    location.hash = "#" + filter + "&tab=" + tab;
  });
  const marked = (of) => Object.fromEntries(Array.from(document.querySelectorAll(of), (one) => [one.dataset.value,
    ["count", "floor", "more", "covered"].map((name) => one.dataset[name])]));
  const ids = () => Array.from(document.querySelectorAll("tr[data-id]"), (row) => row.dataset.id);
  const out = {};
  await go("matrix");
  [out.places, out.placeFocuses] = [ids(), marked("thead th[data-value]")];
  await go("table");
  [out.policies, out.policyFocuses] = [ids(), marked("thead th[data-value]")];
  out.words = document.getElementById("status").textContent;
  await go("bars");
  for (const by of ["month", "region", "focus"]) out[by] = marked(`table[data-by=${by}] tr`);
  return JSON.stringify(out);
}"""


class Browser:
    """A browser that is asked through two pipes."""

    def __init__(self):
        asks, self.asked = os.pipe()
        self.told, tells = os.pipe()
        # A browser takes 200 changes of an address in ten seconds and ignores more; queries here are faster.
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
                 "--disable-background-networking", "--disable-ipc-flooding-protection", f"--user-data-dir={profile}"]

        def as_it_expects():
            # High first, since 3 and 4 may be the very ends of the pipes.
            ends = [os.dup2(asks, 33), os.dup2(tells, 34)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen([*browser.split(), *flags, "about:blank"], close_fds=False,
                                        preexec_fn=as_it_expects, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(asks)
        os.close(tells)
        self.events, self.rest, self.number, self.session = [], b"", 0, None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Network", "Page", "Runtime", "Log", "DOM"]:
            self.ask(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.rest:
            assert select.select([self.told], [], [], 60)[0], "the browser does not answer"
            more = os.read(self.told, 1 << 16)
            assert more, "the browser has gone"
            self.rest += more
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **params):
        self.number += 1
        call = {"id": self.number, "method": method, "params": params}
        if self.session:
            call["sessionId"] = self.session
        os.write(self.asked, json.dumps(call).encode() + b"\0")
        while (answer := self.message()).get("id") != self.number:
            self.events.append(answer)
        assert "error" not in answer, (method, answer)
        return answer["result"]

    def open(self, address):
        self.events.clear()
        self.ask("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.message())

    def run(self, script):
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def requests(self):
        return [event["params"]["request"]["url"] for event in self.events
                if event["method"] == "Network.requestWillBeSent"]

    def faults(self):
        return [event["params"] for event in self.events
                if event["method"] in ("Runtime.exceptionThrown", "Log.entryAdded")]


def asked(*words):
    done = subprocess.run([program, *words, *opened], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def counts(query, by, unit):
    found = asked("stats", query, "--by", by, "--unit", unit, "--format", "json")
    return {one["value"]: [str(one["count"]), str(one["floor"]).lower(), str(one["not_assessed"]), str(one["covered"])]
            for one in found}


def without_covered(counted):
    return {value: counts[:3] for value, counts in counted.items()}


def texts(data):
    """Words that occur and words that do not, in other widths, cases and scripts. None is the pinyin of anything."""
    pool = []
    for policy in data["policies"]:
        pool += [policy["title"], policy.get("number"), *policy.get("issuers", []), *policy["also"]]
    pool += [text for one in data["statements"] for text in [one["summary"], one.get("quote"), *one.get("keywords", [])]]
    pool += [place["name"] for place in data["places"]]
    other = {data["simplified"][at + 1]: data["simplified"][at] for at in range(0, len(data["simplified"]), 2)}
    for text in filter(None, pool):
        at = chance.randrange(len(text))
        word = text[at:at + chance.choice([1, 2, 2, 3, 5])].strip()
        if not any(c > "\u2e80" for c in word) or any(c in word for c in "\"“”"):
            continue
        word = "".join(other.get(c, c) for c in word) if chance.random() < 0.3 else word
        word = "".join(chr(ord(c) + 0xFEE0) if "!" < c < "~" else c for c in word) if chance.random() < 0.3 else word
        yield word.upper()
    yield from ["不存在的词", "《", "２０２３"]


def queries(data):
    """The queries of the shared part: as a line, and as the page has them behind the #."""
    pool = list(texts(data))
    places = [place["code"] for place in data["places"]] + ["330000", "650000"]
    months = [f"{year}-{month:02}" for year in range(2022, 2027) for month in range(1, 13)]
    known = [policy["month"] for policy in data["policies"] if policy.get("month")]
    focuses = [focus["id"] for focus in data["focuses"]]
    for _ in range(WANTED):
        line, parts = [], {}
        if chance.random() < 0.4:
            parts["place"] = chance.choice(places)
            line.append(f"region:{parts['place']}")
        if chance.random() < 0.4:
            first, last = sorted(chance.choice(months if chance.random() < 0.2 else known or months) for _ in range(2))
            ends = [first if chance.random() < 0.8 else "", last]
            parts |= {"from": ends[0], "to": ends[1]}
            line.append(f"month:{ends[0]}..{ends[1]}")
        if chance.random() < 0.6:
            some = [focus for focus in focuses if chance.random() < 0.35] or [chance.choice(focuses)]
            mode = chance.choice(["any", "all", "only"])
            parts |= {"focus": ",".join(some), "mode": mode}
            ids = ",".join(some)
            line.append(f"focus:{ids}" if mode == "any" else f"focus:{mode}({ids})")
        if chance.random() < 0.4:
            some = [chance.choice(pool) for _ in range(chance.choice([1, 1, 2]))]
            parts["text"] = " ".join(some)
            line += [f'"{word}"' for text in some for word in text.split()]
        yield " ".join(line), "&".join(f"{key}={quote(value)}" for key, value in parts.items())


chance = random.Random(20)
html = Path(page).read_text("utf-8")
data = json.loads(html.split('<script type="application/json" id="data">')[1].split("</script>")[0])
chromium = Browser()
chromium.open(Path(page).as_uri())
found = 0
for line, filter in queries(data):
    query = f"{scope} {line}".strip()
    shown = json.loads(chromium.run(f"({READ})({json.dumps(filter)})"))
    policies = [row["id"] for row in asked("list", query, "--columns", "id", "--format", "json")]
    places = [row["region"] for row in asked("list", query, "--unit", "region", "--columns", "region", "--format", "json")]
    assert shown["policies"] == policies, (query, shown["policies"], policies)
    assert shown["places"] == places, (query, shown["places"], places)
    found += bool(policies)
    if places:
        expected = counts(query, "focus", "region")
        assert shown["placeFocuses"] == expected, (query, shown["placeFocuses"], expected)
    if policies:
        for by in ["focus", "month", "region"]:
            expected = counts(query, by, "policy")
            if by == "focus":
                assert shown["policyFocuses"] == expected, (query, shown["policyFocuses"], expected)
            assert without_covered(shown[by]) == without_covered(expected), (query, by, shown[by], expected)
assert found > WANTED // 10, f"only {found} queries find a policy"
address = Path(page).as_uri()
assert chromium.requests() == [address], chromium.requests()
assert not chromium.faults(), chromium.faults()

# On a phone and on a screen nothing but a table is wider than the window, and a table that is cut says so; the table of
# policies never is.
for wide, high in [(390, 844), (1280, 800)]:
    chromium.ask("Emulation.setDeviceMetricsOverride", width=wide, height=high, deviceScaleFactor=1, mobile=wide < 640)
    for tab in ["matrix", "table", "bars"]:
        cut, told, beyond = chromium.run("""new Promise((done) => {
  location.hash = "#tab=%s";
  addEventListener("hashchange", () => requestAnimationFrame(() => {
    const table = document.querySelector("#view .scroll");
    const more = document.querySelector("#view .more");
    done([Boolean(table) && table.scrollWidth > table.clientWidth + 1, Boolean(more) && !more.hidden,
      document.documentElement.scrollWidth - innerWidth]);
  }), { once: true });
})""" % tab)
        assert cut == told and beyond <= 0, (wide, tab, cut, told, beyond)
        assert not cut or (tab == "matrix" and wide < 640), (wide, tab)
chromium.ask("Emulation.clearDeviceMetricsOverride")

# What the page forbids does not happen, even where something asks for it.
chromium.run("""new Promise((done) => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  const image = new Image();
  image.onerror = done;
  image.src = "https://example.org/x.png";
})""")
assert not chromium.run("window.ran || false"), "a script that is not the page's runs"
assert any("Content Security Policy" in json.dumps(fault) for fault in chromium.faults()), chromium.faults()

# Without a script the table of policies is there.
chromium.ask("Emulation.setScriptExecutionDisabled", value=True)
chromium.open("about:blank")
chromium.open(address)
root = chromium.ask("DOM.getDocument")["root"]["nodeId"]
still = chromium.ask("DOM.getOuterHTML", nodeId=root)["outerHTML"]
for policy in asked("list", scope, "--columns", "id", "--format", "json"):
    assert f"<td>{policy['id']}</td>" in still, policy["id"]
chromium.process.terminate()
chromium.process.wait()
print(f"{WANTED} queries, {found} of them with policies")
