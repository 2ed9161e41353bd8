//! My region beside its peers: which are taken, said in words.

use super::{Dialog, MOST_COMPARED, Notice, Session};
use crate::catalogue::RegionIdx;
use crate::compare::{Among, Peers, peers};
use crate::view::Tab;
use crate::words::UiText as T;

impl Session {
    /// My region, where this catalogue knows its code.
    pub fn my_region(&self) -> Option<RegionIdx> {
        self.data.catalogue().regions.by_code(self.settings.my_region.as_deref()?)
    }

    /// Compares my region with its peers. Without a region of mine it is asked for, and then compared.
    pub(super) fn compare_with(&mut self, among: Among) {
        let Some(mine) = self.my_region() else {
            self.view.tab = Tab::Compare;
            self.pointing.dialog = Some(Dialog::MyRegion);
            self.pointing.then = Some(among);
            return;
        };
        self.pointing.dialog = None;
        let cells = &self.derived.policies.cells;
        let found = peers(&self.data.index, cells, mine, among, MOST_COMPARED - 1);
        self.pointing.notice = self.peers_notice(mine, among, &found);
        if found.taken.is_empty() {
            return;
        }
        let catalogue = self.data.catalogue();
        let code = |place: &RegionIdx| catalogue[*place].code.clone();
        self.view.comparison = [mine].iter().chain(&found.taken).map(code).collect();
        self.view.mine = None;
        self.view.tab = Tab::Compare;
    }

    /// Nobody qualifies, or more than there is room for: said plainly, with the rule.
    fn peers_notice(&self, mine: RegionIdx, among: Among, found: &Peers) -> Option<Notice> {
        let (lang, catalogue) = (self.lang(), self.data.catalogue());
        let among = match among {
            Among::Province => T::PeersProvince,
            Among::Tier => T::PeersTier,
            Among::All => T::PeersAll,
        };
        let names = |list: &[RegionIdx]| -> String {
            let first = list.iter().take(12).map(|place| catalogue[*place].short_name(lang));
            let names = first.collect::<Vec<_>>().join(lang.comma());
            match list.len().checked_sub(12) {
                None | Some(0) => names,
                Some(rest) => names + lang.comma() + &T::AndMorePlaces.fill(lang, &[("n", &rest)]),
            }
        };
        let among = among.get(lang);
        if found.taken.is_empty() {
            let mine = catalogue[mine].name.get(lang);
            return Some(self.notice(T::NoPeers, &[("mine", &mine), ("among", &among)]));
        }
        if found.left_out.is_empty() {
            return None;
        }
        let n = found.taken.len() + found.left_out.len();
        let values: [(&str, &dyn std::fmt::Display); 5] = [
            ("among", &among),
            ("n", &n),
            ("most", &MOST_COMPARED),
            ("taken", &names(&found.taken)),
            ("rest", &names(&found.left_out)),
        ];
        Some(self.notice(T::PeersTaken, &values))
    }
}
