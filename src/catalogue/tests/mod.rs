//! Tests of the catalogue: the embedded ones, the problems of bad files, and a reader that no text can break.

mod generated;
mod growth;
mod loading;

mod mutilated;
mod shipped;
mod titles;
mod written;

use super::*;
use crate::tests::embedded_catalogue as embedded;
