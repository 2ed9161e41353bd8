//! My region beside its peers: the choice of peers, in words.

use super::{Env, Notice};
use crate::catalogue::RegionIdx;
use crate::compare::{Among, PROPOSED, Peers};
use crate::words::UiText as T;

/// The notice, with the rule, that no place qualifies or more than there is room for.
pub(super) fn peers_notice(env: Env<'_>, mine: RegionIdx, among: Among, found: &Peers) -> Option<Notice> {
    let (lang, catalogue) = (env.lang(), env.catalogue());
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
        return Some(env.notice(T::NoPeers, &[("mine", &mine), ("among", &among)]));
    }
    if found.left_out.is_empty() {
        return None;
    }
    let n = found.taken.len() + found.left_out.len();
    let values: [(&str, &dyn std::fmt::Display); 5] = [
        ("among", &among),
        ("n", &n),
        ("most", &PROPOSED),
        ("taken", &names(&found.taken)),
        ("rest", &names(&found.left_out)),
    ];
    Some(env.notice(T::PeersTaken, &values))
}
