//! Tests of citations: lines to the letter, and what each form holds of a reference.

#[cfg(feature = "second-opinion")]
mod second_opinion;

use super::*;
use crate::catalogue::{EMBEDDED, Grade, Source, Stage, Version, load};
use crate::query::parse;
use crate::tests::embedded_catalogue as catalogue;
use crate::words::{CiteText, TellText};

const CCID: &str = "钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. \
                    未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023";

#[test]
fn sources_stand_in_the_order_of_the_standard_as_far_as_they_are_known() {
    let catalogue = catalogue();
    let base = catalogue[catalogue.find_source("gmw").unwrap()].clone();
    let bare = Source {
        authors: Vec::new(),
        title: "T".into(),
        container: None,
        publisher: None,
        published: None,
        address: None,
        accessed: None,
        copies: None,
        ..base
    };
    let when = |text: &str| crate::catalogue::When::parse(text);
    let some = |text: &str| Some(text.to_owned());
    let with = |change: &dyn Fn(&mut Source)| {
        let mut source = bare.clone();
        change(&mut source);
        source
    };
    for (source, at, expected) in [
        (bare.clone(), None, "T[Z]."),
        (bare.clone(), Some("第3段"), "T[Z]. 第3段."),
        (with(&|s| s.grade = Grade::Report), None, "T[R]."),
        (with(&|s| s.grade = Grade::Press), None, "T[N]."),
        (with(&|s| s.address = some("https://a.cn/b")), None, "T[EB/OL]. https://a.cn/b."),
        (
            with(&|s| (s.grade, s.address, s.accessed) = (Grade::Press, some("https://a.cn/b"), when("2026-01-02"))),
            None,
            "T[N/OL]. [2026-01-02]. https://a.cn/b.",
        ),
        // Read in a stored copy, without an address: no day of access.
        (with(&|s| s.accessed = when("2026-01-02")), None, "T[Z]."),
        (
            with(&|s| (s.publisher, s.published, s.copies) = (some("P"), when("2023-05"), Some(2))),
            Some("a"),
            "T[Z]. P, 2023-05, 2 份转载: a.",
        ),
        (with(&|s| s.authors = vec!["甲".into(), "乙".into(), "丙".into()]), None, "甲, 乙, 丙. T[Z]."),
        (with(&|s| s.authors = ["甲", "乙", "丙", "丁"].map(str::to_owned).into()), None, "甲, 乙, 丙, 等. T[Z]."),
    ] {
        assert_eq!(reference(&source, at, Lang::Zh), expected);
    }
}

#[test]
fn a_statement_is_one_line_that_says_no_more_than_its_source() {
    let catalogue = catalogue();
    let find = |id: &str| catalogue.statement_idxs().find(|i| catalogue[*i].id == id).unwrap();
    let line = |id: &str, lang| of_statement(&catalogue, find(id), lang);
    assert_eq!(
        line("R05", Lang::Zh),
        format!(
            "杭州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系（“杭州、上海等地加快建设算力基础设施”）〔只说到杭州市、上海市，未点名政策；“等”式列举〕。\
             {CCID}: {}. 陈述 R05；目录 ccid-2023-3，{} 版",
            catalogue[find("R05")].at.as_deref().unwrap(),
            catalogue.release
        )
    );
    let quoted = line("R01", Lang::Zh);
    assert!(quoted.contains("（“重点省市共出台人工智能发展相关政策”）"), "{quoted}");
    assert!(!quoted.contains("只说到该地"), "a number of nobody's is tied to no place: {quoted}");
    assert!(
        line("R05", Lang::En)
            .ends_with(&format!("statement R05; catalogue ccid-2023-3, release {}", catalogue.release))
    );
}

#[test]
fn every_statement_and_claim_has_one_line_with_its_id_and_an_online_sign_only_with_an_address() {
    let catalogue = catalogue();
    for lang in [Lang::Zh, Lang::En] {
        for i in catalogue.statement_idxs() {
            let (s, line) = (&catalogue[i], of_statement(&catalogue, i, lang));
            let source = &catalogue[s.source];
            assert!(!line.contains('\n') && line.contains(&s.id) && line.contains(&source.title), "{line}");
            assert!(line.contains(&catalogue.id) && line.contains(&catalogue.release), "{line}");
            assert_eq!(line.contains("/OL]"), source.address.is_some(), "{line}");
            assert!(s.at.as_ref().is_none_or(|at| line.contains(at)), "{line}");
            assert_eq!(
                s.version != Version::Own,
                line.contains(&TellText::OnVersion.fill(lang, &[("version", &s.version.name(lang))]))
            );
        }
        for claim in &catalogue.claims {
            let line = of_claim(&catalogue, claim, lang);
            assert!(
                line.contains(claim.what.get(lang).trim_end_matches(['。', '.'])) && line.contains(&claim.id),
                "{line}"
            );
        }
    }
}

#[test]
fn a_policy_names_its_number_and_says_where_the_source_of_the_number_is_out_of_sight() {
    let catalogue = catalogue();
    let line = |id: &str, query: &str| {
        let lens = Lens::of(&parse(query, &catalogue).unwrap(), &catalogue);
        of_policy(&catalogue, &lens, catalogue.policy_by_id(id).unwrap(), Lang::Zh)
    };
    let report = line("110000-2023-1", "");
    let seen = line("110000-2023-1", "source:any");
    let release = &catalogue.release;
    assert!(
        report.contains("；2023-05。文号、发文机关据所选来源之外的 ") && report.contains("公布月份据 钟新龙"),
        "{report}"
    );
    assert_eq!(report.replace("据所选来源之外的", "据"), seen, "the lens hides no name, and says what it does not see");
    assert!(report.ends_with(&format!(": 表1. 政策 110000-2023-1；目录 ccid-2023-3，{release} 版")), "{report}");
    assert!(seen.contains("；京政发〔2023〕14号；北京市人民政府；"), "{seen}");
    let giver = &catalogue[catalogue[catalogue.policy_by_id("110000-2023-1").unwrap()].number.as_ref().unwrap().1];
    assert!(seen.contains(&giver.title), "the number's own source is cited: {seen}");
}

#[test]
fn a_draft_is_not_cited_as_a_final() {
    let catalogue = catalogue();
    for i in catalogue.policy_idxs() {
        let line = of_policy(&catalogue, &Lens::default_of(&catalogue), i, Lang::Zh);
        assert_eq!(line.contains("征求意见稿"), catalogue[i].stage == Stage::Draft, "{line}");
    }
}

/// Every citable object, with its figures and views.
struct Things {
    index: Index,
    about: Provenance,
    figures: Vec<Figure>,
    lens: Lens,
}

impl Things {
    fn of(text: &str, query: &str, lang: Lang) -> Things {
        use crate::figures::{Asking, FigureKind, figure};
        let index = Index::new(std::sync::Arc::new(load(text.as_bytes()).catalogue.unwrap()));
        let query = parse(query, &index.catalogue).unwrap();
        let outcome = crate::query::run(&index, &query, crate::query::Unit::Policy);
        let about = crate::export::Table::of(&index, &outcome, &outcome.rows, &[], lang).asked(&query).about;
        let asking = Asking { lang, ..Asking::default() };
        let figures = FigureKind::ALL.iter().map(|kind| figure(*kind, &index, &query, &asking)).collect();
        let lens = outcome.lens;
        Things { index, about, figures, lens }
    }

    fn all(&self) -> Vec<Cited<'_>> {
        let catalogue = &*self.index.catalogue;
        let places = catalogue.regions.iter().map(|(place, _)| place);
        let parts = catalogue.policy_idxs().map(Cited::Policy);
        let parts = parts.chain(catalogue.statement_idxs().map(Cited::Statement));
        let parts = parts.chain(catalogue.source_idxs().map(Cited::Source)).chain(places.map(Cited::Place));
        let whole = [Cited::Catalogue, Cited::View(&self.about)];
        parts.chain(whole).chain(self.figures.iter().map(Cited::Figure)).collect()
    }

    fn citing(&self, lang: Lang) -> Citing<'_> {
        Citing { index: &self.index, lens: &self.lens, lang }
    }

    fn references(&self, lang: Lang) -> Vec<Reference> {
        self.all().iter().flat_map(|thing| references(thing, self.citing(lang))).collect()
    }
}

const QUERIES: [&str; 3] = ["", "source:any", "source:any version:any focus:data -region:北京"];

/// Each reference of the embedded catalogue through each lens, in both languages.
fn each_reference(mut check: impl FnMut(&Things, &[Reference], Lang)) {
    for query in QUERIES {
        for lang in [Lang::Zh, Lang::En] {
            let things = Things::of(EMBEDDED, query, lang);
            let list = things.references(lang);
            check(&things, &list, lang);
        }
    }
}

fn with(change: impl Fn(&mut Reference)) -> Reference {
    let catalogue = catalogue();
    let mut reference = of_source(&catalogue, catalogue.find_source("yicai").unwrap(), Some("第2段"));
    reference.title = "T".into();
    change(&mut reference);
    reference
}

#[test]
fn the_two_editions_differ_in_their_marks_and_in_who_is_told_the_day_of_access() {
    let day = crate::catalogue::When::parse("2026-01-02");
    let names = |names: &[&str]| -> Vec<Author> { names.iter().map(|n| Author::Printed((*n).into())).collect() };
    for (reference, of_2015, of_2025) in [
        (
            with(|r| (r.accessed, r.authors) = (day, names(&["甲", "乙"]))),
            "甲, 乙. T[N/OL]. Yicai Global, 2023-06-07: 第2段[2026-01-02]. https://yicaiglobal.com/news/20230607-06-beijing-shenzhen-shanghai-release-policies-to-support-ai-industry.",
            "甲，乙. T[N/OL]. Yicai Global，2023-06-07：第2段. https://yicaiglobal.com/news/20230607-06-beijing-shenzhen-shanghai-release-policies-to-support-ai-industry.",
        ),
        (
            with(|r| {
                (r.kind, r.accessed, r.address) = (ReferenceKind::Page, day, Some("https://a.cn/".into()));
                r.at = None;
            }),
            "T[EB/OL]. Yicai Global(2023-06-07)[2026-01-02]. https://a.cn/.",
            "T[EB/OL]. Yicai Global（2023-06-07）[2026-01-02]. https://a.cn/.",
        ),
        (
            with(|r| {
                (r.kind, r.address, r.publisher, r.at) = (ReferenceKind::Document, None, None, None);
                (r.authors, r.number) = (vec![Author::Body("甲市政府".into())], Some("甲政发〔2023〕1号".into()));
            }),
            "甲市政府. T: 甲政发〔2023〕1号[Z]. 2023-06-07.",
            "甲市政府. T：甲政发〔2023〕1号[Z]. 2023-06-07.",
        ),
        (
            with(|r| {
                (r.kind, r.address, r.publisher, r.date) = (ReferenceKind::DataSet, None, None, None);
                (r.number, r.release) = (Some("id-1".into()), Some("2026.1".into()));
            }),
            "T: id-1[DS]. 2026.1 版: 第2段.",
            "T：id-1[DS]. 2026.1 版：第2段.",
        ),
        (
            with(|r| {
                (r.kind, r.address, r.publisher) = (ReferenceKind::DataSet, None, Some("P".into()));
                (r.number, r.release) = (Some("id-1".into()), Some("2026.1".into()));
            }),
            "T: id-1[DS]. 2026.1 版. P, 2023: 第2段.",
            "T：id-1[DS]. 2026.1 版. P，2023：第2段.",
        ),
        (
            with(|r| {
                (r.kind, r.address, r.place) = (ReferenceKind::Report, None, Some("北京".into()));
                r.container = Some("丛刊 2023年第3期".into());
            }),
            "T[R]. 丛刊 2023年第3期. 北京: Yicai Global, 2023: 第2段.",
            "T[R]. 丛刊 2023年第3期. 北京：Yicai Global，2023：第2段.",
        ),
        (
            with(|r| {
                (r.kind, r.address, r.publisher, r.at) = (ReferenceKind::Document, None, None, None);
                (r.authors, r.number) = (vec![Author::Body("甲市政府".into())], Some("甲政发〔2023〕1号".into()));
                r.outside = Outside { authors: true, number: true };
            }),
            "[甲市政府]. T: [甲政发〔2023〕1号][Z]. 2023-06-07.",
            "[甲市政府]. T：[甲政发〔2023〕1号][Z]. 2023-06-07.",
        ),
    ] {
        assert_eq!(gbt7714::line(&reference, &gbt7714::OF_2015, Lang::Zh), of_2015);
        assert_eq!(gbt7714::line(&reference, &gbt7714::OF_2025, Lang::Zh), of_2025);
    }
}

#[test]
fn the_word_for_other_authors_is_that_of_their_script() {
    let four = |names: [&str; 4]| {
        let reference = with(|r| r.authors = names.map(|name| Author::Printed(name.to_owned())).into());
        gbt7714::line(&reference, &gbt7714::OF_2015, Lang::Zh)
    };
    assert!(four(["甲", "乙", "丙", "丁"]).starts_with("甲, 乙, 丙, 等. T["));
    assert!(four(["Ada A", "Bee B", "Cee C", "Dee D"]).starts_with("Ada A, Bee B, Cee C, et al. T["));
}

#[test]
fn no_form_says_more_than_the_catalogue_knows() {
    each_reference(|things, list, lang| {
        let catalogue = &*things.index.catalogue;
        for one in list {
            let line = gbt7714::line(one, &gbt7714::OF_2015, lang);
            assert_eq!(line.contains("/OL]"), one.address.is_some(), "{line}");
            assert_eq!(one.read_on().is_some(), one.address.is_some() && one.accessed.is_some());
            assert!(!line.contains(['\n', '\t']) && line.contains(&one.title), "{line}");
        }
        for i in catalogue.policy_idxs() {
            let (policy, one) = (&catalogue[i], &references(&Cited::Policy(i), things.citing(lang))[0]);
            assert!(one.title.starts_with(policy.title.zh.as_ref().unwrap()), "{}", one.title);
            assert!(!policy.title_en_is_ours || Some(&one.title) != policy.title.en.as_ref());
            assert_eq!(one.title.contains("征求意见稿"), policy.stage == Stage::Draft, "{}", one.title);
            let number = policy.number.as_ref();
            assert_eq!((one.number.is_some(), one.authors.is_empty()), (number.is_some(), policy.issuers.is_empty()));
            let issuers_seen = policy.issuers.iter().any(|(_, source)| things.lens.sees(*source));
            assert_eq!(one.outside.number, number.is_some_and(|(_, source)| !things.lens.sees(*source)));
            assert_eq!(one.outside.authors, !one.authors.is_empty() && !issuers_seen);
            let says = CiteText::GivenOutside.get(lang).split_once("{what}").unwrap().1;
            let (says, _) = says.split_once("{source}").unwrap();
            assert_eq!(one.note.as_ref().unwrap().contains(says), one.outside != Outside::default(), "{one:?}");
            assert!(one.note.as_ref().unwrap().contains(&policy.id));
        }
    });
}

#[test]
fn keys_are_unique_whatever_is_cited_and_stay_from_call_to_call() {
    each_reference(|things, list, lang| {
        let keys: std::collections::BTreeSet<&str> = list.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys.len(), list.len());
        assert_eq!(things.references(lang), list);
    });
    let key = |query: &str| {
        let things = Things::of(EMBEDDED, query, Lang::Zh);
        references(&Cited::View(&things.about), things.citing(Lang::Zh))[0].key.clone()
    };
    assert_ne!(key(""), key("focus:data"));
}

#[test]
fn a_place_is_cited_by_each_source_in_sight_that_speaks_of_it_once() {
    let lines = |query: &str, place: &str| {
        let things = Things::of(EMBEDDED, query, Lang::Zh);
        let place = things.index.catalogue.regions.find(place).unwrap();
        cite(CiteFormat::Gbt7714, &[Cited::Place(place)], things.citing(Lang::Zh)).lines().count()
    };
    assert_eq!((lines("", "上海"), lines("", "拉萨")), (1, 0));
    let things = Things::of(EMBEDDED, "source:any", Lang::Zh);
    let catalogue = &*things.index.catalogue;
    for (place, _) in catalogue.regions.iter() {
        let said = said_of(place, things.citing(Lang::Zh));
        let sources: std::collections::BTreeSet<_> = said.iter().map(|i| catalogue[*i].source).collect();
        let list = references(&Cited::Place(place), things.citing(Lang::Zh));
        assert_eq!(list.len(), sources.len());
        for i in said {
            let (id, title) = (&catalogue[i].id, &catalogue[catalogue[i].source].title);
            assert!(list.iter().any(|one| one.title == *title && one.note.as_ref().unwrap().contains(id.as_str())));
        }
    }
}

#[test]
fn bibtex_has_title_author_and_address_of_every_reference() {
    each_reference(|_, list, lang| {
        let text = write(CiteFormat::BibTex, list, lang);
        let entries: Vec<&str> = text.split("\n@").collect();
        assert_eq!(entries.len(), list.len());
        for (one, entry) in list.iter().zip(entries) {
            let value = |key: &str| {
                entry.split_once(&format!("\n  {key} = {{")).map(|(_, rest)| rest.split("},\n").next().unwrap())
            };
            assert!(entry.contains(&format!("{{{},\n", one.key)), "{entry}");
            assert_eq!(value("title"), Some(format!("{{{}}}", one.title).as_str()), "{entry}");
            assert_eq!(value("author").is_some(), !one.authors.is_empty(), "{entry}");
            assert!(one.authors.iter().all(|author| value("author").unwrap().contains(author.name())), "{entry}");
            assert_eq!(value("url"), one.address.as_deref(), "{entry}");
            assert_eq!(value("year").map(str::to_owned), one.date.map(|date| date.year().to_string()), "{entry}");
        }
    });
}

#[test]
fn a_name_of_latin_script_is_written_as_what_it_is() {
    for (printed, bibtex, ris) in [
        ("World Economic Forum", "{World Economic Forum}", "World Economic Forum,"),
        ("Institute of Automation", "{Institute of Automation}", "Institute of Automation,"),
        ("Peking University", "{Peking University}", "Peking University,"),
        ("Smith J.", "Smith, J.", "Smith, J."),
        ("John Smith", "John Smith", "John Smith"),
        ("OECD", "{OECD}", "OECD"),
        ("钟新龙", "钟新龙", "钟新龙"),
    ] {
        let reference = with(|r| r.authors = vec![Author::Printed(printed.to_owned())]);
        let text = bibtex::entry(&reference, Lang::Zh);
        assert!(text.contains(&format!("\n  author = {{{bibtex}}},\n")), "{text}");
        let text = ris::entry(&reference, Lang::Zh);
        assert!(text.contains(&format!("\r\nAU  - {ris}\r\n")), "{text}");
    }
}

#[test]
fn only_an_address_of_the_web_is_a_link_of_a_reference() {
    let there = with(|r| (r.kind, r.address) = (ReferenceKind::Page, Some("https://www.gov.cn/x".into())));
    let text = with(|r| (r.kind, r.address) = (ReferenceKind::Page, Some("file:///x.desktop".into())));
    for (reference, links) in [(there, true), (text, false)] {
        let address = reference.address.clone().unwrap();
        let forms = [
            (bibtex::entry(&reference, Lang::Zh), format!("url = {{{address}}}")),
            (ris::entry(&reference, Lang::Zh), format!("UR  - {address}")),
            (csl_json::item(&reference, Lang::Zh).to_string(), format!("\"URL\":\"{address}\"")),
        ];
        for (form, link) in forms {
            assert_eq!(form.contains(&link), links, "{form}");
            assert!(form.contains(&address), "it stays text: {form}");
        }
        assert_eq!(gbt7714::sign(&reference), if links { "EB/OL" } else { "Z" });
    }
}

/// A title full of characters that mean something to LaTeX.
const HARD: &str = r#"50% of A&B_C #1 costs $2 "quoted" ~ 政策“等”"#;

#[test]
fn characters_of_latex_mean_themselves() {
    let text = bibtex::entry(&with(|r| r.title = HARD.into()), Lang::Zh);
    let expected = r#"{{50\% of A\&B\_C \#1 costs \$2 "quoted" \textasciitilde{} 政策“等”}}"#;
    assert!(text.contains(expected), "{text}");
    let braces = bibtex::entry(&with(|r| (r.title, r.note) = ("a}b{c\\d^e".into(), Some("}{".into()))), Lang::Zh);
    assert!(
        braces.contains(r"{{a\textbraceright{}b\textbraceleft{}c\textbackslash{}d\textasciicircum{}e}}"),
        "{braces}"
    );
    assert_eq!(braces.matches('{').count(), braces.matches('}').count(), "BibTeX counts braces: {braces}");
}

#[test]
fn csl_json_has_authors_title_number_and_address_of_every_reference() {
    each_reference(|_, list, lang| {
        let items: Vec<serde_json::Value> = serde_json::from_str(&write(CiteFormat::CslJson, list, lang)).unwrap();
        assert_eq!(items.len(), list.len());
        for (one, item) in list.iter().zip(&items) {
            assert_eq!((&item["id"], &item["title"]), (&one.key.clone().into(), &one.title.clone().into()));
            let authors = item["author"].as_array().map_or(0, Vec::len);
            assert_eq!(authors, one.authors.len(), "{item}");
            assert_eq!(item["URL"].as_str(), one.address.as_deref(), "{item}");
            assert_eq!(item["number"].as_str(), one.number.as_deref(), "{item}");
        }
    });
}

#[test]
fn ris_is_lines_of_a_tag_and_a_value_from_ty_to_er() {
    each_reference(|_, list, lang| {
        let text = write(CiteFormat::Ris, list, lang);
        let lines: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        let count = |tag: &str| lines.iter().filter(|line| line.starts_with(tag)).count();
        assert_eq!((count("TY  - "), count("ER  - ")), (list.len(), list.len()));
        for line in lines {
            let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("{line}"));
            assert!(tag.len() == 2 && tag.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()), "{line}");
            assert!((value.is_empty()) == (tag == "ER"), "{line}");
        }
    });
}

#[test]
fn the_catalogue_asks_to_be_cited_by_its_title_id_and_release() {
    let catalogue = catalogue();
    let all: Vec<SourceIdx> = catalogue.source_idxs().collect();
    for lang in [Lang::Zh, Lang::En] {
        let text = write_cff(&catalogue, &all, lang);
        assert!(text.starts_with("cff-version: 1.2.0\n"), "{text}");
        assert!(text.contains(&format!("\nversion: \"{}\"\n", catalogue.release)), "{text}");
        let (_, references) = text.split_once("\nreferences:").unwrap();
        assert_eq!(references.matches("\n  - type: ").count(), all.len());
        let one = cite(CiteFormat::Gbt7714, &[Cited::Catalogue], Things::of(EMBEDDED, "", lang).citing(lang));
        assert!(one.contains(&format!("{}: {}[DS]. ", catalogue.title.get(lang), catalogue.id)), "{one}");
    }
}
