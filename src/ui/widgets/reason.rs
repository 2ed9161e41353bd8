//! The reason that a row was found, in words.

use crate::query::{Reason, ReasonField};
use crate::ui::Ctx;
use crate::words::UiText as T;

/// `“beijing”：地区（拼音）：北京市`.
pub fn reason_words(ctx: &Ctx<'_>, reason: &Reason) -> String {
    let field = match reason.field {
        ReasonField::Title => ctx.text(T::InTitle).to_owned(),
        ReasonField::TitlePinyin => ctx.text(T::InTitlePinyin).to_owned(),
        ReasonField::Number => ctx.text(T::InNumber).to_owned(),
        ReasonField::Issuer => ctx.text(T::Issuer).to_owned(),
        ReasonField::Region => ctx.text(T::Region).to_owned(),
        ReasonField::RegionPinyin => ctx.text(T::InRegionPinyin).to_owned(),
        ReasonField::Statement(i) => ctx.fill(T::InStatement, &[("id", &ctx.catalogue()[i].id)]),
    };
    ctx.fill(T::FoundIn, &[("text", &reason.text), ("field", &field), ("excerpt", &reason.excerpt)])
}
