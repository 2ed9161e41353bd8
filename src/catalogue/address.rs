//! Addresses and links to the web. An address that is no link is text: nothing opens it and no file links to it.

/// Whether an address is one of the web: http or https, and a host.
pub fn is_link(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    is_web && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !address.contains(char::is_whitespace)
}

/// The address with its scheme completed where it begins with the name of a host: `www.gov.cn/x`.
pub fn with_scheme(address: &str) -> Option<String> {
    let address = address.strip_prefix("//").unwrap_or(address);
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    let (before, _) = address.split_at(end);
    let host = match before.split_once(':') {
        Some((host, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => before,
    };
    let mut labels = host.split('.');
    let is_host = host.contains('.')
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        && labels.all(|label| !label.is_empty());
    // The last label is never a number: `10.1000/182` names no host.
    let is_named = host.rsplit('.').next().is_some_and(|last| last.contains(char::is_alphabetic));
    let is_whole = !address.contains(char::is_whitespace);
    (is_host && is_named && is_whole).then(|| format!("https://{address}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_and_a_host_without_a_scheme_gets_one() {
        for (address, link, read) in [
            ("https://www.gov.cn/x", true, None),
            ("HTTP://例子.cn", true, None),
            ("http://[::1]:80/", true, None),
            ("www.gov.cn/x", false, Some("https://www.gov.cn/x")),
            ("//www.gov.cn", false, Some("https://www.gov.cn")),
            ("gov.cn:8080/x?a=b#c", false, Some("https://gov.cn:8080/x?a=b#c")),
            ("政府.中国/x", false, Some("https://政府.中国/x")),
            ("file:///home/me/x.desktop", false, None),
            ("ssh://host.cn", false, None),
            ("javascript:alert(1)", false, None),
            ("mailto:a@b.cn", false, None),
            ("a@b.cn", false, None),
            ("/etc/passwd", false, None),
            ("../x.desktop", false, None),
            ("10.1000/182", false, None),
            ("https://", false, None),
            ("https:///x", false, None),
            ("http:www.gov.cn", false, None),
            ("https://www.gov.cn/a b", false, None),
            ("www.gov.cn/a b", false, None),
            ("图书馆", false, None),
        ] {
            assert_eq!((is_link(address), with_scheme(address).as_deref()), (link, read), "{address}");
        }
    }
}
