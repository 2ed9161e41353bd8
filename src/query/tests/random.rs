//! Small random catalogues and queries, dense with what the counting rules tell apart: grades and coverage, other
//! versions, open lists, places in places, places without policies, and dates of every precision.

use std::fmt::Write as _;

use super::*;
use crate::catalogue::Regions;
pub use crate::tests::generator::Random;

/// Prefix of the code of a place, and whether the catalogue adds it. 990101 lies in 990100, that in 330000.
const PLACES: [&str; 8] = ["110000", "330000", "330100", "330200", "320500", "520000", "990100", "990101"];
const WORDS: [&str; 10] =
    ["算力券", "AI大模型", "數據", "数据", "重庆", "brain", "智能体 AI", "ＡＩ算力", "Main plan", "1+N+X"];
const ISSUERS: [&str; 3] = ["市人民政府", "经信局", "AI Office"];

fn words(random: &mut Random) -> String {
    let count = 1 + random.below(2);
    (0..count).map(|_| *random.pick(&WORDS)).collect::<Vec<_>>().concat()
}

fn date(random: &mut Random) -> String {
    let (year, month) = (2022 + random.below(2), 1 + random.below(4));
    match random.below(4) {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}-15"),
        _ => format!("{year}-{month:02}"),
    }
}

/// The records of a random catalogue.
struct Size {
    focuses: usize,
    policies: usize,
    statements: usize,
    /// Of ten statements those on places.
    on_places: usize,
}

/// The text of a small catalogue.
pub fn catalogue(random: &mut Random) -> String {
    let size =
        Size { focuses: 1 + random.below(6), policies: random.below(8), statements: random.below(14), on_places: 3 };
    text(random, &size, &PLACES.map(str::to_owned))
}

/// The text of a catalogue of so many policies in places of the whole country, and that of a layer over it, with some
/// of its policies twins of the other's.
pub fn stack(random: &mut Random, policies: usize) -> [String; 2] {
    let own = ["990100", "990101"].map(str::to_owned);
    let places: Vec<String> = Regions::standard().iter().map(|(_, place)| place.code.clone()).chain(own).collect();
    let base = text(random, &Size { focuses: 5, policies, statements: 2 * policies, on_places: 1 }, &places);
    let size = Size { focuses: 5, policies: policies / 10, statements: policies / 5, on_places: 1 };
    let layer = text(random, &size, &places);
    // The same records with ids of their own, as those of a layer have them.
    let (_, records) = layer.split_once("],\nsources: [\n").unwrap();
    let tagged = ["s", "S"].iter().fold(records.to_owned(), |records, letter| {
        (0..10).fold(records, |records, digit| {
            records.replace(&format!("\"{letter}{digit}"), &format!("\"k7qa-{letter}{digit}"))
        })
    });
    let tagged = tagged.replace("-2023-", "-2023-k7qa");
    let twins = policies / 50;
    let ids = |text: &str, mark: &str| -> Vec<String> {
        let (_, listed) = text.split_once("policies: [").unwrap();
        listed
            .lines()
            .filter_map(|line| line.strip_prefix("(id: \"")?.split_once('"'))
            .map(|(id, _)| id.to_owned())
            .filter(|id| id.contains(mark))
            .take(twins)
            .collect()
    };
    let same: Vec<String> = ids(&tagged, "-2023-k7qa")
        .into_iter()
        .zip(ids(&base, "-2023-"))
        .map(|(a, b)| format!("(a: \"{a}\", b: \"{b}\", verdict: Same)"))
        .collect();
    let layer = format!(
        "(schema: 2, id: \"layer-k7qa\", release: \"1\", title: (zh: \"自有\"), layer: (kind: Own, tag: \"k7qa\"), default_sources: [\"k7qa-s0\"], same: [{}],\nsources: [{tagged}",
        same.join(", ")
    );
    [base, layer]
}

fn text(random: &mut Random, size: &Size, places: &[String]) -> String {
    let mut out =
        String::from("(schema: 1, id: \"r\", release: \"1\", title: (zh: \"随机\"), default_sources: [\"s0\"],\n");
    let focuses = ["compute", "algorithm", "data", "application", "enterprise", "talent"];
    let focuses = &focuses[..size.focuses];
    out += "focuses: [";
    for id in focuses {
        write!(out, "(id: \"{id}\", name: (zh: \"方向{id}\")), ").unwrap();
    }
    out += "],\nregions: [(code: \"990100\", name: (zh: \"飞地\"), kind: City, parent: \"330000\"), (code: \"990101\", name: (zh: \"飞地之地\"), kind: City, parent: \"990100\")],\n";
    let policies: Vec<(String, &str)> = (0..size.policies)
        .map(|n| {
            let code = random.pick(places).as_str();
            (format!("{code}-2023-{n}"), code)
        })
        .collect();
    // For each source which policies a statement of it may be of.
    let mut may: Vec<Vec<usize>> = Vec::new();
    out += "sources: [\n";
    for n in 0..=random.below(4) {
        let grade = random.pick(&["Report", "Official", "Press", "Reprint"]);
        let all: Vec<usize> = (0..policies.len()).collect();
        let covers = match random.below(3) {
            0 => "All".to_owned(),
            1 => "Stated".to_owned(),
            _ => {
                let some: Vec<usize> = all.iter().copied().filter(|_| random.chance(5_000)).collect();
                let ids: Vec<String> = some.iter().map(|p| format!("\"{}\"", policies[*p].0)).collect();
                may.push(some);
                format!("Policies([{}])", ids.join(", "))
            }
        };
        if may.len() == n {
            may.push(all);
        }
        writeln!(out, "(id: \"s{n}\", grade: {grade}, title: \"来源\", covers: {covers}),").unwrap();
    }
    let sources = may.len();
    out += "],\npolicies: [\n";
    for (id, code) in &policies {
        let stage = random.pick(&["Draft", "Final"]);
        let en = if random.chance(5_000) { format!(", en: \"{}\"", words(random)) } else { String::new() };
        write!(out, "(id: \"{id}\", region: \"{code}\", title: (zh: \"{}\"{en}), stage: {stage}", words(random))
            .unwrap();
        if random.chance(3_000) {
            write!(out, ", short: (zh: \"{}\")", words(random)).unwrap();
        }
        if random.chance(5_000) {
            write!(out, ", number: (value: \"AI{}号\", source: \"s{}\")", random.below(3), random.below(sources))
                .unwrap();
        }
        out += ", issuers: [";
        for _ in 0..random.below(3) {
            let (name, source) = (random.pick(&ISSUERS), random.below(sources));
            write!(out, "(name: (zh: \"{name}\"), source: \"s{source}\"), ").unwrap();
        }
        out += "], events: [";
        for _ in 0..random.below(3) {
            let kind = if random.chance(8_000) { "Published" } else { "Issued" };
            let version = if random.chance(8_500) { "Own" } else { "Final" };
            let (on, source) = (date(random), random.below(sources));
            write!(out, "(kind: {kind}, on: \"{on}\", version: {version}, source: \"s{source}\"), ").unwrap();
        }
        out += "]),\n";
    }
    out += "],\nstatements: [\n";
    for n in 0..size.statements {
        let source = random.below(sources);
        let of = match random.below(10) {
            0 => "Unnamed".to_owned(),
            1 => "All".to_owned(),
            n if n < 10 - size.on_places && !may[source].is_empty() => {
                format!("Policy(\"{}\")", policies[*random.pick(&may[source])].0)
            }
            _ => {
                let places: Vec<String> =
                    (0..=random.below(3)).map(|_| format!("\"{}\"", random.pick(places))).collect();
                format!("Regions([{}])", places.join(", "))
            }
        };
        let kind = random.pick(&["Focus", "Focus", "Focus", "Emphasis", "Emphasis", "Fact", "Attention"]);
        let count = if *kind == "Focus" { 1 + random.below(2) } else { random.below(2) };
        let of_focuses: Vec<String> = (0..count).map(|_| format!("\"{}\"", random.pick(focuses))).collect();
        let strength = random.pick(&["Absent", "Mentioned", "Substantive", "Core"]);
        let list = random.pick(&["Closed", "Open", "Partial(total: 6)"]);
        let version = random.pick(&["Own", "Own", "Draft", "Final"]);
        let keywords: Vec<String> = (0..random.below(3)).map(|_| format!("\"{}\"", random.pick(&WORDS))).collect();
        let quote = if random.chance(3_000) { format!("quote: \"{}\", ", words(random)) } else { String::new() };
        writeln!(
            out,
            "(id: \"S{n}\", kind: {kind}, of: {of}, focuses: [{}], strength: {strength}, list: {list}, assigned_by: Coder, version: {version}, summary: (zh: \"{}\"), {quote}keywords: [{}], source: \"s{source}\"),",
            of_focuses.join(", "),
            words(random),
            keywords.join(", "),
        )
        .unwrap();
    }
    out += "])\n";
    out
}

fn some<T: Clone>(random: &mut Random, list: &[T]) -> Vec<T> {
    let mut out: Vec<T> = list.iter().filter(|_| random.chance(4_000)).cloned().collect();
    if out.is_empty() && !list.is_empty() {
        out.push(random.pick(list).clone());
    }
    out
}

fn month(random: &mut Random) -> Month {
    Month::new(2022 + random.below(2) as i32, 1 + random.below(12) as i32).unwrap()
}

fn range(random: &mut Random) -> MonthRange {
    let (a, b) = (month(random), month(random));
    let year = 2022 + random.below(2) as i32;
    match random.below(5) {
        0 => MonthRange { from: Some(a), to: Some(a) },
        1 => MonthRange { from: Some(a), to: None },
        2 => MonthRange { from: None, to: Some(a) },
        3 => MonthRange { from: Month::new(year, 1), to: Month::new(year, 12) },
        _ => MonthRange { from: Some(a.min(b)), to: Some(a.max(b)) },
    }
}

fn test(random: &mut Random, catalogue: &Catalogue) -> Test {
    let focuses: Vec<String> = catalogue.focuses.iter().map(|f| f.id.clone()).collect();
    let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<String>>();
    match random.below(if catalogue.files.is_empty() { 14 } else { 15 }) {
        0 => {
            let codes = some(random, &["110000", "330000", "330100", "320500", "990100", "320000"]);
            let picks = codes.into_iter().map(|code| RegionPick { code: code.to_owned(), alone: random.chance(3_000) });
            Test::Region(picks.collect())
        }
        1 => Test::Tier(some(random, Tier::ALL)),
        2 | 3 => Test::Month((0..=random.below(2)).map(|_| range(random)).collect()),
        4 | 5 => {
            let mode = *random.pick(&[FocusMode::Any, FocusMode::All, FocusMode::Only]);
            Test::Focus(Focuses::of(mode, some(random, &focuses)))
        }
        6 => Test::Strength(*random.pick(&[Strength::Mentioned, Strength::Substantive, Strength::Core])),
        7 => Test::Keyword(owned(some(random, &WORDS))),
        8 => Test::Stage(some(random, Stage::ALL)),
        9 => Test::Issuer(owned(some(random, &ISSUERS))),
        10 => {
            let ids: Vec<String> = catalogue.policies.iter().map(|p| p.id.clone()).collect();
            Test::Id(if ids.is_empty() { vec!["none".to_owned()] } else { some(random, &ids) })
        }
        11 => match random.below(4) {
            0 => Test::Source(vec![SourcePick::Any]),
            1 => Test::Source(some(random, Grade::ALL).into_iter().map(SourcePick::Grade).collect()),
            2 => {
                Test::Source(vec![SourcePick::Id(catalogue.sources[random.below(catalogue.sources.len())].id.clone())])
            }
            _ => Test::Basis(*random.pick(Basis::ALL)),
        },
        14 => {
            let tag = LayerPick::Tag("k7qa".to_owned());
            Test::Layer(vec![random.pick(&[LayerPick::Base, LayerPick::Own, tag]).clone()])
        }
        12 => Test::Version(if random.chance(7_000) { Versions::Any } else { Versions::Own }),
        _ => {
            let needles = [
                "算力",
                "ai",
                "AI",
                "数据",
                "數據",
                "chongqing",
                "zhongqing",
                "cq",
                "sl",
                "suanli",
                "br",
                "in",
                "jia",
                "beijing",
                "bj",
                "feidi",
                "号",
                "1+n",
                "plan",
                "政府",
                "ｂｒａｉｎ",
                "iz",
            ];
            Test::Text((*random.pick(&needles)).to_owned())
        }
    }
}

/// A query of up to four terms, each with a chance to find something in this catalogue.
pub fn query(random: &mut Random, catalogue: &Catalogue) -> Query {
    let mut terms: Vec<Term> = Vec::new();
    for _ in 0..random.below(5) {
        let test = test(random, catalogue);
        if test.is_setting() && terms.iter().any(|term| term.test.key() == test.key()) {
            continue;
        }
        let not = !test.is_setting() && random.chance(2_500);
        terms.push(Term { not, test });
    }
    Query::of(terms)
}
