//! Numbers, percentages, times and dates in folded text (ASCII digits).

use super::tokens::TokenKind;

/// The numeric token that begins at the start of `text`: its kind and length
/// in bytes. `text` begins with an ASCII digit.
pub(super) fn number(text: &str) -> (TokenKind, usize) {
    if let Some(len) = date(text) {
        return (TokenKind::Date, len);
    }
    if let Some(len) = time(text) {
        return (TokenKind::Time, len);
    }
    let len = plain(text);
    match percent_sign(&text[len..]) {
        Some(sign) => (TokenKind::Percent, len + sign),
        None => (TokenKind::Number, len),
    }
}

/// `%5`: the sign before the number, as handwriting has it.
pub(super) fn leading_percent(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let digits = rest.trim_start_matches(' ');
    digits
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| text.len() - digits.len() + plain(digits))
}

fn percent_sign(rest: &str) -> Option<usize> {
    if rest.starts_with('%') { Some(1) } else { rest.starts_with(" %").then_some(2) }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Digits with separators between digits: 1,000 or 3.5.
fn plain(text: &str) -> usize {
    let mut len = digits(text);
    while text[len..].starts_with(['.', ',']) {
        match digits(&text[len + 1..]) {
            0 => break,
            more => len += 1 + more,
        }
    }
    len
}

/// 9:30, 21:05:10.
fn time(text: &str) -> Option<usize> {
    let hours = digits(text);
    let mut len = hours;
    while text[len..].starts_with(':') && digits(&text[len + 1..]) == 2 {
        len += 3;
    }
    (hours <= 2 && len > hours).then_some(len)
}

/// Day, month and year in either order: 3 - 1 - 2020, 5/1/2020, 2020-01-05.
/// Spaces may stand around `-` and `/`; a two-digit year needs none.
fn date(text: &str) -> Option<usize> {
    let first = field(text, 0)?;
    let (separator, second_at) = separator(text, first.end)?;
    let second = field(text, second_at)?;
    let (again, third_at) = self::separator(text, second.end)?;
    let third = field(text, third_at)?;
    let spaced = third.end != first.len + second.len + third.len + 2;
    let valid = separator == again
        && !text[third.end..].starts_with([separator, ':'])
        && (separator != '.' || !spaced)
        && (is_calendar_date([first, second, third])
            || (!spaced && has_short_year([first, second, third])));
    valid.then_some(third.end)
}

#[derive(Clone, Copy)]
struct Field {
    value: u32,
    len: usize,
    end: usize,
}

fn field(text: &str, at: usize) -> Option<Field> {
    let len = digits(&text[at..]);
    if !(1..=4).contains(&len) {
        return None;
    }
    let value = text[at..at + len].parse().ok()?;
    Some(Field { value, len, end: at + len })
}

/// The separator after `at` with the spaces around it, and where it ends.
fn separator(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = text[at..].trim_start_matches(' ');
    let c = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '\\'))?;
    let next = rest[1..].trim_start_matches(' ');
    Some((c, text.len() - next.len()))
}

fn is_calendar_date([a, b, c]: [Field; 3]) -> bool {
    match (a.len, c.len) {
        (4, _) => are_day_and_month(b, c),
        (_, 4) => are_day_and_month(a, b),
        _ => false,
    }
}

/// Whether the year has two digits and stands at the end.
fn has_short_year([a, b, c]: [Field; 3]) -> bool {
    c.len == 2 && are_day_and_month(a, b)
}

/// Whether two fields are a day and a month, in either order.
fn are_day_and_month(x: Field, y: Field) -> bool {
    let is_short = x.len <= 2 && y.len <= 2;
    let (x, y) = (x.value, y.value);
    is_short && (1..=31).contains(&x.max(y)) && (1..=12).contains(&x.min(y))
}

/// A date as `day-month-year` without leading zeros, a number without its
/// thousands separators: the spelling under which equal values meet.
pub(crate) fn canonical(kind: TokenKind, folded: &str) -> String {
    match kind {
        TokenKind::Date => canonical_date(folded),
        _ => canonical_number(folded),
    }
}

fn canonical_date(folded: &str) -> String {
    let separators = ['-', '/', '.', '\\', ' '];
    let mut fields: Vec<&str> = folded.split(separators).filter(|f| !f.is_empty()).collect();
    if fields[0].len() == 4 {
        fields.reverse();
    }
    let trimmed: Vec<&str> = fields.iter().map(|f| f.trim_start_matches('0')).collect();
    trimmed.join("-")
}

/// Signs that part groups of three digits go, a decimal sign is a dot, and the
/// sign of a percentage stands at the end.
fn canonical_number(folded: &str) -> String {
    let bare: String = folded.chars().filter(|c| !" %".contains(*c)).collect();
    let groups: Vec<&str> = bare.split([',', '.']).collect();
    let (last, before) = groups.split_last().unwrap_or((&"", &[]));
    let thousands = before.iter().skip(1).all(|group| digits(group) == 3);
    let mut number = match before {
        [] => String::new(),
        _ if !thousands => format!("{}.", before.join(".")),
        _ if digits(last) == 3 => before.concat(),
        _ => format!("{}.", before.concat()),
    };
    number.push_str(last);
    if folded.contains('%') {
        number.push('%');
    }
    number
}
