//! A part of a document as tags and texts by their local names.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::fault::DocumentFault;

/// A step through a part.
#[derive(Clone, Copy)]
pub enum XmlStep<'a> {
    /// A tag begins; one without contents ends in the next step.
    Begin(&'a XmlTag<'a>),
    /// A tag of this name ends.
    End(&'a str),
    /// Characters.
    Text(&'a str),
}

/// A tag that begins.
pub struct XmlTag<'a> {
    /// Its name without the prefix.
    pub name: &'a str,
    tag: &'a BytesStart<'a>,
}

impl XmlTag<'_> {
    /// The value of the attribute of this local name.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        let attribute = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

/// Walks through a part. What `skipped` names is passed over with all in it.
///
/// # Errors
/// XML that cannot be read on.
pub fn walk(part: &str, xml: &str, skipped: &[&str], mut step: impl FnMut(XmlStep<'_>)) -> Result<(), DocumentFault> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut inside = 0_usize;
    loop {
        match reader.read_event().map_err(|error| DocumentFault::broken(part, &error))? {
            Event::Start(tag) => {
                let name = tag.local_name();
                let is_skipped = skipped.contains(&name.as_ref());
                if inside > 0 || is_skipped {
                    inside += usize::from(is_skipped);
                } else {
                    step(XmlStep::Begin(&XmlTag { name: name.as_ref(), tag: &tag }));
                }
            }
            Event::End(tag) => {
                let name = tag.local_name();
                if inside == 0 {
                    step(XmlStep::End(name.as_ref()));
                } else {
                    inside -= usize::from(skipped.contains(&name.as_ref()));
                }
            }
            Event::Eof => return Ok(()),
            _ if inside > 0 => {}
            Event::Text(text) => step(XmlStep::Text(&text.xml10_content())),
            Event::CData(text) => step(XmlStep::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten().map(String::from);
                step(XmlStep::Text(
                    sign.as_deref().or_else(|| resolve_predefined_entity(&reference)).unwrap_or_default(),
                ));
            }
            _ => {}
        }
    }
}
