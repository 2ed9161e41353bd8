//! The timer of a show: it runs with the show, is stopped and set to zero by the presenter, and knows when the step began.

use std::time::Duration;

/// A timer, told the time of the show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Timer {
    /// The time of the show.
    now: Duration,
    /// The time of the show that does not count: before it was set to zero, and while it was stopped.
    left_out: Duration,
    /// The time of the show at which it was stopped, while it is.
    stopped: Option<Duration>,
    /// Its own time at which the step began.
    step_began: Duration,
}

impl Timer {
    /// The time of the show.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Takes the time of the show. An earlier one than the known changes nothing.
    pub fn tick(&mut self, now: Duration) {
        self.now = self.now.max(now);
    }

    /// The time that counts.
    pub fn time(&self) -> Duration {
        self.stopped.unwrap_or(self.now).saturating_sub(self.left_out)
    }

    /// The part of it since the step began.
    pub fn step_time(&self) -> Duration {
        self.time().saturating_sub(self.step_began)
    }

    /// Whether it is stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// Stops it, or lets it go on.
    pub fn stop_or_go_on(&mut self) {
        match self.stopped.take() {
            Some(at) => self.left_out += self.now.saturating_sub(at),
            None => self.stopped = Some(self.now),
        }
    }

    /// Sets it to zero; the step begins anew. Stopped, it stays stopped.
    pub fn set_to_zero(&mut self) {
        self.left_out = self.stopped.unwrap_or(self.now);
        self.step_began = Duration::ZERO;
    }

    /// Another step begins.
    pub fn begin_step(&mut self) {
        self.step_began = self.time();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_time_that_runs_counts_and_each_step_has_its_own() {
        // `t` stops it or lets it go on, `z` sets it to zero, `s` begins a step, a number lets seconds pass.
        for (deeds, time, step, is_stopped) in [
            ("5", 5, 5, false),
            ("5 s 3", 8, 3, false),
            ("5 t 60", 5, 5, true),
            ("5 t 60 t 2", 7, 7, false),
            ("5 s 1 t 60 s t 2", 8, 2, false),
            ("5 z 2", 2, 2, false),
            ("5 s 4 z 2", 2, 2, false),
            ("5 t 9 z 9", 0, 0, true),
            ("5 t 9 z 9 t 2", 2, 2, false),
        ] {
            let (mut timer, mut now) = (Timer::default(), 0);
            for deed in deeds.split(' ') {
                match deed {
                    "t" => timer.stop_or_go_on(),
                    "z" => timer.set_to_zero(),
                    "s" => timer.begin_step(),
                    seconds => {
                        now += seconds.parse::<u64>().unwrap();
                        timer.tick(Duration::from_secs(now));
                    }
                }
            }
            let told = (timer.time().as_secs(), timer.step_time().as_secs(), timer.is_stopped());
            assert_eq!(told, (time, step, is_stopped), "{deeds}");
            timer.tick(Duration::ZERO);
            assert_eq!(timer.now().as_secs(), now, "time runs back after {deeds}");
        }
    }
}
