//! Makes catalogues of any size: the same seed and size give the same text on every machine and every day.
//!
//! Each policy is drawn from a sequence of its own, so that a smaller catalogue holds the first policies of a larger
//! one. Tests, benches and the example `generate` share this file; it knows the file format and nothing of the program.

#![allow(dead_code, reason = "each of the files that include this one uses a part of it")]
#![allow(clippy::indexing_slicing, reason = "a number is drawn below the length of its list")]

use std::fmt::Write as _;

/// The seed that benches use.
pub const SEED: u64 = 20_231_030;

/// In about a quarter of all policies.
pub const COMMON: &str = "智算中心";
/// In 1.8 % of them.
pub const MEDIUM: &str = "低空经济";
/// In 0.05 % of them.
pub const RARE: &str = "量子芯片";

/// SplitMix64: small, the same everywhere, and good enough for texts.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each seed and stream.
    pub fn new(seed: u64, stream: u64) -> Random {
        let mut random = Random(seed ^ stream.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        random.next();
        random
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `n` - 1; 0 for 0.
    pub fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() % n as u64) as usize }
    }

    /// True this many times in 10,000.
    pub fn chance(&mut self, of_10_000: usize) -> bool {
        self.below(10_000) < of_10_000
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

const VERBS: [&str; 8] =
    ["加快推动", "进一步促进", "大力支持", "全面深化", "统筹推进", "有序引导", "培育壮大", "着力提升"];
const TOPICS: [&str; 10] = [
    "人工智能产业创新发展",
    "新一代人工智能高质量发展",
    "通用人工智能技术攻关",
    "大模型产业集聚发展",
    "算力基础设施建设",
    "公共数据开放利用",
    "人工智能场景应用",
    "数字经济与实体经济融合",
    "智能网联汽车创新应用",
    "人工智能企业梯度培育",
];
const KINDS: [&str; 6] = ["行动计划", "若干措施", "实施方案", "实施意见", "三年行动方案", "若干政策措施"];
const FILLERS: [&str; 6] =
    ["打造具有影响力的产业高地", "建设国家先导区", "赋能千行百业", "优化营商环境", "强化要素保障", "构建良好生态"];
const KEYWORDS: [&str; 24] = [
    "算力券",
    "首试首用",
    "首版次",
    "一企一策",
    "数据交易",
    "公共数据",
    "基础软硬件",
    "梯度培育",
    "数据训练基地",
    "行业级数据集",
    "东数西算",
    "数据合伙人",
    "具身智能",
    "类脑智能",
    "智能体",
    "元宇宙",
    "大模型技术栈",
    "服务包",
    "产业生态",
    "全球化",
    "揭榜挂帅",
    "创新券",
    "产业基金",
    "应用场景",
];
const SAYS: [&str; 10] = [
    "支持建设面向企业的公共服务平台",
    "对符合条件的项目按投资额给予补助",
    "鼓励高校与企业联合开展关键技术攻关",
    "推动在政务、医疗、交通等重点行业落地",
    "建立跨部门的统筹协调机制",
    "开放一批高价值的数据集供企业训练使用",
    "设立专项资金并引导社会资本投入",
    "组织供需对接并发布年度清单",
    "完善标准、测评与安全治理体系",
    "引进和培育领军人才与创新团队",
];
const FOCUSES: [(&str, &str, &str); 5] = [
    ("compute", "算力", "Compute"),
    ("algorithm", "算法", "Algorithm"),
    ("data", "数据", "Data"),
    ("application", "应用", "Application"),
    ("enterprise", "企业", "Enterprise"),
];
/// Id, grade, what it covers (`Policies` gets a tenth of the policies).
const SOURCES: [(&str, &str, &str); 10] = [
    ("report-main", "Report", "All"),
    ("report-second", "Report", "Policies"),
    ("gov-site", "Official", "Stated"),
    ("gov-bureau", "Official", "Stated"),
    ("party-paper", "Official", "Stated"),
    ("press-daily", "Press", "Stated"),
    ("press-weekly", "Press", "Stated"),
    ("press-abroad", "Press", "Stated"),
    ("copies-a", "Reprint", "Stated"),
    ("copies-b", "Reprint", "Stated"),
];

/// The code and Chinese name of every place of the table.
pub fn places() -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../assets/regions.ron");
    let current = table.split("retired:").next().unwrap_or_default();
    let value = |line: &'static str, name: &str| {
        let (_, tail) = line.split_once(name)?;
        tail.split('"').nth(1)
    };
    current.lines().filter_map(|line| Some((value(line, "code:")?, value(line, "zh:")?))).collect()
}

/// One policy with its statements, as RON.
struct Drawn {
    id: String,
    policy: String,
    statements: String,
}

/// The text of a catalogue, schema 1, with `n` policies.
pub fn catalogue(seed: u64, n: usize) -> String {
    let places = places();
    let drawn: Vec<Drawn> = (0..n).map(|i| draw(seed, i, &places)).collect();
    let mut out = String::with_capacity(2_600 * n + 4_096);
    out += "(\n    schema: 1, id: \"generated\", release: \"1\", title: (zh: \"生成的目录\", en: \"Generated\"), scope: (zh: \"测试用\"),\n";
    out += "    default_sources: [\"report-main\"],\n    focuses: [\n";
    for (id, zh, en) in FOCUSES {
        writeln!(out, "        (id: \"{id}\", name: (zh: \"{zh}\", en: \"{en}\")),").ok();
    }
    out += "    ],\n    sources: [\n";
    for (i, (id, grade, covers)) in SOURCES.iter().enumerate() {
        let covers = match *covers {
            "Policies" => {
                let ids: Vec<String> = drawn.iter().step_by(10).map(|d| format!("\"{}\"", d.id)).collect();
                format!("Policies([{}])", ids.join(", "))
            }
            other => other.to_owned(),
        };
        writeln!(out, "        (id: \"{id}\", grade: {grade}, title: \"来源{i}\", publisher: \"出版者{i}\", published: \"2025-0{}\", covers: {covers}),", i % 9 + 1).ok();
    }
    out += "    ],\n    policies: [\n";
    for d in &drawn {
        out += &d.policy;
    }
    out += "    ],\n    statements: [\n";
    for d in &drawn {
        out += &d.statements;
    }
    out += "    ],\n)\n";
    out
}

fn draw(seed: u64, i: usize, places: &[(&str, &str)]) -> Drawn {
    let mut random = Random::new(seed, i as u64 + 1);
    let (code, place) = *random.pick(places);
    let (year, month) = month(&mut random);
    let id = format!("{code}-{year}-{}", i + 1);
    let (title, short) = title(&mut random, place, year);
    let stage = if random.chance(2_500) { "Draft" } else { "Final" };
    let mut policy = String::new();
    write!(
        policy,
        "        (id: \"{id}\", region: \"{code}\", title: (zh: \"{title}\"), short: (zh: \"{short}\"), stage: {stage}"
    )
    .ok();
    if random.chance(4_000) {
        write!(
            policy,
            ",\n         period: Some((from: \"{year}\", to: \"{}\", source: \"report-main\", at: \"题名\"))",
            year + 2
        )
        .ok();
    }
    if random.chance(5_000) {
        let source = random.pick(&["copies-a", "gov-site"]);
        write!(
            policy,
            ",\n         number: Some((value: \"政发〔{year}〕{}号\", source: \"{source}\"))",
            random.below(200) + 1
        )
        .ok();
        write!(policy, ",\n         issuers: [(name: (zh: \"{place}人民政府\"), source: \"{source}\")]").ok();
    }
    // Some are dated by the year alone.
    let on = if random.chance(200) { format!("{year}") } else { format!("{year}-{month:02}") };
    writeln!(
        policy,
        ",\n         events: [(kind: Published, on: \"{on}\", version: Own, source: \"report-main\", at: \"表1\")]),"
    )
    .ok();

    let mut statements = String::new();
    let count = 3 + random.below(5);
    let needles =
        [(COMMON, 2_500), (MEDIUM, 180), (RARE, 5)].map(|(needle, chance)| random.chance(chance).then_some(needle));
    for n in 0..count {
        // The first statements carry the needles, and those are of the policy.
        let needle = needles.get(n).copied().flatten();
        let of_place = needle.is_none() && n + 1 == count && random.chance(1_500);
        let of = if of_place { format!("Regions([\"{code}\"])") } else { format!("Policy(\"{id}\")") };
        let source = if random.chance(5_000) { "report-main" } else { SOURCES[2 + random.below(SOURCES.len() - 2)].0 };
        let strength = if source == "report-main" {
            "Mentioned"
        } else {
            random.pick(&["Mentioned", "Substantive", "Core", "Substantive"])
        };
        let kind = if random.chance(1_000) { "Emphasis" } else { "Focus" };
        let (first, second) = (random.below(FOCUSES.len()), random.below(FOCUSES.len()));
        let focuses = if first == second || random.chance(8_000) {
            format!("\"{}\"", FOCUSES[first].0)
        } else {
            format!("\"{}\", \"{}\"", FOCUSES[first].0, FOCUSES[second].0)
        };
        let list = if of_place && random.chance(5_000) { "Open" } else { "Closed" };
        let by = random.pick(&["Source", "Coder"]);
        let version = if random.chance(500) { if stage == "Draft" { "Final" } else { "Draft" } } else { "Own" };
        let topic = needle.unwrap_or(FOCUSES[first].1);
        let keywords = if random.chance(3_000) { format!("\"{}\"", random.pick(&KEYWORDS)) } else { String::new() };
        writeln!(
            statements,
            "        (id: \"S{}-{n}\", kind: {kind}, of: {of}, focuses: [{focuses}], strength: {strength}, list: {list}, assigned_by: {by}, version: {version},\n         summary: (zh: \"围绕{topic}，{}；{}。\"), keywords: [{keywords}], source: \"{source}\", at: \"第{}段\"),",
            i + 1,
            random.pick(&SAYS),
            random.pick(&SAYS),
            n + 1
        )
        .ok();
    }
    Drawn { id, policy, statements }
}

/// One of the 118 months from 2017-01 to 2026-10, those of 2023 to 2025 far more often.
fn month(random: &mut Random) -> (usize, usize) {
    let weight = |year: usize| match year {
        2023..=2025 => 8,
        2022 | 2026 => 3,
        _ => 1,
    };
    let months: Vec<(usize, usize)> =
        (0..118).map(|m| (2017 + m / 12, m % 12 + 1)).flat_map(|m| std::iter::repeat_n(m, weight(m.0))).collect();
    *random.pick(&months)
}

/// A title of 26 to 40 characters, and the short one.
fn title(random: &mut Random, place: &str, year: usize) -> (String, String) {
    let (verb, topic, kind) = (random.pick(&VERBS), random.pick(&TOPICS), random.pick(&KINDS));
    let mut filler = String::new();
    loop {
        let period = if random.chance(5_000) { format!("（{year}-{}年）", year + 2) } else { String::new() };
        let title = format!("{place}{filler}{verb}{topic}{kind}{period}");
        match title.chars().count() {
            26..=40 => return (title, format!("{verb}{kind}")),
            0..26 => filler = format!("{filler}{}", random.pick(&FILLERS)),
            _ if !filler.is_empty() => filler.clear(),
            // Without filler only a long name of a place and the period together are too long.
            _ => {}
        }
    }
}
