//! Fates of rows: what each would do to the layer, what is to be asked, and where each cell goes.

use super::field::TableField;
use super::mapping::{RowVerdict, ValueRule};
use crate::edit::{FieldProblem, FormField, PolicyForm};
use crate::intake::{CellAt, Doubt};
use crate::words::{ImportText as T, Lang};

/// A row with all that an import would do with it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFate {
    /// The sheet, by its place in the grid.
    pub sheet: usize,
    /// The number of the row.
    pub row: u32,
    /// The texts of its cells with tabs between, by which a mapping knows it.
    pub text: String,
    /// Its effect.
    pub fate: Fate,
    /// The reason that it is no record.
    pub no_record: Option<NoRecord>,
    /// Whether it is kept as a draft, with its problems.
    pub is_draft: bool,
    /// The verdict of the mapping on it.
    pub verdict: Option<RowVerdict>,
    /// The policy as it would be; none of a row that is no record.
    pub form: Option<Box<PolicyForm>>,
    /// The id of the policy of the layer that it is, or of one that it may be.
    pub of: Option<String>,
    /// The fields that change.
    pub changes: Vec<CellChange>,
    /// Its problems and questions, from left to right.
    pub problems: Vec<CellProblem>,
    /// The ways of its cells, by their columns; of those alone that are neither blank nor filled from a merged range.
    pub uses: Vec<(usize, CellUse)>,
}

/// The effect of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// A new policy.
    New,
    /// Nothing: the policy is there, and the same.
    Same,
    /// Changes of a policy that is there.
    Changed,
    /// Nothing, until it is said whether it is the policy that is like it.
    Double,
    /// Nothing but a draft, until its problems are solved.
    Faulty,
    /// Nothing: it is no record.
    NoRecord,
}

impl Fate {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Fate; 6] = [Fate::New, Fate::Same, Fate::Changed, Fate::Double, Fate::Faulty, Fate::NoRecord];

    /// Its name in outputs for programs.
    pub fn id(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Same => "same",
            Fate::Changed => "changed",
            Fate::Double => "double",
            Fate::Faulty => "faulty",
            Fate::NoRecord => "no_record",
        }
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Fate::New => T::FateNew,
            Fate::Same => T::FateSame,
            Fate::Changed => T::FateChanged,
            Fate::Double => T::FateDouble,
            Fate::Faulty => T::FateFaulty,
            Fate::NoRecord => T::FateNoRecord,
        }
        .get(lang)
    }
}

/// The reason that a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoRecord {
    /// The heads again.
    Heads,
    /// A sum: 合计.
    Sum,
    /// A note on the table: 注：.
    Note,
    /// A name of the rows below: 一、省级政策.
    Group,
    /// A row of the template that shows how it is filled in.
    Example,
    /// A running number alone.
    Empty,
    /// The user says so.
    Said,
}

impl NoRecord {
    /// The reason in words.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            NoRecord::Heads => T::IsHeads,
            NoRecord::Sum => T::IsSum,
            NoRecord::Note => T::IsNote,
            NoRecord::Group => T::IsGroup,
            NoRecord::Example => T::IsExample,
            NoRecord::Empty => T::IsEmpty,
            NoRecord::Said => T::IsSaid,
        }
        .get(lang)
    }
}

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// The cell.
    pub at: CellAt,
    /// The field.
    pub field: TableField,
    /// The name of a remark.
    pub name: String,
    /// The value so far; empty where there is none.
    pub old: String,
    /// The new value.
    pub new: String,
}

/// A problem of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellProblem {
    /// The cell; of something that is missing the one where it would stand, or the first of the row.
    pub at: CellAt,
    /// The head of its column.
    pub head: String,
    /// The text of the cell.
    pub raw: String,
    /// The problem.
    pub what: ProblemOf,
    /// Whether the row is not taken with it.
    pub is_in_the_way: bool,
    /// The values to choose from, as a catalogue has them, the likeliest first.
    pub offers: Vec<String>,
    /// The field at fault, where the cell is of a column of another one: its row has no cell for it.
    pub of: Option<TableField>,
}

/// A problem in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemOf {
    /// The text does not settle the value.
    Doubt(Doubt),
    /// The value does not do in a policy.
    Field(FieldProblem),
    /// The cell holds an error of a spreadsheet.
    Error,
    /// The policy with this id is of a catalogue, which is only read.
    ReadOnly(String),
    /// No policy of the layer has this id.
    NoSuchId,
    /// A word that is no strength.
    NoStrength,
    /// An earlier row of the table is the same policy: its number.
    SameRow(u32),
    /// A policy that is there may be the same.
    LikePolicy(String),
}

impl ProblemOf {
    /// The problem as one sentence, without a stop.
    pub fn words(&self, lang: Lang) -> String {
        let text = match self {
            ProblemOf::Doubt(doubt) => return doubt.words(lang),
            ProblemOf::Field(problem) => return problem.message(lang),
            ProblemOf::ReadOnly(id) => return T::IsReadOnly.fill(lang, &[("id", id)]),
            ProblemOf::SameRow(row) => return T::SameRow.fill(lang, &[("row", row)]),
            ProblemOf::LikePolicy(id) => return T::LikePolicy.fill(lang, &[("id", id)]),
            ProblemOf::Error => T::IsError,
            ProblemOf::NoSuchId => T::NoSuchId,
            ProblemOf::NoStrength => T::NoStrength,
        };
        text.get(lang).to_owned()
    }
}

impl CellProblem {
    /// The rule that solves it by a value.
    pub fn rule(&self, value: &str) -> ValueRule {
        let (head, from, of) = (self.head.clone(), self.raw.clone(), self.of.clone());
        ValueRule { head, from, to: value.to_owned(), of }
    }

    /// Whether a place is asked for.
    pub fn asks_place(&self) -> bool {
        match &self.what {
            ProblemOf::Doubt(Doubt::NoPlace(_) | Doubt::NoMyPlace | Doubt::SeveralPlaces(_)) => true,
            ProblemOf::Field(problem) => problem.field == FormField::Region,
            _ => false,
        }
    }

    /// Whether something is to be answered; else it only says how a value was read.
    pub fn is_asking(&self) -> bool {
        self.is_in_the_way || !self.offers.is_empty()
    }

    /// The value of its one-key remedy.
    pub fn fix(&self) -> Option<&str> {
        self.offers.first().map(String::as_str)
    }
}

/// The way of a cell that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellUse {
    /// A head, or what stands above the heads.
    Header,
    /// A value of a field.
    Taken,
    /// A remark.
    Remark,
    /// Left out with its column.
    Ignored,
    /// Not taken: of a row or a sheet that is not.
    NotTaken,
}

/// The ways of the cells of a grid, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conservation {
    /// Heads, and what stands above them.
    pub header: usize,
    /// Values of fields.
    pub taken: usize,
    /// Remarks.
    pub remark: usize,
    /// Cells of columns that are left out.
    pub ignored: usize,
    /// Cells of rows and sheets that are not taken.
    pub not_taken: usize,
}

impl Conservation {
    /// Counts a cell.
    pub fn count(&mut self, of: CellUse) {
        *match of {
            CellUse::Header => &mut self.header,
            CellUse::Taken => &mut self.taken,
            CellUse::Remark => &mut self.remark,
            CellUse::Ignored => &mut self.ignored,
            CellUse::NotTaken => &mut self.not_taken,
        } += 1;
    }

    /// All cells together: those of the grid that are neither blank nor filled from a merged range.
    pub fn total(&self) -> usize {
        let Conservation { header, taken, remark, ignored, not_taken } = self;
        header + taken + remark + ignored + not_taken
    }
}
