//! Tests of work: the kinds that may begin beside each other, and the refusal of the others.

use super::*;
use crate::export::{Extent, Format};

const ROWS: Output = Output::View(Format::Csv, Extent::View);

fn write(name: &str) -> Action {
    Action::Do(Effect::Write { path: name.into(), what: ROWS })
}

fn load(name: &str) -> Action {
    Action::Do(Effect::Load(name.into()))
}

/// A session over a file, since only that can be read again.
fn over_a_file() -> Session {
    let mut data = data();
    data.origin = Origin::File("/a/mine.ron".into());
    Session::new(data, Settings::default())
}

/// Begins work, then asks for another piece of it: which of the kinds may begin, and the file whose bar is shown.
#[track_caller]
fn check_work(first: Option<Action>, second: Action, may: [bool; 3], bar: &str) {
    let mut session = over_a_file();
    if let Some(first) = first {
        assert_eq!(session.apply(first).len(), 1);
    }
    let answers = [Work::Open, Work::Reread, Work::Write].map(|work| session.may(work));
    assert_eq!(answers, may);
    let is_refused = match &second {
        Action::Do(effect) => effect.work().is_some_and(|work| !session.may(work)),
        _ => !session.may(Work::Reread),
    };
    let effects = session.apply(second);
    assert_eq!(effects.is_empty(), is_refused, "{effects:?}");
    let notice = session.pointing().notice.as_ref();
    assert_eq!(notice.is_some_and(|notice| notice.is_error && notice.text.contains(bar)), is_refused, "{notice:?}");
    assert_eq!(session.job().map(|job| job.name.as_str()), Some(bar));
    session.apply(Action::Ended);
    assert!([Work::Open, Work::Reread, Work::Write].into_iter().all(|work| session.may(work)));
}

#[test]
fn one_piece_of_work_at_a_time_and_the_file_asked_for_last_is_the_one_wanted() {
    let reload = || Action::Do(Effect::Reload);
    let take = || Action::Disk(Disk::Take);
    check_work(None, load("/b/other.ron"), [true; 3], "other.ron");
    check_work(None, reload(), [true; 3], "mine.ron");
    check_work(None, take(), [true; 3], "mine.ron");
    check_work(None, write("/b/rows.csv"), [true; 3], "rows.csv");
    for first in [load("/b/other.ron"), reload()] {
        check_work(Some(first), load("/b/third.ron"), [true, false, false], "third.ron");
    }
    check_work(Some(load("/b/other.ron")), write("/b/rows.csv"), [true, false, false], "other.ron");
    check_work(Some(reload()), reload(), [true, false, false], "mine.ron");
    for second in [load("/b/other.ron"), reload(), take(), write("/b/again.csv"), Action::Do(Effect::PickOpen)] {
        check_work(Some(write("/b/rows.csv")), second, [false; 3], "rows.csv");
    }
}

#[test]
fn the_bar_follows_the_work_and_goes_with_it() {
    let mut session = session();
    session.apply(Action::Progress(0.5));
    assert_eq!(session.job(), None, "nothing is under way");
    session.apply(Action::Do(Effect::Reload));
    assert_eq!(session.job(), None, "what the program carries is not read again");
    let ends: [fn() -> Action; 3] =
        [|| Action::Ended, || Action::Unwritten(ROWS, "no room".into()), || Action::Loaded(Box::new(data()))];
    for end in ends {
        session.apply(write("rows.csv"));
        session.apply(Action::Progress(0.5));
        assert_eq!(session.job(), Some(&Job { work: Work::Write, name: "rows.csv".into(), done: 0.5 }));
        session.apply(end());
        assert_eq!(session.job(), None);
    }
}
