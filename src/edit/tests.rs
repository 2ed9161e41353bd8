//! Tests of edits: what a form writes is read back, one value changed is one value of the text, and every step leads back.

use proptest::prelude::*;

use super::*;
use crate::catalogue::{EMBEDDED, EventKind, File, Loaded, NamedRelease, SameVerdict, Severity, Strength, load_stack};
use crate::words::Lang;

pub(super) const WRITER: FormContext<'_> = FormContext { tag: "k7qa", today: "2026-11-28" };

/// A layer as somebody writes it by hand.
const BY_HAND: &str = include_str!("by_hand.ron");

pub(super) fn focuses() -> Vec<String> {
    ["compute", "algorithm", "data", "application", "enterprise"].map(str::to_owned).to_vec()
}

pub(super) fn new_layer() -> String {
    let over = [NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() }];
    NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &over }.text()
}

pub(super) fn form() -> PolicyForm {
    let mut form = PolicyForm::new("340100", focuses());
    form.title = "合肥市“示例”\\措施".into();
    form.date = "2024-05-06".into();
    form.number = "合政办〔2024〕99号".into();
    form.issuer = "合肥市人民政府办公室".into();
    form.link = "https://www.example.gov.cn/a".into();
    (form.from, form.to) = ("2024".into(), "2026-12".into());
    form.note = "数字经济处".into();
    form.focuses[0].strength = Some(Strength::Substantive);
    form.focuses[0].quote = "每年安排算力券1000万元。".into();
    form.focuses[0].at = "二（一）".into();
    form.is_read = true;
    form
}

pub(super) fn loaded(layer: &str) -> Loaded {
    let base = File { name: "base", bytes: EMBEDDED.as_bytes() };
    load_stack(&[base, File { name: "layer", bytes: layer.as_bytes() }])
}

/// The problems of a layer over the embedded catalogue, drafts left out.
pub(super) fn faults(layer: &str) -> Vec<String> {
    let problems = loaded(layer).problems;
    let faults = problems.iter().filter(|problem| problem.severity != Severity::Draft);
    faults.map(|problem| problem.line("layer", Lang::En)).collect()
}

#[track_caller]
fn made(text: &str, form: &PolicyForm, before: Option<&PolicyForm>) -> (Patched, String) {
    let (edits, id) = form.edits(before, text, WRITER);
    let patched = apply(text, &edits).unwrap();
    assert_eq!(patched.patches.inverse().apply(&patched.text).unwrap(), text, "it leads back");
    assert_eq!(patched.patches.apply(text).unwrap(), patched.text, "and forward again");
    (patched, id)
}

#[test]
fn white_space_around_a_value_is_no_change_of_it() {
    let text = BY_HAND.replace("region: \"330300\"", "region: \" 330300\"").replace("手写的措施", "手写的措施 ");
    assert_ne!(text, BY_HAND);
    let read = PolicyForm::read_from(&OpenLayer::of(&text), "330300-2024-k7qa1", focuses()).unwrap();
    assert_eq!(read.edits(Some(&read), &text, WRITER), (Vec::new(), "330300-2024-k7qa1".to_owned()));
    let (changed, id) = made(&text, &PolicyForm { region: "340100".into(), ..read.clone() }, Some(&read));
    assert_eq!(id, "340100-2024-k7qa1");
    assert!(changed.text.contains("手写的措施 "), "what was not changed stays as it was written");
}

/// The form without its places in a text.
fn typed(form: &PolicyForm) -> PolicyForm {
    let mut form = form.clone();
    form.saved = None;
    form.is_held = false;
    form.forget();
    form
}

#[test]
fn a_form_is_written_as_sound_records_and_read_back() {
    let text = new_layer();
    assert_eq!(faults(&text), Vec::<String>::new());
    let (first, id) = made(&text, &form(), None);
    let mut two = form();
    two.focuses[1].strength = Some(Strength::Mentioned);
    let (both, _) = made(&text, &two, None);
    assert!(!both.text.contains("\n    \n") && !both.text.contains("\n\n"), "{}", both.text);
    assert_eq!(faults(&both.text), Vec::<String>::new(), "{}", both.text);
    assert_eq!(id, "340100-2024-k7qa1");
    assert_eq!(faults(&first.text), Vec::<String>::new(), "{}", first.text);
    let read = PolicyForm::read(&first.text, &id, focuses()).unwrap();
    assert_eq!(typed(&read), form());
    let (second, other) = made(&first.text, &form(), None);
    assert_eq!(other, "340100-2024-k7qa2");
    assert_eq!(faults(&second.text), Vec::<String>::new());
    let catalogue = loaded(&second.text).catalogue.unwrap();
    assert_eq!(catalogue.policies.len(), 14);
    let policy = &catalogue[catalogue.policy_by_id(&id).unwrap()];
    assert_eq!(policy.month.unwrap().to_string(), "2024-05");
    // Taken out again, nothing of it stays.
    let (_, gone) = (id, PolicyForm::read(&second.text, &other, focuses()).unwrap().removal(&second.text));
    assert_eq!(apply(&second.text, &gone).unwrap().text, first.text);
}

#[test]
fn one_value_changed_is_one_value_of_the_text() {
    type Change = fn(&mut PolicyForm);
    let changes: [(Change, &str, &str); 9] = [
        (|form| form.title = "新题名".into(), "(zh: \"手写的措施\")", "(zh: \"新题名\")"),
        (|form| form.date = "2024-06".into(), "\"2024-05-06\"", "\"2024-06\""),
        (|form| form.dated = EventKind::Issued, "kind: Published", "kind: Issued"),
        (|form| form.number = "温政发〔2024〕8号".into(), "温政发〔2024〕7号", "温政发〔2024〕8号"),
        (
            |form| form.link = "https://www.example.gov.cn/2".into(),
            "https://www.example.gov.cn/1",
            "https://www.example.gov.cn/2",
        ),
        (|form| form.focuses[0].quote = "另一句。".into(), "quote: r#\"每年\"安排\"算力券。\"#", "quote: \"另一句。\""),
        (|form| form.focuses[0].strength = Some(Strength::Core), "strength: Substantive", "strength: Core"),
        (
            |form| form.issuer = "温州市".into(),
            "on: \"2024-05-06\", source: \"k7qa-1\")],",
            "on: \"2024-05-06\", source: \"k7qa-1\")],\n            issuers: [(name: (zh: \"温州市\"), source: \"k7qa-1\")],",
        ),
        (|form| form.note.clear(), "remarks: [(name: \"备注\", value: \"手记\")], ", "remarks: [], "),
    ];
    for text in [BY_HAND.to_owned(), BY_HAND.replace('\n', "\r\n")] {
        assert_eq!(faults(&text), Vec::<String>::new());
        let before = PolicyForm::read(&text, "330300-2024-k7qa1", focuses()).unwrap();
        assert_eq!(made(&text, &before, Some(&before)).0.text, text, "a form that was not changed changes nothing");
        for (change, old, new) in &changes {
            let mut after = before.clone();
            change(&mut after);
            assert_eq!(text.matches(old).count(), 1, "{old}");
            let (patched, _) = made(&text, &after, Some(&before));
            let end = if text.contains('\r') { "\r\n" } else { "\n" };
            assert_eq!(patched.text, text.replace(old, &new.replace('\n', end)));
            assert_eq!(faults(&patched.text), Vec::<String>::new(), "{new}");
        }
    }
}

/// A record with more than a form shows.
const RICH: &str = r#"(
    schema: 2, id: "layer-k7qa", release: "2026-11-28", title: (zh: "多"), layer: (kind: Own, tag: "k7qa"),
    over: [(id: "ccid-2023-3", release: "2026.2")], default_sources: ["k7qa-1"],
    sources: [(id: "k7qa-1", grade: Official, title: "网站", covers: Policies(["330300-2024-k7qa1", "330300-2024-k7qa2"]))],
    policies: [
        (id: "330300-2024-k7qa1", region: "330300", title: (zh: "甲", en: "A"), short: (zh: "短"), stage: Final,
            issuers: [(name: (zh: "一办"), source: "k7qa-1"), (name: (zh: "二局"), source: "k7qa-1")],
            events: [(kind: InForce, on: "2024-07-01", source: "k7qa-1")],
            remarks: [(name: "责任处室", value: "数字经济处")], was: ["330300-2024-k7qa9"]),
        (id: "330300-2024-k7qa2", region: "330300", title: (zh: "乙"), stage: Final),
    ],
    statements: [
        (id: "k7qa-s1", kind: Focus, of: Policy("330300-2024-k7qa1"), focuses: ["compute"], strength: Mentioned, list: Closed,
            assigned_by: Coder, summary: (zh: "算力一句。"), quote: "算力一句。", source: "k7qa-1"),
        (id: "k7qa-s2", kind: Focus, of: Policy("330300-2024-k7qa1"), focuses: ["compute"], strength: Core, list: Closed,
            assigned_by: Coder, summary: (zh: "第二条"), source: "k7qa-1"),
        (id: "k7qa-s3", kind: Fact, of: Policy("330300-2024-k7qa1"), summary: (zh: "一个事实"), source: "k7qa-1"),
    ],
)
"#;

#[test]
fn what_a_form_does_not_show_is_neither_lost_nor_changed() {
    type Change = fn(&mut PolicyForm);
    let id = "330300-2024-k7qa1";
    assert_eq!(faults(RICH), Vec::<String>::new());
    let before = PolicyForm::read(RICH, id, focuses()).unwrap();
    let cases: [(Change, &str, &str); 7] = [
        (
            |form| form.date = "2024-05".into(),
            "source: \"k7qa-1\")],\n            remarks",
            "source: \"k7qa-1\"), (kind: Published, on: \"2024-05\", source: \"k7qa-1\")],\n            remarks",
        ),
        (|form| form.note = "记".into(), "数字经济处\")]", "数字经济处\"), (name: \"备注\", value: \"记\")]"),
        (|form| form.issuer.clear(), "(name: (zh: \"一办\"), source: \"k7qa-1\"), ", ""),
        (|form| form.is_read = false, "Policies", "Policies"),
        (
            |form| form.focuses[1].quote = "改过。".into(),
            "(zh: \"算力一句。\"), quote: \"算力一句。\"",
            "(zh: \"改过。\"), quote: \"改过。\"",
        ),
        (
            |form| form.stage = crate::catalogue::Stage::Draft,
            "short: (zh: \"短\"), stage: Final",
            "short: (zh: \"短\"), stage: Draft",
        ),
        (|_| {}, "layer-k7qa", "layer-k7qa"),
    ];
    for (change, old, new) in cases {
        let mut after = before.clone();
        change(&mut after);
        assert_eq!(RICH.matches(old).count(), 1, "{old}");
        let (patched, kept) = made(RICH, &after, Some(&before));
        assert_eq!((patched.text.as_str(), kept.as_str()), (RICH.replace(old, new).as_str(), id));
        assert_eq!(faults(&patched.text), Vec::<String>::new(), "{new}");
    }
    // Another place is another id; everything that refers to it follows.
    let (moved, id) = made(RICH, &PolicyForm { region: "340100".into(), ..before.clone() }, Some(&before));
    assert_eq!(id, "340100-2024-k7qa1");
    assert_eq!(faults(&moved.text), Vec::<String>::new(), "{}", moved.text);
    let catalogue = loaded(&moved.text).catalogue.unwrap();
    let policy = &catalogue[catalogue.policy_by_id(&id).unwrap()];
    assert_eq!(policy.was, ["330300-2024-k7qa9", "330300-2024-k7qa1"]);
    assert_eq!((policy.issuers.len(), policy.events.len(), policy.remarks.len()), (2, 1, 1));
    let of = |catalogue: &crate::catalogue::Catalogue, id: &str| {
        let policy = crate::catalogue::Of::Policy(catalogue.policy_by_id(id).unwrap());
        catalogue.statements.iter().filter(|s| s.of == policy).count()
    };
    assert_eq!(of(&catalogue, &id), 3);
    // Taken out, it goes with all that is said of it and leaves the source of others.
    let gone = apply(RICH, &before.removal(RICH)).unwrap().text;
    assert_eq!(faults(&gone), Vec::<String>::new(), "{gone}");
    let catalogue = loaded(&gone).catalogue.unwrap();
    assert_eq!((catalogue.policies.len(), of(&catalogue, "330300-2024-k7qa2")), (13, 0));
}

#[test]
fn each_sentence_of_a_focus_is_a_row_of_the_form_and_changes_alone() {
    let id = "330300-2024-k7qa1";
    let before = PolicyForm::read(RICH, id, focuses()).unwrap();
    let rows = |form: &PolicyForm| {
        let of = |focus: &FocusForm| (focus.id.clone(), focus.strength, focus.quote.clone());
        form.focuses.iter().take(2).map(of).collect::<Vec<_>>()
    };
    let compute = |strength, quote: &str| ("compute".to_owned(), Some(strength), quote.to_owned());
    // The strongest stands first, as the cell has it.
    assert_eq!(rows(&before), [compute(Strength::Core, ""), compute(Strength::Mentioned, "算力一句。")]);
    assert_eq!((before.focuses.len(), before.focus_ids()), (6, focuses()));
    let mut after = before.clone();
    after.focuses[0].quote = "核心一句。".into();
    after.focuses[1] = FocusForm { strength: None, quote: String::new(), ..after.focuses[1].clone() };
    let (patched, _) = made(RICH, &after, Some(&before));
    assert_eq!(faults(&patched.text), Vec::<String>::new(), "{}", patched.text);
    let read = PolicyForm::read(&patched.text, id, focuses()).unwrap();
    assert_eq!(rows(&read)[0], compute(Strength::Core, "核心一句。"));
    assert_eq!(read.focuses.len(), 5, "the other one is gone");
    // Nor is one lost in a copy of the policy.
    let copy = before.copied();
    let (both, other) = made(RICH, &copy, None);
    assert_eq!(faults(&both.text), Vec::<String>::new(), "{}", both.text);
    assert_eq!(rows(&PolicyForm::read(&both.text, &other, focuses()).unwrap()), rows(&before));
}

#[test]
fn other_dates_come_change_and_go_alone() {
    use EventKind::{ConsultationOpen, Ends, InForce, Issued, Withdrawn};
    type Change = fn(&mut Vec<DateForm>);
    let date = |kind, on: &str| DateForm::new(kind, on);
    let mut form = form();
    form.dates = vec![date(InForce, "2024-06-01"), date(Ends, "2026-12-31"), date(Issued, "2024-05")];
    let text = made(&new_layer(), &form, None).0.text;
    let before = PolicyForm::read(&text, "340100-2024-k7qa1", focuses()).unwrap();
    assert_eq!(typed(&before), form);
    let cases: [(Change, &str); 7] = [
        (|_| {}, "InForce 2024-06-01, Ends 2026-12-31, Issued 2024-05"),
        (|dates| dates[1].kind = Withdrawn, "InForce 2024-06-01, Withdrawn 2026-12-31, Issued 2024-05"),
        (|dates| dates[0].on = "2024-07".into(), "InForce 2024-07, Ends 2026-12-31, Issued 2024-05"),
        (|dates| _ = dates.remove(0), "Ends 2026-12-31, Issued 2024-05"),
        (|dates| dates.truncate(1), "InForce 2024-06-01"),
        (|dates| dates[0].on.clear(), "Ends 2026-12-31, Issued 2024-05"),
        (
            |dates| {
                dates.drain(..2);
                dates.push(DateForm::new(ConsultationOpen, "2024-03-01"));
            },
            "Issued 2024-05, ConsultationOpen 2024-03-01",
        ),
    ];
    for (change, expected) in cases {
        let mut after = before.clone();
        change(&mut after.dates);
        let (patched, id) = made(&text, &after, Some(&before));
        assert_eq!(faults(&patched.text), Vec::<String>::new(), "{}", patched.text);
        let read = PolicyForm::read(&patched.text, &id, focuses()).unwrap();
        let told: Vec<String> = read.dates.iter().map(|date| format!("{:?} {}", date.kind, date.on)).collect();
        assert_eq!((told.join(", ").as_str(), &read.date), (expected, &form.date));
    }
}

#[test]
fn the_source_of_a_form_goes_with_its_policy() {
    let text = made(&new_layer(), &form(), None).0.text;
    let before = PolicyForm::read(&text, "340100-2024-k7qa1", focuses()).unwrap();
    let after = PolicyForm { title: "改过的题名".into(), issuer: "另一机关".into(), ..before.clone() };
    let page = made(&text, &after, Some(&before)).0.text;
    assert!(page.contains("title: \"改过的题名\"") && page.contains("publisher: \"另一机关\""), "{page}");
    let ledger = PolicyForm { link: String::new(), ..before.clone() };
    let ledger = made(&text, &ledger, Some(&before)).0.text;
    for gone in ["publisher", "address", "Official"] {
        assert!(!ledger.contains(gone), "{gone}: {ledger}");
    }
    assert!(ledger.contains("grade: Own") && ledger.contains("title: \"本单位登记\""), "{ledger}");
    assert_eq!(faults(&ledger), Vec::<String>::new());
}

#[test]
fn a_sentence_without_a_strength_is_kept_in_a_draft() {
    let mut form = form();
    form.focuses[3].quote = "应用一句。".into();
    let (draft, id) = made(&new_layer(), &form, None);
    assert_eq!(faults(&draft.text), Vec::<String>::new(), "{}", draft.text);
    assert_eq!(loaded(&draft.text).catalogue.unwrap().drafts.len(), 1);
    assert_eq!(typed(&PolicyForm::read(&draft.text, &id, focuses()).unwrap()), form);
}

#[test]
fn half_a_form_is_a_draft_in_the_file_and_becomes_a_policy() {
    let mut half = PolicyForm::new("", focuses());
    half.title = "还没有地区".into();
    half.focuses[2].strength = Some(Strength::Mentioned);
    half.focuses[2].quote = "数据一句。".into();
    let (draft, id) = made(&new_layer(), &half, None);
    assert_eq!(faults(&draft.text), Vec::<String>::new(), "{}", draft.text);
    let catalogue = loaded(&draft.text).catalogue.unwrap();
    assert_eq!((catalogue.policies.len(), catalogue.drafts.len()), (12, 1));
    let read = PolicyForm::read(&draft.text, &id, focuses()).unwrap();
    assert_eq!(typed(&read), half);
    let whole = PolicyForm { region: "340100".into(), is_held: false, ..read.clone() };
    let (sound, id) = made(&draft.text, &whole, Some(&read));
    assert_eq!(id.get(..7), Some("340100-"));
    assert_eq!(faults(&sound.text), Vec::<String>::new(), "{}", sound.text);
    let catalogue = loaded(&sound.text).catalogue.unwrap();
    assert_eq!((catalogue.policies.len(), catalogue.drafts.len()), (13, 0));
    // Another place is another id, and the earlier one is not lost.
    let read = PolicyForm::read(&sound.text, &id, focuses()).unwrap();
    let (moved, new) = made(&sound.text, &PolicyForm { region: "340200".into(), ..read.clone() }, Some(&read));
    let catalogue = loaded(&moved.text).catalogue.unwrap();
    assert_eq!(catalogue[catalogue.policy_by_id(&new).unwrap()].was, [id]);
}

#[test]
fn a_text_that_cannot_be_cut_into_records_is_not_changed() {
    let broken = BY_HAND.replacen("title: (zh: \"手写", "title: (zh: 手写", 1);
    assert_eq!(
        apply(&broken, &[RecordEdit::Take(crate::catalogue::List::Policies, "x".into())]),
        Err(EditFault::Broken)
    );
    let gone = RecordEdit::Take(crate::catalogue::List::Policies, "x".into());
    assert_eq!(apply(BY_HAND, &[gone]), Err(EditFault::NotThere("x".into())));
}

#[test]
fn each_problem_stands_at_its_field_with_the_value_that_was_meant() {
    type Change = fn(&mut PolicyForm);
    let cases: [(Change, &str, Option<&str>); 10] = [
        (|form| form.region.clear(), "Region choose a place", None),
        (|form| form.title = " ".into(), "Title a title is needed", None),
        (
            |form| form.date = "2023-13".into(),
            "Date \"2023-13\" is no date: write 2024, 2024-05 or 2024-05-06",
            Some("2023-12"),
        ),
        (
            |form| form.date = "2023年2月30日".into(),
            "Date \"2023年2月30日\" is no date: write 2024, 2024-05 or 2024-05-06",
            Some("2023-02-28"),
        ),
        (
            |form| form.date = "2023/5/30".into(),
            "Date \"2023/5/30\" is no date: write 2024, 2024-05 or 2024-05-06",
            Some("2023-05-30"),
        ),
        (|form| form.date.clear(), "Date no date: month unknown, not in charts by month", None),
        (|form| form.to = "2023".into(), "To the period ends (2023) before it begins", None),
        (
            |form| form.link = "www.example.gov.cn/a".into(),
            "Link it begins with http:// or https://",
            Some("https://www.example.gov.cn/a"),
        ),
        (
            |form| form.title += "（征求意见稿）",
            "Stage the title calls it a draft for comment, and the stage says final text",
            None,
        ),
        (|form| form.focuses[0].quote.clear(), "Focus(0) no sentence yet: others can check it by one", None),
    ];
    assert_eq!(problems(&form()), []);
    for (change, expected, fix) in cases {
        let mut form = form();
        change(&mut form);
        let found = problems(&form);
        let told: Vec<String> = found.iter().map(|one| format!("{:?} {}", one.field, one.message(Lang::En))).collect();
        assert_eq!(told, [expected]);
        assert_eq!(found[0].fix.as_ref().map(|fix| fix.value.as_str()), fix, "{expected}");
    }
}

/// A change of a layer in a random run.
#[derive(Clone, Debug)]
enum Step {
    Add(String),
    Change(usize, String),
    Remove(usize),
}

fn steps(many: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    let text = "[a-z\"\\\\《》，。 \n]{1,8}";
    let step = prop_oneof![
        text.prop_map(Step::Add),
        (any::<usize>(), text).prop_map(|(n, text)| Step::Change(n, text)),
        any::<usize>().prop_map(Step::Remove),
    ];
    prop::collection::vec(step, many)
}

/// The edits of a step; none where there is no policy that it could touch.
fn edits_of(step: Step, text: &str) -> Option<Vec<RecordEdit>> {
    let spans = crate::catalogue::Spans::of(text);
    let ids: Vec<String> = spans.records(crate::catalogue::List::Policies).map(|(id, _)| id).collect();
    let nth = |n: usize| ids.get(n % ids.len().max(1)).and_then(|id| PolicyForm::read(text, id, focuses()));
    Some(match step {
        Step::Add(title) => PolicyForm { title, ..form() }.edits(None, text, WRITER).0,
        Step::Change(n, quote) => {
            let before = nth(n)?;
            let mut after = before.clone();
            after.focuses[n % 5].strength = Some(Strength::Mentioned);
            after.focuses[n % 5].quote = quote.trim().to_owned();
            after.note = quote;
            after.edits(Some(&before), text, WRITER).0
        }
        Step::Remove(n) => nth(n)?.removal(text),
    })
}

/// Makes the steps, takes all of them back and makes them again; the same beside a change before all of it, and one
/// behind.
fn check_leads_back(start: String, steps: Vec<Step>) {
    let mut states = vec![start];
    let mut patches = Vec::new();
    for step in steps {
        let text = states.last().unwrap();
        let Some(edits) = edits_of(step, text) else { continue };
        let patched = apply(text, &edits).unwrap();
        patches.push(patched.patches);
        states.push(patched.text);
    }
    let last = states.last().unwrap().clone();
    assert_eq!(faults(&last), Vec::<String>::new());
    for around in [|text: &str| format!("// 注\n{text}"), |text: &str| format!("{text}// 注")] {
        let (mut now, mut stretch) = (around(&last), Stretch::between(&last, &around(&last)));
        for (patch, before) in patches.iter().zip(&states).rev() {
            now = patch.inverse().beside(&mut stretch).unwrap().apply(&now).unwrap();
            assert_eq!(now, around(before));
        }
    }
    let mut now = last;
    for (patch, before) in patches.iter().zip(&states).rev() {
        now = patch.inverse().apply(&now).unwrap();
        assert_eq!(&now, before);
    }
    for (patch, after) in patches.iter().zip(states.iter().skip(1)) {
        now = patch.apply(&now).unwrap();
        assert_eq!(&now, after);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_run_of_edits_leads_back_and_forward_to_the_same_bytes(steps in steps(0..40), by_hand in any::<bool>()) {
        check_leads_back(if by_hand { BY_HAND.replace('\n', "\r\n") } else { new_layer() }, steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_edits_lead_back_and_forward_to_the_same_bytes(steps in steps(1000)) {
        check_leads_back(new_layer(), steps);
    }
}

/// A layer with an answer about its policy, by hand.
fn with_answer() -> String {
    BY_HAND.replacen("policies: [", "same: [\n        // 核对过\n        (a: \"110000-2023-1\", b: \"330300-2024-k7qa1\", verdict: Distinct),\n    ],\n    policies: [", 1)
}

#[test]
fn answers_about_doubles_are_given_changed_and_taken_back() {
    let pair = ["330300-2024-k7qa1", "110000-2023-1"];
    let text = with_answer();
    let said = |text: &str, verdict| apply(text, &same_answer(text, pair, verdict)).unwrap().text;
    let changed = said(&text, Some(SameVerdict::Same));
    assert_eq!(changed.matches("verdict:").count(), 1, "{changed}");
    assert!(changed.contains("(a: \"330300-2024-k7qa1\", b: \"110000-2023-1\", verdict: Same)"), "{changed}");
    assert!(!said(&text, None).contains("verdict:"));
    let first = said(BY_HAND, Some(SameVerdict::Distinct));
    assert!(first.contains("same: [(a: \"330300-2024-k7qa1\", b: \"110000-2023-1\", verdict: Distinct)]"), "{first}");
    assert_eq!(said(BY_HAND, None), BY_HAND);
}

#[test]
fn an_answer_goes_with_its_policy_and_follows_its_id() {
    let text = with_answer();
    let form = PolicyForm::read(&text, "330300-2024-k7qa1", []).unwrap();
    let gone = apply(&text, &form.removal(&text)).unwrap().text;
    assert!(!gone.contains("verdict:"), "{gone}");
    let mut other = form.clone();
    other.region = "330200".to_owned();
    let (edits, id) = other.edits(Some(&form), &text, FormContext { tag: "k7qa", today: "2026-12-01" });
    let moved = apply(&text, &edits).unwrap().text;
    assert!(moved.contains(&format!("b: \"{id}\", verdict: Distinct")), "{moved}");
    let renumbered = apply(&text, &renumber(&text, "m3np").unwrap()).unwrap().text;
    assert!(renumbered.contains("b: \"330300-2024-m3np1\", verdict: Distinct"), "{renumbered}");
}
