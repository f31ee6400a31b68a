//! Lower case of single characters.
//!
//! As [`char::to_lowercase`] has it, whose table is five times the size: a
//! reader's browser downloads this one.

/// The lower case of `c`; `c` itself if it has none. (İ becomes a plain i: its
/// dot is a mark of its own in Unicode, and the fold drops marks.)
pub(crate) fn lowercase(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut rows = ROWS.split(' ').map(row).take_while(|row| row.first <= c);
    rows.find_map(|row| row.lower_of(c)).unwrap_or(c)
}

/// Runs of capitals whose small letters are a run as well.
struct Row {
    first: char,
    last: char,
    /// The small letter of the first.
    lower: char,
}

fn row(text: &str) -> Row {
    let mut letters = text.chars();
    let mut next = || letters.next().unwrap_or_default();
    Row { first: next(), last: next(), lower: next() }
}

impl Row {
    fn lower_of(&self, c: char) -> Option<char> {
        let place = (self.first..=self.last).contains(&c).then(|| c as u32 - self.first as u32)?;
        // Where the small letter comes next, capitals and small letters take turns.
        let in_turns = self.lower as u32 == self.first as u32 + 1;
        let is_small = in_turns && place % 2 == 1;
        char::from_u32(self.lower as u32 + place).filter(|_| !is_small)
    }
}

/// First capital, last capital and first small letter of each run, in the order
/// of the code points (Unicode 17, UnicodeData.txt).
#[rustfmt::skip]
const ROWS: &str = "\
    ÀÖà ØÞø ĀĮā İİi ĲĶĳ ĹŇĺ ŊŶŋ ŸŸÿ ŹŽź ƁƁɓ ƂƄƃ ƆƆɔ ƇƇƈ ƉƊɖ ƋƋƌ ƎƎǝ ƏƏə ƐƐɛ ƑƑƒ ƓƓɠ ƔƔɣ \
    ƖƖɩ ƗƗɨ ƘƘƙ ƜƜɯ ƝƝɲ ƟƟɵ ƠƤơ ƦƦʀ ƧƧƨ ƩƩʃ ƬƬƭ ƮƮʈ ƯƯư ƱƲʊ ƳƵƴ ƷƷʒ ƸƸƹ ƼƼƽ ǄǄǆ ǅǅǆ ǇǇǉ \
    ǈǈǉ ǊǊǌ ǋǛǌ ǞǮǟ ǱǱǳ ǲǴǳ ǶǶƕ ǷǷƿ ǸȞǹ ȠȠƞ ȢȲȣ ȺȺⱥ ȻȻȼ ȽȽƚ ȾȾⱦ ɁɁɂ ɃɃƀ ɄɄʉ ɅɅʌ ɆɎɇ ͰͲͱ \
    ͶͶͷ ͿͿϳ ΆΆά ΈΊέ ΌΌό ΎΏύ ΑΡα ΣΫσ ϏϏϗ ϘϮϙ ϴϴθ ϷϷϸ ϹϹϲ ϺϺϻ ϽϿͻ ЀЏѐ АЯа ѠҀѡ ҊҾҋ ӀӀӏ ӁӍӂ \
    ӐԮӑ ԱՖա ႠჅⴀ ჇჇⴧ ჍჍⴭ ᎠᏯꭰ ᏰᏵᏸ ᲉᲉᲊ ᲐᲺა ᲽᲿჽ ḀẔḁ ẞẞß ẠỾạ ἈἏἀ ἘἝἐ ἨἯἠ ἸἿἰ ὈὍὀ ὙὙὑ ὛὛὓ ὝὝὕ \
    ὟὟὗ ὨὯὠ ᾈᾏᾀ ᾘᾟᾐ ᾨᾯᾠ ᾸᾹᾰ Ὰ\u{1FBB}ὰ ᾼᾼᾳ Ὲ\u{1FCB}ὲ ῌῌῃ ῘῙῐ Ὶ\u{1FDB}ὶ ῨῩῠ Ὺ\u{1FEB}ὺ \
    ῬῬῥ Ὸ\u{1FF9}ὸ Ὼ\u{1FFB}ὼ ῼῼῳ \u{2126}\u{2126}ω \u{212A}\u{212A}k \u{212B}\u{212B}å \
    ℲℲⅎ ⅠⅯⅰ ↃↃↄ ⒶⓏⓐ ⰀⰯⰰ ⱠⱠⱡ ⱢⱢɫ ⱣⱣᵽ ⱤⱤɽ ⱧⱫⱨ ⱭⱭɑ ⱮⱮɱ ⱯⱯɐ ⱰⱰɒ ⱲⱲⱳ ⱵⱵⱶ ⱾⱿȿ ⲀⳢⲁ ⳫⳭⳬ ⳲⳲⳳ ꙀꙬꙁ \
    ꚀꚚꚁ ꜢꜮꜣ ꜲꝮꜳ ꝹꝻꝺ ꝽꝽᵹ ꝾꞆꝿ ꞋꞋꞌ ꞍꞍɥ ꞐꞒꞑ ꞖꞨꞗ ꞪꞪɦ ꞫꞫɜ ꞬꞬɡ ꞭꞭɬ ꞮꞮɪ ꞰꞰʞ ꞱꞱʇ ꞲꞲʝ ꞳꞳꭓ ꞴꟂꞵ ꟄꟄꞔ \
    ꟅꟅʂ ꟆꟆᶎ ꟇꟉꟈ ꟋꟋɤ ꟌꟚꟍ ꟜꟜƛ ꟵꟵꟶ ＡＺａ 𐐀𐐧𐐨 𐒰𐓓𐓘 𐕰𐕺𐖗 𐕼𐖊𐖣 𐖌𐖒𐖳 𐖔𐖕𐖻 𐲀𐲲𐳀 𐵐𐵥𐵰 𑢠𑢿𑣀 𖹀𖹟𖹠 𖺠𖺸𖺻 𞤀𞤡𞤢";

#[cfg(test)]
mod tests {
    use super::lowercase;

    #[test]
    fn the_rows_say_what_unicode_says() {
        for c in ('\0'..='\u{2FFF}').filter(|c| *c != 'İ') {
            assert!(c.to_lowercase().eq([lowercase(c)]), "{c:?} {:?}", lowercase(c));
        }
        assert_eq!(['İ', '𞤀', '字'].map(lowercase), ['i', '𞤢', '字']);
    }
}
