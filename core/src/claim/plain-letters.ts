// Letters without marks, for comparing names and for X12's narrow alphabet.

// Letters that Unicode does not take apart into a base letter and a mark.
const unmarked: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  Ŋ: 'N',
  Ŧ: 'T',
  ẞ: 'SS',
}

/** The text with marks taken off its Latin letters: `Rocío` is `Rocio`, `Łukasz` is `Lukasz`. Other scripts stay as they are. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþħıŋŧÆŒØŁĐÐÞĦŊŦẞ]/g, (letter) => unmarked[letter] ?? letter)

/** The words of a text in lower case without marks; apostrophes join, all other punctuation parts. */
export const plainWords = (text: string): readonly string[] =>
  plainLetters(text)
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
