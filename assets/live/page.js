// Filters the data of this page and shows them as a matrix, a table or bars, by the rules of the program's query.
// For old browsers as well: nothing newer than 2018. Indents and lines of comment are left out of the page.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const { words, focuses, places, policies, statements, sources } = data;

  // --- Texts and elements ---

  // A text of the program with its {name} and {name|one|more} filled.
  const say = (key, values) =>
    words[key].replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (all, name, one, more) =>
      one === undefined ? values[name] : String(values[name]) === "1" ? one : more);

  // An element; no text becomes markup.
  function make(tag, attributes, ...content) {
    const out = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") out.addEventListener(name, value);
      else if (value !== undefined) out.setAttribute(name, value);
    }
    out.append(...[].concat(...content).filter((part) => part !== undefined));
    return out;
  }

  const button = (text, click, attributes) => make("button", { type: "button", click, ...attributes }, text);

  const simplified = new Map();
  data.simplified.replace(/(.)(.)/g, (_, from, to) => simplified.set(from, to));

  // A text as it is compared: NFKC, lower case, simplified, with one kind of blank, bracket, dot and dash, and without
  // quotation marks.
  const fold = (text) =>
    Array.from(text.normalize("NFKC").replace(/["'“”„‟‘’‚‛′″〝〞〟「」『』《》〈〉«»‹›]/g, "")
      .replace(/[-‐‑‒–—―−─－]+/g, "-").replace(/[[〔【〖]/g, "(").replace(/[\]〕】〗]/g, ")")
      .replace(/[•‧∙⋅・]/g, "·").replace(/∶/g, ":").replace(/[^\S\uFEFF]|\u0085/g, " "),
    (c) => Array.from(c.toLowerCase(), (low) => simplified.get(low) || low).join("")).join("");

  // Whether folded texts hold a folded word; Latin words of up to three letters match at word starts.
  function hold(texts, word) {
    const short = /^[a-z]{1,3}$/.test(word);
    return texts.some((text) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (!short || !/[0-9a-z]/i.test(text.charAt(at - 1))) return true;
      }
      return false;
    });
  }

  const folded = (...texts) => [].concat(...texts).filter(Boolean).map(fold);
  places.forEach((place, at) => {
    Object.assign(place, { at, texts: folded(place.name, place.also), policies: [] });
  });
  policies.forEach((policy, at) => {
    const place = places[policy.place];
    const texts = folded(policy.title, policy.short, policy.number, policy.issuers || [], policy.also);
    Object.assign(policy, { at, texts, place, said: policy.said || place.said });
    place.policies.push(policy);
  });
  for (const one of statements) one.texts = folded(one.summary, one.quote, one.also, one.keywords || []);

  // --- Cells: strength, 8 for a policy that is named, 16 for its place only, 32 for an open list ---

  const strength = (cell) => cell & 7;
  const has = (cell) => strength(cell) >= data.threshold;
  const isStated = (cell) => strength(cell) >= data.stated;
  const [NOT_ASSESSED, NOT_STATED, ABSENT] = [0, 1, 2];

  // The cells of a place: from the best of these policies' own statements, else from the place's.
  const cellsOf = (place, counted) => place.cells.map((ofPlace, focus) => {
    const cells = counted.map((policy) => policy.cells[focus]);
    const own = cells.filter((cell) => cell & 8);
    if (own.length) return 8 + Math.max(...own.map(strength)) + own.reduce((all, cell) => all & cell, 32);
    const covered = place.spoken || counted.some((policy) => policy.covered) || cells.some((cell) => strength(cell) === NOT_STATED);
    return ofPlace & 16 ? ofPlace : covered ? NOT_STATED : NOT_ASSESSED;
  });

  function sign(cell) {
    const signs = ["?", "", "×"];
    if (strength(cell) < 3) return signs[strength(cell)];
    return (cell & 8 ? "●" : "○") + (cell & 32 && isStated(cell) ? " " + words.etc : "");
  }

  function sentence(cell) {
    const blanks = [words.cellNotAssessed, words.cellNotStated, words.cellAbsent];
    const at = strength(cell);
    const more = at > data.stated ? say("cellStrength", { strength: data.strengths[at] }) : "";
    return (at <= ABSENT ? blanks[at] : cell & 8 ? words.cellPolicy : words.cellRegion) + more + (cell & 32 ? words.cellOpen : "");
  }

  // --- The filter, kept behind the # of the address ---

  const TABS = ["matrix", "table", "bars"];
  const EMPTY = { place: "", from: "", to: "", mode: "any", focus: "", text: "", tab: "matrix" };
  let state;

  function read() {
    state = { ...EMPTY };
    for (const [, key, value] of location.hash.matchAll ? location.hash.matchAll(/(\w+)=([^&]*)/g) : []) {
      try {
        if (key in EMPTY) state[key] = decodeURIComponent(value);
      } catch (_) { /* It was typed by hand. */ }
    }
    if (!TABS.includes(state.tab)) state.tab = EMPTY.tab;
  }

  function write() {
    const parts = Object.keys(EMPTY).filter((key) => state[key] !== EMPTY[key]);
    try {
      history.replaceState(null, "", "#" + parts.map((key) => key + "=" + encodeURIComponent(state[key])).join("&"));
    } catch (_) { /* Some viewers of files have no history. */ }
  }

  // --- The result ---

  const wanted = () => state.focus.split(",").map((id) => focuses.findIndex((focus) => focus.id === id)).filter((at) => at >= 0);
  const asksMonth = () => state.from || state.to;

  // An unknown month lies inside only if its whole year does.
  function inMonths(policy) {
    const [first, last] = policy.month ? [policy.month, policy.month] : policy.year ? [policy.year + "-01", policy.year + "-12"] : [];
    return !asksMonth() || Boolean(first && (!state.from || state.from <= first) && (!state.to || last <= state.to));
  }

  const isIn = (place) => !state.place || Boolean(place) && (place.code === state.place || isIn(places[place.parent]));
  const saidHold = (list, word) => list.some((at) => hold(statements[at].texts, word));
  const placeHolds = (place, word) => hold(place.texts, word) || saidHold(place.said, word);
  const policyHolds = (policy, word) =>
    hold(policy.texts, word) || hold(policy.place.texts, word) || saidHold(policy.own, word) || saidHold(policy.said, word);

  // The tests of a row: those of the page's own query, then those of the filter. Marks that texts are compared without
  // are nowhere, rather than everywhere.
  function testsOfRows() {
    const tests = data.tests.slice();
    if (wanted().length) tests.push({ mode: state.mode, focuses: wanted() });
    for (const word of folded(state.text.split(/\s+/))) {
      const hit = (list, holds) => list.filter((row) => word && holds(row, word)).map((row) => row.at);
      tests.push({ policies: hit(policies, policyHolds), places: hit(places, placeHolds) });
    }
    return tests;
  }

  function focusHolds({ mode, focuses }, cells) {
    const held = focuses.filter((focus) => has(cells[focus])).length;
    if (mode === "any") return held > 0;
    return held === focuses.length && (mode === "all" || cells.every((cell, at) => focuses.includes(at) || !isStated(cell)));
  }

  const passes = (tests, cells, place, counted) => tests.every((test) => {
    const held = test.mode ? focusHolds(test, cells)
      : place && test.places.includes(place.at) || counted.some((policy) => test.policies.includes(policy.at));
    return Boolean(held) !== Boolean(test.not);
  });

  function result(tests) {
    const beside = policies.filter((policy) => isIn(policy.place) && passes(tests, policy.cells, null, [policy]));
    const ofPlaces = places.filter((place) => place.row && isIn(place)).map((place) => {
      const counted = place.policies.filter(inMonths);
      return { place, counted, cells: cellsOf(place, counted) };
    });
    const isRow = ({ place, counted, cells }) =>
      (counted.length || place.spoken && !data.asks && !asksMonth()) && passes(tests, cells, place, counted);
    return {
      policies: beside.filter(inMonths),
      unknown: beside.filter((policy) => !policy.month && !inMonths(policy)).length,
      places: ofPlaces.filter(isRow),
    };
  }

  // --- Counts, each a floor where an open list may mean a row that is not counted ---

  const tally = (count, rows, open) => ({ count, floor: Boolean(open && count && count < rows) });
  const number = ({ count, floor }) => (floor ? say("atLeast", { n: count }) : String(count));

  function resultIsOpen(tests) {
    const ofFocus = tests.filter((test) => test.mode);
    return ofFocus.every((test) => !test.not && test.mode !== "only") &&
      ofFocus.some((test) => test.focuses.some((at) => focuses[at].open));
  }

  const focusCounts = (rows) => focuses.map((focus, at) => {
    const cells = rows.map((row) => row.cells[at]);
    const stated = cells.filter(has);
    const n = cells.filter((cell) => strength(cell) !== NOT_ASSESSED).length;
    const counted = tally(stated.length, rows.length, focus.open);
    const m = rows.length - n;
    // A silence is no zero.
    const of = say(counted.count || !n ? "of" : "silent", { k: number(counted), n });
    return { value: focus.id, label: focus.name, counted, covered: n, more: m, text: m ? say("ofMore", { of, m }) : of, named: stated.filter((cell) => cell & 8).length };
  });

  // Whether a policy is there by its place alone: of the focuses asked for none is stated of itself.
  const placeOnly = (tests) => ({ cells }) => {
    const held = [].concat(...tests.map((one) => !one.not && one.focuses || [])).map((at) => cells[at]).filter(has);
    return held[0] && !held.some((one) => one & 8);
  };

  // The policies found by a value, those values first that are listed even without one.
  function countsBy(key, first, found, base, open) {
    const group = (list) => list.reduce((of, one) => of.set(key(one), [...(of.get(key(one)) || []), one]), new Map());
    const [rows, all] = [group(found.policies), group(base.policies)];
    return [...new Set([...first, ...rows.keys()])].sort().map((value) => {
      const list = rows.get(value) || [];
      const counted = tally(list.length, (all.get(value) || []).length, open);
      return { value, counted, list, more: list.filter((one) => !one.covered).length };
    });
  }

  // Every month from the first known one to the last.
  function monthsOf(list) {
    const known = list.map((one) => one.month).filter(Boolean).sort();
    const months = [];
    for (let month = known[0]; month <= known[known.length - 1];) {
      months.push(month);
      // Months of a date count from 0, so that this one's number is the next one's.
      month = new Date(Date.UTC(...month.split("-"))).toISOString().slice(0, 7);
    }
    return months;
  }

  // --- Views ---

  const view = make("div", { id: "view", role: "tabpanel" });
  const status = make("p", { id: "status", role: "status" });
  const marked = ({ value, counted, covered, more }) =>
    ({ "data-value": value, "data-count": counted.count, "data-floor": counted.floor, "data-covered": covered, "data-more": more });

  // A table of cells; the heads of the focuses tell their counts over the rows that the filter without focuses leaves.
  function grid(heads, base, rows) {
    const ofFocus = (count) => make("th", { scope: "col", class: "mark", ...marked(count) }, count.label, make("small", {}, count.text));
    const head = heads.map((text) => make("th", { scope: "col" }, text)).concat(focusCounts(base).map(ofFocus));
    return make("div", { class: "scroll", scroll: tellMore }, make("table", { class: "grid", keydown: walk },
      make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)));
  }

  function line(id, name, cells, before, label, after, show, sole) {
    const cell = (one, focus) => make("td", { class: "mark", "data-focus": focuses[focus].name }, button(sign(one), () => show(focus), {
      tabindex: -1, title: sentence(one), "aria-label": say("cell", { row: name, focus: focuses[focus].name, state: sentence(one) }),
    }));
    const head = make("th", { scope: "row" }, button(label, () => show(), { class: "name", tabindex: -1 }));
    const plain = (text) => make("td", { class: "plain", "data-head": sole }, text);
    return make("tr", { "data-id": id }, before.map(plain), head, after.map(plain), cells.map(cell));
  }

  const shows = {
    matrix: (found, base) => grid([words.place, words.policies], base.places, found.places.map((row) =>
      line(row.place.code, row.place.name, row.cells, [], row.place.name, [String(row.counted.length)], (focus) => openPlace(row, focus), words.policies))),

    table: (found, base) => grid([words.place, words.month, words.policy], base.policies, found.policies.map((policy) => {
      const title = policy.short || policy.title;
      const name = policy.place.name + " " + title;
      return line(policy.id, name, policy.cells, [policy.place.name, policy.dated], title, [], (focus) => openPolicy(policy, focus));
    })),

    bars: (found, base, tests) => {
      const open = resultIsOpen(tests);
      // What is unknown stands last.
      const months = countsBy((one) => one.month || "unknown", monthsOf(found.policies), found, base, open);
      const ofPlaces = countsBy((one) => one.place.code, found.places.map((row) => row.place.code), found, base, open);
      for (const one of [...months, ...ofPlaces]) {
        const place = places.find(({ code }) => code === one.value);
        one.label = place ? place.name : one.value === "unknown" ? words.unknownMonth : one.value;
        one.only = one.list.filter(placeOnly(tests)).length;
      }
      const ofFocuses = focusCounts(base.policies);
      for (const one of ofFocuses) {
        const { count } = one.counted;
        one.only = count - one.named;
        if (count) one.text += words.semicolon + say("split", { p: one.named, r: one.only });
      }
      return make("div", {}, bars(words.byMonth, "month", months), bars(words.byPlace, "region", ofPlaces),
        bars(words.byFocus, "focus", ofFocuses, base.policies.length));
    },
  };

  function bars(caption, by, counts, of) {
    const most = of || Math.max(1, ...counts.map(({ counted }) => counted.count));
    const rows = counts.map((one) => {
      const bar = make("div", { class: "bar" });
      bar.style.width = 100 * one.counted.count / most + "%";
      bar.style.setProperty("--only", one.only / one.counted.count);
      const text = one.text || number(one.counted) + (one.more ? say("notAssessedMore", { m: one.more }) : "");
      return make("tr", marked(one), make("th", { scope: "row" }, one.label), make("td", {}, bar), make("td", {}, text));
    });
    return make("table", { class: "bars", "data-by": by }, make("caption", {}, caption), make("tbody", {}, rows));
  }

  // A table that is cut at the right says so.
  const more = make("p", { class: "note more" }, words.moreRight);
  function tellMore() {
    const cut = view.querySelector(".scroll");
    more.hidden = !cut || cut.scrollLeft + cut.clientWidth >= cut.scrollWidth - 1;
  }

  const named = (parts) => parts.filter(([, state]) => state).map(([name, state]) => say("named", { name, state }));

  // The filter in words, for the line above the rows and for paper.
  function filterWords() {
    const at = wanted();
    const modes = { any: words.modeAny, all: words.modeAll, only: words.modeOnly };
    const mode = at.length > 1 || state.mode === "only" ? modes[state.mode] + " " : "";
    const place = places.find((one) => one.code === state.place);
    const parts = [
      [words.place, place && place.name],
      [words.months, asksMonth() && (state.from || words.any) + " – " + (state.to || words.any)],
      [words.focuses, at.length && mode + at.map((one) => focuses[one].name).join(words.comma)],
      [words.text, state.text.trim() && say("quoted", { text: state.text.trim() })],
    ];
    return named(parts).join(words.semicolon);
  }

  const note = (text) => make("p", { class: "note" }, text);

  function render() {
    const tests = testsOfRows();
    const found = result(tests);
    const unit = state.tab === "matrix" ? "places" : "policies";
    const rows = found[unit];
    const of = { n: rows.length, total: data.totals[unit] };
    const shown = unit === "places" ? say("regionsOf", of) : say("policiesOf", of);
    const unknown = found.unknown ? [say("unknown", { n: found.unknown })] : [];
    status.textContent = [say("shown", { what: filterWords() || words.nothing }), shown, ...unknown].join(words.semicolon);
    const base = result(tests.filter((test) => !test.mode));
    view.textContent = "";
    view.append(more, rows.length ? shows[state.tab](found, base, tests) : make("p", {}, words.empty));
    if (view.textContent.includes("≥")) view.append(note(words.floorMeans));
    view.append(...named(focuses.map(({ name, totals }) => [name, totals])).map(note));
    tellMore();
    const first = view.querySelector("tbody button");
    if (first) first.tabIndex = 0;
    for (const name of TABS) {
      byId(name).setAttribute("aria-selected", name === state.tab);
      byId(name).tabIndex = name === state.tab ? 0 : -1;
    }
    view.setAttribute("aria-labelledby", state.tab);
  }

  // Arrow keys go from cell to cell of a table, which is one stop of the Tab key.
  function walk(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    const lines = Array.from(view.querySelectorAll("tbody tr"), (row) => Array.from(row.querySelectorAll("button")));
    const y = lines.findIndex((line) => line.includes(event.target));
    const next = y >= 0 && (lines[y + step[0]] || [])[lines[y].indexOf(event.target) + step[1]];
    if (!next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  // --- Statements ---

  const detail = make("section", { id: "detail", tabindex: -1, "aria-labelledby": "detail-title", hidden: "" });
  let opener;

  function close() {
    detail.hidden = true;
    if (opener) opener.focus();
  }

  function item(at) {
    const { id, summary, quote, marks, watch, source, at: place, focuses: of } = statements[at];
    const { name, link } = sources[source];
    const text = (tag, name, what) => (what ? make(tag, { class: name }, what) : undefined);
    const from = make("p", { class: "source" }, [name, place, id].filter(Boolean).join(" · "), " ");
    if (link) from.append(make("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, link));
    return make("li", {}, text("p", "", summary), text("blockquote", "", quote && say("quoted", { text: quote })),
      text("p", "marks", of.map((focus) => focuses[focus].name).concat(marks || []).join(words.comma)), text("p", "marks", watch), from);
  }

  // The statements behind a cell, which are of its own basis; behind a row all of them.
  function open(name, focus, cell, lines, own, said) {
    const isCell = focus !== undefined;
    const list = !isCell ? own.concat(said) : cell & 8 ? own : cell & 16 ? said : [];
    const behind = [...new Set(list)].filter((at) => !isCell || statements[at].focuses.includes(focus));
    if (isCell) lines = [...lines, (sign(cell) + " " + sentence(cell)).trim()];
    const count = behind.length ? say("statements", { n: behind.length }) : words.noStatement;
    opener = document.activeElement;
    detail.textContent = "";
    detail.append(make("h2", { id: "detail-title" }, isCell ? say("title", { row: name, focus: focuses[focus].name }) : name),
      button(words.close, close, { class: "close" }), ...lines.map((line) => make("p", {}, line)),
      note(count), make("ol", {}, behind.map(item)));
    detail.hidden = false;
    detail.focus();
  }

  function openPlace({ place, counted, cells }, focus) {
    const lines = focus === undefined ? counted.map((policy) => policy.dated + " " + policy.title) : [];
    open(place.name, focus, cells[focus], lines, [].concat(...counted.map((policy) => policy.own)), place.said);
  }

  function openPolicy(policy, focus) {
    const { title, place, dated, stage, id, number, issuers } = policy;
    const given = [[words.number, number], [words.issuers, (issuers || []).join(words.comma)]];
    const lines = [[place.name, dated, stage, id].join(" · "), ...named(given)];
    open(title, focus, policy.cells[focus], lines, policy.own, policy.said);
  }

  // --- Controls ---

  function set(changes) {
    Object.assign(state, changes);
    write();
    detail.hidden = true;
    fill();
    render();
  }

  const onChange = (event) => set({ [event.target.id]: event.target.value });
  const option = ([value, text]) => make("option", { value }, text);
  const select = (id, options, name) => make("select", { id, change: onChange, "aria-label": name }, options.map(option));
  const depth = (place) => (place ? 1 + depth(places[place.parent]) : 0);
  const withAny = (options) => [["", words.any], ...options];
  const months = withAny(monthsOf(policies).map((month) => [month, month]));
  const controls = {
    place: select("place", withAny(places.map((place) => [place.code, "\u3000".repeat(depth(place) - 1) + place.name]))),
    from: select("from", months),
    to: select("to", months),
    mode: select("mode", [["any", words.modeAny], ["all", words.modeAll], ["only", words.modeOnly]], words.mode),
    text: make("input", { id: "text", type: "search", autocomplete: "off", input: onChange }),
  };
  const boxes = focuses.map(({ id }) => make("input", { type: "checkbox", id: "focus-" + id, change: () =>
    set({ focus: focuses.filter((_, at) => boxes[at].checked).map((focus) => focus.id).join(",") }) }));

  function fill() {
    for (const key in controls) if (controls[key].value !== state[key]) controls[key].value = state[key];
    boxes.forEach((box, at) => { box.checked = wanted().includes(at); });
  }

  const labelled = (name, control) => make("label", { for: control.id }, name, " ", control);
  const form = make("form", { id: "filters", "aria-label": words.filters, submit: (event) => event.preventDefault() },
    labelled(words.place, controls.place),
    make("fieldset", {}, make("legend", {}, words.months), labelled(words.from, controls.from), labelled(words.to, controls.to)),
    make("fieldset", {}, make("legend", {}, words.focuses), controls.mode,
      boxes.map((box, at) => make("label", { for: box.id }, box, " ", focuses[at].name))),
    labelled(words.text, controls.text), button(words.clear, () => set({ ...EMPTY, tab: state.tab })));
  const tabs = make("div", { id: "tabs", role: "tablist", "aria-label": words.views, keydown: (event) => {
    const step = { ArrowLeft: 2, ArrowRight: 1 }[event.key];
    if (!step) return;
    set({ tab: TABS[(TABS.indexOf(state.tab) + step) % 3] });
    byId(state.tab).focus();
  } }, TABS.map((name) => button(words[name], () => set({ tab: name }), { role: "tab", id: name, "aria-controls": "view" })));

  function begin() {
    read();
    fill();
    render();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !detail.hidden) close();
  });
  window.addEventListener("hashchange", begin);
  window.addEventListener("resize", tellMore);
  byId("page").textContent = "";
  byId("page").append(form, tabs, status, view, detail);
  begin();
})();
