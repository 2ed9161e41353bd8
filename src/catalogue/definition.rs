//! Definitions of the values of the vocabularies in which a statement is coded.

use super::kinds::{AssignedBy, Basis, Grade, Modality, StatementKind, Strength};
use super::statement::{ListKind, Statement};
use crate::words::{DatasetText, DefinitionText as D, Lang};

/// Gives each value of a vocabulary its definition.
macro_rules! defined {
    ($($name:ident { $($value:pat => $text:ident,)* })*) => {
        $(impl $name {
            /// Its definition, with an example.
            pub fn definition(self) -> D {
                match self { $($value => D::$text,)* }
            }
        })*
    };
}

defined! {
    Strength {
        Strength::NotAssessed => NotAssessed,
        Strength::NotStated => NotStated,
        Strength::Absent => Absent,
        Strength::Mentioned => Mentioned,
        Strength::Substantive => Substantive,
        Strength::Core => Core,
    }
    StatementKind {
        StatementKind::Focus => KindFocus,
        StatementKind::Emphasis => KindEmphasis,
        StatementKind::Attention => KindAttention,
        StatementKind::Frame => KindFrame,
        StatementKind::Fact => KindFact,
        StatementKind::Count => KindCount,
        StatementKind::Advice => KindAdvice,
    }
    ListKind {
        ListKind::Closed => ListClosed,
        ListKind::Open => ListOpen,
        ListKind::Partial(_) => ListPartial,
    }
    Basis {
        Basis::Policy => BasisPolicy,
        Basis::Region => BasisRegion,
    }
    Grade {
        Grade::Report => GradeReport,
        Grade::Official => GradeOfficial,
        Grade::Press => GradePress,
        Grade::Reprint => GradeReprint,
        Grade::Own => GradeOwn,
    }
    Modality {
        Modality::States => ModalityStates,
        Modality::Plans => ModalityPlans,
        Modality::Considers => ModalityConsiders,
        Modality::Proposes => ModalityProposes,
    }
    AssignedBy {
        AssignedBy::Source => AssignedBySource,
        AssignedBy::Coder => AssignedByCoder,
    }
}

impl Statement {
    /// The coded values of the statement with their definitions: strength, kind, assignment.
    pub fn definitions(&self, lang: Lang) -> Vec<(&'static str, &'static str)> {
        let list = match self.list {
            ListKind::Closed => None,
            ListKind::Open => Some(DatasetText::ListOpen),
            ListKind::Partial(_) => Some(DatasetText::ListPartial),
        };
        let strength = self.strength.is_given().then(|| (self.strength.name(lang), self.strength.definition()));
        let modality = self.modality.map(|modality| (modality.name(lang), modality.definition()));
        let assigned_by = self.assigned_by.map(|by| (by.name(lang), by.definition()));
        let list = list.map(|name| (name.get(lang), self.list.definition()));
        let kind = (self.kind.name(lang), self.kind.definition());
        let all = [Some(kind), strength, modality, assigned_by, list].into_iter().flatten();
        all.map(|(name, definition)| (name, definition.get(lang))).collect()
    }
}
