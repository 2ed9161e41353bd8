//! The letter of each focus, by which its marks are told apart in the margin: the first sign of its name that no focus
//! before it has.

use crate::catalogue::{Catalogue, FocusIdx};
use crate::words::Lang;

/// The letter of a focus.
pub fn letter(catalogue: &Catalogue, focus: FocusIdx, lang: Lang) -> String {
    let mut taken: Vec<String> = Vec::new();
    for one in catalogue.focus_idxs() {
        let name = catalogue[one].name.get(lang);
        let signs = || name.chars().filter(|sign| !sign.is_whitespace()).map(|sign| sign.to_uppercase().to_string());
        let own = signs().find(|sign| !taken.contains(sign)).or_else(|| signs().next()).unwrap_or_default();
        if one == focus {
            return own;
        }
        taken.push(own);
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::embedded_catalogue;

    #[test]
    fn no_two_focuses_have_one_letter() {
        let catalogue = embedded_catalogue();
        let letters = |lang| catalogue.focus_idxs().map(|focus| letter(&catalogue, focus, lang)).collect::<String>();
        assert_eq!((letters(Lang::Zh).as_str(), letters(Lang::En).as_str()), ("算法数应企", "CADPE"));
    }
}
