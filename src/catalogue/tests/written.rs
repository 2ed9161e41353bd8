//! The canonical text of a catalogue: read again it is the same catalogue, and written again the same text.

use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::prelude::*;

use super::*;
use crate::tests::generator::{self, Random};
use crate::words::Text;

fn written(catalogue: &Catalogue) -> String {
    let mut out = Vec::new();
    write(catalogue, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Everything that a catalogue says, by the derived `Debug`s, which forget no field.
fn shown(catalogue: &Catalogue) -> Vec<String> {
    fn show(value: &dyn Debug) -> String {
        format!("{value:#?}")
    }
    let Catalogue { contents, policy_by_id } = catalogue;
    let Contents {
        head,
        files,
        drafts,
        focuses,
        sources,
        regions,
        policies,
        twins,
        same,
        texts,
        readings,
        rejected,
        statements,
        milestones,
        claims,
        sha256: _,
    } = contents;
    let by_id: BTreeMap<_, _> = policy_by_id.iter().collect();
    let places: Vec<_> = regions.iter().collect();
    let lists = [
        show(head),
        show(files),
        show(drafts),
        show(focuses),
        show(sources),
        show(&places),
        show(policies),
        show(twins),
        show(same),
        show(texts),
        show(readings),
        show(rejected),
        show(statements),
        show(milestones),
        show(claims),
        show(&by_id),
    ];
    lists.into_iter().collect()
}

#[track_caller]
fn check(catalogue: &Catalogue) {
    let text = written(catalogue);
    let loaded = load(text.as_bytes());
    // What is odd, such as a date of the year 1000, is warned of and kept.
    assert!(!loaded.has_errors(), "{:?} {text}", loaded.problems);
    let again = loaded.catalogue.unwrap();
    for (before, after) in shown(catalogue).iter().zip(shown(&again)) {
        assert_eq!(*before, after, "{text}");
    }
    assert_eq!(written(&again), text);
    // What the file was and what it says are two hashes, and here one text.
    assert_eq!(again.sha256, catalogue.content_sha256());
    assert_eq!(again.content_sha256(), catalogue.content_sha256());
}

#[test]
fn the_shipped_catalogue_is_read_again_as_it_was_written() {
    check(&embedded());
}

#[test]
fn layout_and_comments_are_not_in_the_hash_of_the_content() {
    let loud = EMBEDDED.replace("\n    policies: [", "\r\n\r\n    /* Table 1 */ policies: [").replace("    ", "\t");
    let other = load(loud.as_bytes()).catalogue.unwrap();
    assert_ne!(other.sha256, embedded().sha256);
    assert_eq!(other.content_sha256(), embedded().content_sha256());
    let edited = load(EMBEDDED.replace("表1", "表2").as_bytes()).catalogue.unwrap();
    assert_ne!(edited.content_sha256(), embedded().content_sha256());
}

#[test]
fn generated_catalogues_of_any_size_are_read_again_as_they_were_written() {
    for n in [0, 1, 12, 300] {
        check(&load(generator::catalogue(generator::SEED, n).as_bytes()).catalogue.unwrap());
    }
}

#[test]
fn places_that_point_at_each_other_are_written_as_they_were_cut() {
    // 990000 names a place inside it as what it lies in; 990100's own parent is told from its code.
    let text = r#"(schema: 1, id: "t", release: "1", title: (zh: "试"), focuses: [], sources: [], policies: [], regions: [
        (code: "990100", name: (zh: "甲"), kind: City),
        (code: "990200", name: (zh: "乙"), kind: City, parent: "990100"),
        (code: "990000", name: (zh: "丙"), kind: City, parent: "990200"),
        (code: "100000", name: (zh: "丁"), kind: Province, parent: "990000"),
        (code: "100100", name: (zh: "戊"), kind: City),
    ])"#;
    let loaded = load(text.as_bytes());
    assert_eq!(loaded.problems, []);
    let catalogue = loaded.catalogue.unwrap();
    let parent = |code: &str| {
        let place = catalogue.regions.by_code(code).unwrap();
        catalogue[place].parent.map(|parent| catalogue[parent].code.as_str())
    };
    assert_eq!(
        ["990000", "990200", "990100", "100000"].map(parent),
        [Some("990200"), Some("990100"), None, Some("990000")]
    );
    check(&catalogue);
}

// Catalogues of every value that there is, drawn as values and not as text.

/// One of the values or none, each as likely.
fn maybe<T>(random: &mut Random, value: T) -> Option<T> {
    random.chance(5_000).then_some(value)
}

fn words(random: &mut Random) -> String {
    let pieces = [
        "算力券",
        "\"",
        "\\",
        "\n",
        "\\n",
        "\\\"",
        "'",
        "“”",
        "(a: [",
        "])",
        "//",
        "/*",
        "*/",
        "r#\"",
        "\u{1F600}",
        "👩‍🚀",
        "e\u{301}",
        "\u{FEFF}",
        "\u{2028}",
        "，",
        ": ",
        "id:",
        "{",
        " ",
        "𠮷",
        "#",
    ];
    // At least one character that is no white space.
    (0..=random.below(6)).map(|_| *random.pick(&pieces)).chain(["字"]).collect()
}

fn text(random: &mut Random) -> Text {
    let (zh, en) = (words(random), words(random));
    match random.below(3) {
        0 => Text { zh: Some(zh), en: None },
        1 => Text { zh: None, en: Some(en) },
        _ => Text { zh: Some(zh), en: Some(en) },
    }
}

fn perhaps(random: &mut Random) -> Text {
    let text = text(random);
    maybe(random, text).unwrap_or_default()
}

fn when(random: &mut Random) -> When {
    let all = ["1000", "2023", "9999", "2023-05", "2024-12", "2024-02-29", "2023-05-30"];
    When::parse(all[random.below(all.len())]).unwrap()
}

/// Some of a list of indices, in its order.
fn some<I: Copy>(random: &mut Random, all: impl Iterator<Item = I>) -> Vec<I> {
    all.filter(|_| random.chance(5_000)).collect()
}

fn source(random: &mut Random, catalogue: &Catalogue) -> SourceIdx {
    SourceIdx(random.below(catalogue.sources.len()) as u16)
}

fn at(random: &mut Random) -> Option<String> {
    let text = words(random);
    maybe(random, text)
}

fn drawn(random: &mut Random) -> Catalogue {
    let mut c = Catalogue::empty();
    (c.contents.head.id, c.contents.head.release, c.contents.head.title) = (words(random), words(random), text(random));
    c.contents.head.scope = perhaps(random);
    c.contents.head.publisher = at(random);
    c.contents.head.published = Some(when(random)).filter(|_| random.chance(5_000));
    for n in 0..=random.below(6) {
        let (short, counts, does_not_count) = (perhaps(random), perhaps(random), perhaps(random));
        c.contents.focuses.push(Focus {
            id: format!("focus{n}{}", words(random)),
            name: text(random),
            short,
            counts,
            does_not_count,
            cues: (0..random.below(3)).map(|_| words(random)).collect(),
            not_cues: (0..random.below(3)).map(|_| words(random)).collect(),
        });
    }
    let kinds = RegionKind::ALL.iter().enumerate();
    let added = kinds.map(|(n, kind)| {
        let name = text(random);
        let short = name.get(crate::words::Lang::Zh).to_owned();
        let parent =
            if n % 2 == 0 { maybe(random, "330000".to_owned()) } else { maybe(random, format!("99{:02}00", n - 1)) };
        (
            Region {
                code: format!("99{n:02}00"),
                name,
                short,
                other: Vec::new(),
                kind: *kind,
                parent: None,
                letters: None,
                tile: None,
            },
            parent,
        )
    });
    let added: Vec<_> = added.collect();
    if random.chance(7_000) {
        c.contents.regions = Regions::standard().with(added);
    }
    for n in 0..=random.below(5) {
        c.contents.sources.push(Source {
            file: FileIdx::default(),
            id: format!("s{n}{}", words(random)),
            grade: *random.pick(Grade::ALL),
            authors: (0..random.below(12)).map(|_| words(random)).collect(),
            title: words(random),
            short: perhaps(random),
            container: at(random),
            place: at(random),
            publisher: at(random),
            published: Some(when(random)).filter(|_| random.chance(5_000)),
            address: at(random),
            accessed: Some(when(random)).filter(|_| random.chance(5_000)),
            copies: maybe(random, u32::MAX),
            sha256: at(random),
            covers: Covers::Stated,
        });
    }
    let indices = c.source_idxs();
    c.contents.head.default_sources = some(random, indices);
    c.contents.head.default_sources.push(source(random, &c));
    for n in 0..random.below(7) {
        policy(random, &mut c, n);
    }
    c.contents.policies.sort_by(|a, b| {
        let key = |p: &Policy| (p.month.is_none(), p.month, p.region);
        key(a).cmp(&key(b)).then_with(|| ById(&a.id).cmp(&ById(&b.id)))
    });
    c.policy_by_id = c.policies.iter().zip(0u32..).map(|(policy, i)| (policy.id.clone(), PolicyIdx(i))).collect();
    for i in 0..c.sources.len() {
        let list = some(random, c.policy_idxs());
        c.contents.sources[i].covers = [Covers::All, Covers::Stated, Covers::Policies(list)][random.below(3)].clone();
    }
    for n in 0..random.below(4) {
        reading(random, &mut c, n);
    }
    for n in 0..random.below(20) {
        statement(random, &mut c, n);
    }
    for n in 0..random.below(3) {
        let date = |random: &mut Random, c: &Catalogue| MilestoneDate {
            kind: Some(*random.pick(EventKind::ALL)).filter(|_| random.chance(5_000)),
            on: when(random),
            source: source(random, c),
            at: at(random),
        };
        let dates = (0..=random.below(3)).map(|_| date(random, &c)).collect();
        c.contents.milestones.push(Milestone { id: format!("M{n}"), who: words(random), what: text(random), dates });
    }
    for n in 0..random.below(13) {
        let claim = claim(random, &c, n);
        c.contents.claims.push(claim);
    }
    c
}

fn claim(random: &mut Random, c: &Catalogue, n: usize) -> Claim {
    let stated = Percent { tenths: random.below(2_000) as u32 };
    let check = match n % 7 {
        0 => Check::Growth { from: 0, to: u32::MAX, stated: 7 },
        1 => Check::InPeriod { from: Month::new(1000, 1).unwrap(), to: Month::new(2023, 12).unwrap() },
        2 => Check::Named { statements: some(random, c.statement_idxs()), stated: 6 },
        3 => Check::Similarity,
        4 => Check::AllFocuses,
        5 => {
            let at_least = random.chance(5_000);
            Check::Share { part: u32::MAX, at_least, whole: 0, stated: maybe(random, stated) }
        }
        _ => Check::Unchecked { why: text(random) },
    };
    Claim { id: format!("C{n}"), what: text(random), check, source: source(random, c), at: at(random) }
}

fn policy(random: &mut Random, c: &mut Catalogue, n: usize) {
    let region = RegionIdx(random.below(c.regions.len()) as u16);
    let event = |random: &mut Random, c: &Catalogue| Event {
        kind: if random.chance(4_000) { EventKind::Published } else { *random.pick(EventKind::ALL) },
        on: when(random),
        version: *random.pick(Version::ALL),
        source: source(random, c),
        at: at(random),
    };
    let events: Vec<Event> = (0..random.below(4)).map(|_| event(random, c)).collect();
    let versions = (0..random.below(3)).map(|_| {
        let (title, note, date) = (text(random), text(random), (*random.pick(EventKind::ALL), when(random)));
        OtherVersion {
            stage: *random.pick(Stage::ALL),
            title: maybe(random, title),
            date: maybe(random, date),
            note: maybe(random, note),
            source: source(random, c),
            at: at(random),
        }
    });
    let versions = versions.collect();
    let (from, to) = (When::parse("1000").unwrap(), when(random));
    let period = Period { from, to, source: source(random, c), at: at(random) };
    let number = (words(random), source(random, c));
    let dated = policy::dated_by(&events).map(|event| event.on);
    c.contents.policies.push(Policy {
        file: FileIdx::default(),
        also_of: Vec::new(),
        remarks: Vec::new(),
        was: Vec::new(),
        id: format!("{}-2023-{n}", c[region].code),
        region,
        title: text(random),
        title_en_is_ours: random.chance(5_000),
        short: perhaps(random),
        stage: *random.pick(Stage::ALL),
        period: maybe(random, period),
        number: maybe(random, number),
        issuers: (0..random.below(3)).map(|_| (text(random), source(random, c))).collect(),
        events,
        versions,
        month: dated.and_then(When::month),
        year: dated.map(When::year),
    });
}

/// A text of a policy, where there is one, and a reading of it.
fn reading(random: &mut Random, c: &mut Catalogue, n: usize) {
    let policies: Vec<PolicyIdx> = c.policy_idxs().collect();
    if policies.is_empty() {
        return;
    }
    let of = *random.pick(&policies);
    let from = TextFile { name: words(random), sha256: words(random) };
    c.contents.texts.push(PolicyText {
        id: format!("T{n}{}", words(random)),
        file: FileIdx::default(),
        of,
        version: *random.pick(Version::ALL),
        source: source(random, c),
        from: maybe(random, from),
        paragraphs: (0..=random.below(12)).map(|_| words(random)).collect(),
    });
    let only = ReadFocuses::Only(some(random, c.focus_idxs()));
    c.contents.readings.push(CoderReading {
        id: format!("R{n}"),
        file: FileIdx::default(),
        of,
        text: TextIdx(c.texts.len() as u32 - 1),
        by: words(random),
        on: when(random),
        focuses: if random.chance(5_000) { only } else { ReadFocuses::All },
        whole: random.chance(5_000),
    });
    if random.chance(5_000) {
        rejection(random, c);
    }
}

/// A suggestion for a sentence of a text that somebody rejected.
fn rejection(random: &mut Random, c: &mut Catalogue) {
    let one = RejectedSuggestion {
        file: FileIdx::default(),
        text: TextIdx(random.below(c.texts.len()) as u32),
        focus: FocusIdx(random.below(c.focuses.len()) as u8),
        cue: words(random),
        quote: words(random),
        by: at(random),
        on: random.chance(5_000).then(|| when(random)),
    };
    c.contents.rejected.push(one);
}

/// A mark in a text of the policy, with the words there.
fn mark(random: &mut Random, c: &Catalogue, of: &Of) -> Option<(String, TextMark)> {
    let n = c.texts.iter().position(|text| *of == Of::Policy(text.of))?;
    let paragraph = random.below(c.texts[n].paragraphs.len());
    let words = &c.texts[n].paragraphs[paragraph];
    let to = words.chars().count();
    // Its last character is no white space, and so are the words up to it no blank text.
    let from = random.below(to);
    let quote = words.chars().skip(from).collect();
    let before = words.chars().take(from).collect();
    let (paragraph, from, to) = (paragraph as u32 + 1, from as u32, to as u32);
    Some((quote, TextMark { text: TextIdx(n as u32), paragraph, from, to, before, after: String::new() }))
}

fn statement(random: &mut Random, c: &mut Catalogue, n: usize) {
    let source = source(random, c);
    let may: Vec<PolicyIdx> = match &c[source].covers {
        Covers::Policies(list) => list.clone(),
        _ => c.policy_idxs().collect(),
    };
    let mut places: Vec<RegionIdx> =
        (0..=random.below(12)).map(|_| RegionIdx(random.below(c.regions.len()) as u16)).collect();
    let mut seen = std::collections::HashSet::new();
    places.retain(|place| seen.insert(*place));
    let of = match random.below(5) {
        0 | 1 if !may.is_empty() => Of::Policy(*random.pick(&may)),
        2 => Of::Nation(words(random)),
        3 => Of::Unnamed,
        4 => Of::All,
        _ => Of::Regions(places),
    };
    let mark = mark(random, c, &of);
    // A mark is of the version that its text is of.
    let version = mark.as_ref().map(|(_, mark)| c[mark.text].version);
    let (quote, mark) = mark.map_or_else(|| (at(random), None), |(quote, mark)| (Some(quote), Some(mark)));
    let kind = *random.pick(StatementKind::ALL);
    let mut focuses = some(random, c.focus_idxs());
    if kind == StatementKind::Focus && focuses.is_empty() {
        focuses.push(FocusIdx(0));
    }
    let needed = kind.counts() && !focuses.is_empty();
    let said = needed || random.chance(5_000);
    let strengths: Vec<Strength> = Strength::ALL.iter().copied().filter(|s| *s >= Strength::Absent).collect();
    let list = *random.pick(&[ListKind::Closed, ListKind::Open, ListKind::Partial(6)]);
    let (assigned_by, value) = (*random.pick(AssignedBy::ALL), random.below(1_000) as u32);
    let (until, coded_on) = (when(random), when(random));
    c.contents.statements.push(Statement {
        file: FileIdx::default(),
        id: format!("S{n}{}", words(random)),
        kind,
        of,
        focuses,
        strength: if said { *random.pick(&strengths) } else { Strength::NotStated },
        list,
        assigned_by: Some(assigned_by).filter(|_| needed || random.chance(5_000)),
        version: version.unwrap_or_else(|| *random.pick(Version::ALL)),
        modality: Some(*random.pick(Modality::ALL)).filter(|_| random.chance(5_000)),
        summary: text(random),
        quote,
        watch: Some(text(random).into()).filter(|_| random.chance(5_000)),
        keywords: (0..random.below(10)).map(|_| words(random)).collect(),
        value: Some(value).filter(|_| kind == StatementKind::Count || random.chance(5_000)),
        at_least: random.chance(5_000),
        from: When::parse("1000").filter(|_| random.chance(5_000)),
        until: maybe(random, until),
        source,
        at: at(random),
        coder: at(random),
        coded_on: maybe(random, coded_on),
        mark: mark.map(Box::new),
        cue: at(random),
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_catalogue_is_read_again_as_it_was_written(seed: u64) {
        check(&drawn(&mut Random::new(seed, 0)));
    }
}
