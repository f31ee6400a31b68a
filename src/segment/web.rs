//! URLs, e-mail addresses, @names and #tags in folded text.

use super::tokens::TokenKind;

/// The token of the web that begins at the start of `text`, with its length in
/// bytes.
pub(super) fn web(text: &str) -> Option<(TokenKind, usize)> {
    match text.as_bytes().first()? {
        b'@' => name(&text[1..]).map(|len| (TokenKind::Handle, 1 + len)),
        b'#' => name(&text[1..]).map(|len| (TokenKind::Hashtag, 1 + len)),
        b'a'..=b'z' | b'0'..=b'9' => email(text)
            .map(|len| (TokenKind::Email, len))
            .or_else(|| url(text).map(|len| (TokenKind::Url, len))),
        _ => None,
    }
}

/// Letters, digits and underscores.
fn name(text: &str) -> Option<usize> {
    let len: usize =
        text.chars().take_while(|&c| c == '_' || c.is_alphanumeric()).map(char::len_utf8).sum();
    (len > 0).then_some(len)
}

/// `scheme://…`, `www.…`, or a bare host with a known ending (rudaw.net/…).
fn url(text: &str) -> Option<usize> {
    let scheme = scheme(text);
    let host = host(&text[scheme..]);
    let dotted = host.contains('.');
    let known = scheme > 0 || (host.starts_with("www.") && dotted) || has_known_domain(host);
    if !known || host.is_empty() {
        return None;
    }
    let after = scheme + host.len();
    let goes_on = text[after..].starts_with(['/', '?', '#', ':']);
    Some(if goes_on { trim_closing(address_run(text)) } else { after })
}

/// Length of `https://` and the like, or 0.
fn scheme(text: &str) -> usize {
    let letters = text.bytes().take(12).take_while(u8::is_ascii_alphabetic).count();
    if text[letters..].starts_with("://") { letters + 3 } else { 0 }
}

/// Labels and dots from the start, at most 255 bytes (RFC 1035, 2.3.4).
fn host(text: &str) -> &str {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    let len = text.bytes().take(255).take_while(|&b| allowed(b)).count();
    text[..len].trim_end_matches(['.', '-'])
}

/// The characters that an address may hold (RFC 3986, ASCII), from the start.
fn address_run(text: &str) -> &str {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&()*+,;=%".contains(&b);
    let len = text.bytes().take_while(|&b| allowed(b)).count();
    &text[..len]
}

/// Length without punctuation that closes the sentence around the address.
fn trim_closing(run: &str) -> usize {
    let open = run.contains('(');
    run.trim_end_matches(|c| ".,;:!?]".contains(c) || (c == ')' && !open)).len()
}

/// A host name whose last label is a common top-level domain.
fn has_known_domain(host: &str) -> bool {
    const DOMAINS: [&str; 22] = [
        "com", "net", "org", "info", "edu", "gov", "krd", "iq", "ir", "tr", "tv", "co", "uk", "us",
        "de", "fr", "eu", "io", "me", "ly", "gl", "app",
    ];
    host.split('.').all(|label| !label.is_empty())
        && host.rsplit_once('.').is_some_and(|(name, last)| {
            DOMAINS.contains(&last) && name.bytes().any(|b| b.is_ascii_alphabetic())
        })
}

/// `local@host.tld`; the local part has at most 64 bytes (RFC 5321, 4.5.3.1.1).
fn email(text: &str) -> Option<usize> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"._+-".contains(&b);
    let local = text.bytes().take(65).take_while(|&b| allowed(b)).count();
    let host = host(text[local..].strip_prefix('@')?);
    host.contains('.').then_some(local + 1 + host.len())
}
