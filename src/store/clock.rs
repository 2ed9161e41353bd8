//! The clock of the machine.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::{Date, DateTime};

/// Day and time where the policies are, wherever the machine stands: periods end by the time of China.
pub fn now_in_china() -> Option<DateTime> {
    in_china(SystemTime::now())
}

/// A point of time as day and time there.
pub fn in_china(time: SystemTime) -> Option<DateTime> {
    let since = time.duration_since(UNIX_EPOCH).ok()?;
    let time = jiff::Timestamp::from_second(i64::try_from(since.as_secs()).ok()?).ok()?;
    Some(jiff::tz::Offset::constant(8).to_datetime(time))
}

/// The day on which it is there.
pub fn today() -> Option<Date> {
    now_in_china().map(DateTime::date)
}
