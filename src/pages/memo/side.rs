//! The cells side by side: what is compared through which lens, one table with the marks, and the policies meant.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::characters::one_line;
use crate::catalogue::{Basis, EventKind, Period, Policy, Remark, StatementIdx, Strength};
use crate::compare::CompareCell;
use crate::pages::{Block, MemoTable, Paragraph};
use crate::query::{Cell, Row};
use crate::words::{Lang, MemoText as T, TellText};

impl Maker<'_> {
    pub(super) fn side_by_side(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(Paragraph::plain(self.scope())), Block::Table(self.table())];
        blocks.extend(self.legend());
        let listed = self.told().iter().filter(|row| !self.policies(**row).is_empty());
        blocks.extend(listed.map(|row| Block::Small(self.listed(*row))));
        blocks
    }

    pub(super) fn scope(&self) -> String {
        let lang = self.ask.lang;
        let policies_only = self.all.columns.iter().all(|row| matches!(row, Row::Policy(_)));
        let what = if policies_only { T::ComparePolicies } else { T::ComparePlaces };
        let mut text = what.get(lang).to_owned();
        text += &self.say(T::Lens, &[("lens", &self.dated(&self.all.lens.words(self.catalogue(), lang)))]);
        let focuses = self.focuses();
        if focuses.len() < self.catalogue().focuses.len() {
            let names: Vec<String> = focuses.iter().map(|focus| self.focus_name(*focus)).collect();
            text += &self.say(T::OnlyFocuses, &[("focuses", &self.list(&names))]);
        }
        text
    }

    /// The meanings of the marks in the table; none where it has no marks.
    pub(super) fn legend(&self) -> Option<Block> {
        let focuses = self.focuses();
        let told: Vec<(Row, Cell, Vec<StatementIdx>)> =
            focuses.into_iter().flat_map(|focus| self.cells(focus)).collect();
        let cells: Vec<Cell> = told.iter().map(|(_, cell, _)| *cell).collect();
        let of = |basis: Basis| move |cell: &Cell| cell.strength.is_stated() && cell.basis == Some(basis);
        let stated = |basis: Basis| cells.iter().any(of(basis));
        let named = told.iter().filter(|(_, cell, _)| of(Basis::Policy)(cell));
        let named: Vec<StatementIdx> = named.flat_map(|(.., statements)| statements.iter().copied()).collect();
        let own = self.own_bases(named.iter().copied());
        let policy = match (own.is_empty(), named.iter().all(|i| self.own_basis(*i).is_some())) {
            (true, _) => T::LegendPolicy,
            (false, false) => T::LegendPolicyOr,
            (false, true) => T::LegendOwn,
        };
        let any = |is: &dyn Fn(&Cell) -> bool| cells.iter().any(is);
        let all = [
            (stated(Basis::Policy), policy),
            (stated(Basis::Region), T::LegendPlace),
            (any(&|cell| cell.open && cell.strength.is_stated()), T::LegendOpen),
            (any(&|cell| cell.strength == Strength::Absent), T::LegendAbsent),
            (any(&|cell| cell.strength == Strength::NotStated), T::LegendNotStated),
        ];
        let used = all.into_iter().filter(|(used, _)| *used).map(|(_, text)| self.say(text, &[("own", &own)]));
        let used = used.collect::<Vec<_>>().join(T::LegendBetween.get(self.ask.lang));
        (!used.is_empty()).then_some(Block::Small(used))
    }

    pub(super) fn table(&self) -> MemoTable {
        let lang = self.ask.lang;
        let focuses = self.focuses();
        let head = std::iter::once(T::Subject.get(lang).to_owned());
        let head = head.chain(focuses.iter().map(|focus| self.focus_name(*focus))).collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (at, row) in self.all.columns.iter().enumerate() {
            let name = self.name(*row);
            let is_mine = self.all.mine == Some(at);
            rows.push(vec![if is_mine { self.say(T::MineMark, &[("name", &name)]) } else { name }]);
        }
        for focus in focuses {
            for (row, cell) in rows.iter_mut().zip(self.focus_row(focus)) {
                if let CompareCell::Focus { cell, share, .. } = cell {
                    row.push(match cell.strength {
                        // The word alone: its sign says the same.
                        Strength::NotAssessed => cell.strength.name(lang).to_owned(),
                        _ => cell.words_of(*share, lang),
                    });
                }
            }
        }
        MemoTable { head, rows }
    }

    /// The titles of the policies of a row, with number, month and stage.
    fn listed(&self, row: Row) -> String {
        let name = match row {
            Row::Policy(policy) => self.catalogue()[self.catalogue()[policy].region].name.get(self.ask.lang).to_owned(),
            Row::Region(_) => self.name(row),
        };
        let policies = self.policies(row);
        let titles: Vec<String> = policies.iter().map(|i| self.titled(&self.catalogue()[*i])).collect();
        let values: [(&str, &dyn Display); 4] = [
            ("name", &name),
            ("n", &titles.len()),
            ("repealed", &self.repealed(&policies)),
            ("list", &self.list(&titles)),
        ];
        self.say(T::Listed, &values)
    }

    fn titled(&self, policy: &Policy) -> String {
        let lang = self.ask.lang;
        let mut facts: Vec<String> = self.number(policy).map(str::to_owned).into_iter().collect();
        facts.extend([self.dated(&policy.month_words(lang)), policy.stage.name(lang).to_owned()]);
        facts.extend(self.validity(policy));
        let told = [Remark::NOTE, Remark::ASSUMED_STAGE];
        let told =
            policy.remarks.iter().filter(|remark| told.contains(&remark.name.as_str()) && !remark.is_of_notice());
        facts.extend(told.map(|remark| self.remark(remark)));
        let values: [(&str, &dyn Display); 3] =
            [("title", &policy.title.get(lang)), ("facts", &self.list(&facts)), ("short", &self.short_form(policy))];
        self.say(T::PolicyTitle, &values)
    }

    /// From when it is in force and until when, as far as the chosen sources give it: `2024年6月1日施行`, `期限2024年至2026年`.
    fn validity(&self, policy: &Policy) -> Vec<String> {
        let lang = self.ask.lang;
        let of = |kind: EventKind| {
            let event = self.own_event(policy, kind)?;
            Some(self.say(T::VersionSeen, &[("on", &event.on.words(lang)), ("kind", &kind.name(lang))]))
        };
        // A period that its title gives is told with that.
        let is_told = |period: &&Period| {
            self.all.lens.sees(period.source) && period.at.as_deref() != Some(TellText::AtTitle.get(Lang::Zh))
        };
        let span = policy.period.as_ref().filter(is_told);
        let span = span.map(|period| self.span(Some(period.from), period.to));
        let span = span.map(|span| self.say(T::FactSpan, &[("span", &span)]));
        [of(EventKind::InForce), span, of(EventKind::Ends), of(EventKind::Withdrawn)].into_iter().flatten().collect()
    }

    /// `备注：已废止`
    pub(super) fn remark(&self, remark: &Remark) -> String {
        self.say(T::FactRemark, &[("name", &remark.name), ("value", &one_line(&remark.value))])
    }

    /// `，简称《创新策源地方案》`; nothing where the title is as short.
    pub(super) fn short_form(&self, policy: &Policy) -> String {
        let short = policy.short_or_title(self.ask.lang);
        let is_title = short == policy.title.get(self.ask.lang);
        if is_title { String::new() } else { self.say(T::PolicyShort, &[("short", &short)]) }
    }

    /// The number, if its source is in the lens.
    pub(super) fn number<'p>(&self, policy: &'p Policy) -> Option<&'p str> {
        let (number, source) = policy.number.as_ref()?;
        self.all.lens.sees(*source).then_some(number.as_str())
    }
}
