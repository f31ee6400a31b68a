use std::io::BufRead;
fn main(){ for line in std::io::stdin().lock().lines().map_while(Result::ok) { let f=sorani_reader::fold::fold_str(&line); let a=sorani_reader::morph::analyse(&f); println!("{}\t{}\t{}", line, a.stem, a.keys.join("|")); } }
