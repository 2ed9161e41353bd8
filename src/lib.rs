//! Policy Atlas: the rooms in reading order. No logic here; `ARCHITECTURE.md` says who may import whom.

pub mod words;

pub mod look;

pub mod catalogue;

pub mod intake;

pub mod query;

pub mod view;

pub mod compare;

pub mod figures;

pub mod walk;

pub mod pages;

pub mod edit;

pub mod import;

pub mod export;

pub mod store;

pub mod session;

pub mod cli;

#[cfg(feature = "gui")]
pub mod ui;

#[cfg(feature = "gui")]
pub mod app;

#[cfg(test)]
mod tests;
