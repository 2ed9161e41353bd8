//! Pace: planned times against the time passed, in words.
//!
//! Steps without a time have no plan, and no pace is computed that would rest on one.

use std::time::Duration;

use super::Step;
use crate::words::{Lang, WalkText as T};

/// Near the end, pace is told in this unit.
const NEAR_THE_END: Duration = Duration::from_secs(10);

/// The pace of a show against its plan, in whole minutes, near its end in tens of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// As planned, give or take half of the unit.
    OnTime,
    /// Behind.
    Slow(Duration),
    /// Ahead.
    Fast(Duration),
}

impl Pace {
    /// The pace at a step: behind where its time is used up, ahead where that of the steps before it is not. None
    /// where one of these steps has no time; skipped steps need none.
    pub fn of(steps: &[Step], at: usize, elapsed: Duration) -> Option<Pace> {
        Pace::in_units(Duration::from_mins(1), steps, at, elapsed)
    }

    /// The same near the end, where half a minute is much.
    pub fn near_the_end(steps: &[Step], at: usize, elapsed: Duration) -> Option<Pace> {
        Pace::in_units(NEAR_THE_END, steps, at, elapsed)
    }

    fn in_units(unit: Duration, steps: &[Step], at: usize, elapsed: Duration) -> Option<Pace> {
        let before = planned(steps.get(..at)?)?;
        let through = before + planned(steps.get(at..=at)?)?;
        let unit = unit.as_secs().max(1);
        let rounded = |by: Duration| Duration::from_secs((by.as_secs() + unit / 2) / unit * unit);
        let (late, early) = (rounded(elapsed.saturating_sub(through)), rounded(before.saturating_sub(elapsed)));
        Some(match (late.is_zero(), early.is_zero()) {
            (true, true) => Pace::OnTime,
            (true, false) => Pace::Fast(early),
            (false, _) => Pace::Slow(late),
        })
    }

    /// In words: 慢 2 分.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Pace::OnTime => T::OnTime.get(lang).to_owned(),
            Pace::Slow(by) => T::Slow.fill(lang, &[("by", &apart(by, lang))]),
            Pace::Fast(by) => T::Fast.fill(lang, &[("by", &apart(by, lang))]),
        }
    }
}

/// `2 分`, `40 秒`, `1 分 20 秒`.
fn apart(by: Duration, lang: Lang) -> String {
    let (minutes, seconds) = (by.as_secs() / 60, by.as_secs() % 60);
    let parts = [(T::Minutes, minutes), (T::Seconds, seconds)].into_iter().filter(|(_, n)| *n > 0);
    parts.map(|(unit, n)| unit.fill(lang, &[("n", &n)])).collect::<Vec<_>>().join(" ")
}

/// The remaining planned time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// The time left.
    Left(Duration),
    /// The time over.
    Over(Duration),
}

impl Remaining {
    /// The remaining time of a whole walk; none where a step that is not skipped has no time.
    pub fn of(steps: &[Step], elapsed: Duration) -> Option<Remaining> {
        let planned = planned(steps)?;
        Some(match elapsed.checked_sub(planned) {
            Some(over) if !over.is_zero() => Remaining::Over(over),
            _ => Remaining::Left(planned.saturating_sub(elapsed)),
        })
    }

    /// Whether the end is near, or past.
    pub fn is_near(self) -> bool {
        match self {
            Remaining::Left(time) => time <= Duration::from_mins(2),
            Remaining::Over(_) => true,
        }
    }

    /// In words: 剩 4:30.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Remaining::Left(time) => T::TimeLeft.fill(lang, &[("time", &clock(time))]),
            Remaining::Over(time) => T::TimeOver.fill(lang, &[("time", &clock(time))]),
        }
    }
}

/// A time as on a clock: `4:30`, `1:04:30`.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The seconds of a typed time: `4:30`, `1:04:30`, or `4` for minutes. A day and more is a slip.
pub fn read_clock(text: &str) -> Option<u32> {
    let mut parts = Vec::new();
    for part in text.trim().split([':', '\u{FF1A}']) {
        let is_number = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        parts.push(part.parse::<u32>().ok().filter(|_| is_number)?);
    }
    let seconds = match parts.as_slice() {
        [minutes] => minutes * 60,
        [minutes, seconds @ 0..60] => minutes * 60 + seconds,
        [hours, minutes @ 0..60, seconds @ 0..60] => hours * 3600 + minutes * 60 + seconds,
        _ => return None,
    };
    (seconds < 86_400).then_some(seconds)
}

/// The planned time of these steps; none where one that is not skipped has none.
fn planned(steps: &[Step]) -> Option<Duration> {
    steps.iter().filter(|step| !step.skip).map(|step| step.seconds.map(|s| Duration::from_secs(u64::from(s)))).sum()
}
