//! Claims of a share: a part of a whole, by whole numbers only.

use std::cmp::Ordering;

use super::{Verdict, percent, round};
use crate::catalogue::Percent;
use crate::words::{CompareText as T, Lang};

/// A part of a whole, and the share that the source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// Whether the part is a floor, and so the share.
    pub at_least: bool,
    /// The whole.
    pub whole: u32,
    /// The stated percentage; none where the source gives none.
    pub stated: Option<Percent>,
}

impl Share {
    /// Agrees where the share equals the stated one at its printed precision. A floor below the stated share is no
    /// contradiction; one above it always is.
    pub(super) fn verdict(self) -> Verdict {
        let Some(stated) = self.stated else {
            return Verdict::Shown;
        };
        if self.whole == 0 {
            return Verdict::CannotBeChecked;
        }
        let (steps, stated) = if stated.is_whole() { (100, stated.tenths / 10) } else { (1000, stated.tenths) };
        let share = round(i128::from(self.part) * steps, i128::from(self.whole));
        match (share.cmp(&i128::from(stated)), self.at_least) {
            (Ordering::Equal, false) => Verdict::Agrees,
            (Ordering::Equal | Ordering::Less, true) => Verdict::CannotBeChecked,
            _ => Verdict::Differs,
        }
    }

    /// `46 / 130 = 35.4%`.
    pub(super) fn formula(self, lang: Lang) -> String {
        let words = match (self.whole, self.at_least) {
            (0, _) => T::ShareOfNone,
            (_, true) => T::ShareFloorFormula,
            (_, false) => T::ShareFormula,
        };
        words.fill(lang, &[("part", &self.part), ("whole", &self.whole), ("share", &self.percent())])
    }

    /// The share and the stated percentage, which is given in words.
    pub(super) fn found(self, stated: Option<String>, lang: Lang) -> String {
        let words = match (self.whole, self.at_least) {
            (0, _) => T::ShareNotFound,
            (_, true) => T::ShareFloorFound,
            (_, false) => T::ShareFound,
        };
        let stated = match stated {
            Some(stated) => T::ShareStated.fill(lang, &[("stated", &stated)]),
            None => T::ShareNotStated.get(lang).to_owned(),
        };
        words.fill(lang, &[("share", &self.percent()), ("stated", &stated)])
    }

    /// A floor is never rounded up.
    fn percent(self) -> String {
        if self.at_least {
            percent(i128::from(self.part) * 1000 / i128::from(self.whole.max(1)), 1000)
        } else {
            percent(i128::from(self.part), self.whole)
        }
    }
}
