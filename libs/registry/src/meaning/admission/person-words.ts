/** Words for women, men and families in the languages of the console and their neighbours. A text with one of them is asked about. */
const foreign = [
  // Spanish, French, Portuguese
  'mujer(?:es)?|niñ[ao]s?|hombres?|varones|familias?|madres?|adolescentes|menores|parejas?|embarazadas?',
  'femmes?|filles?|hommes?|garçons?|enfants?|familles?|mères?|mineure?s?|couples?|enceintes?',
  'mulher(?:es)?|meninas?|meninos?|homens?|crianças?|famílias?|mães|casais|grávidas?',
  // Indonesian, Malay
  'perempuan|wanita|laki-laki|lelaki|pria|anak|anak-anak|kanak-kanak|remaja|gadis|putr[ai]|keluarga|ibu|pasangan|suami|istri|isteri|hamil',
  // Vietnamese, Filipino
  'phụ nữ|nữ|nam|nam giới|đàn ông|bé gái|bé trai|trẻ em|trẻ|gia đình|vợ chồng|mẹ|bà mẹ|mang thai',
  'babae|babaeng|kababaihan|lalaki|lalaking|kalalakihan|dalagita|dalaga|binatilyo|binata|bata|batang|kabataan|ina|nanay|pamilya|mag-asawa|buntis',
].join('|');
const foreignWord = new RegExp(`(?<!\\p{L})(?:${foreign})(?!\\p{L})`, 'iu');
const otherScript = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a text may say, in another language than English, whom it is about: nothing is read from it. */
export const isForeign = (text: string): boolean => foreignWord.test(text) || otherScript.test(text);

const female =
  'wom[ae]ns?|females?|girls?|lad(?:y|ies)|mothers?|moms?|mums?|matern(?:ity|al)|pregnan\\w*|expectant|postpartum|wi(?:fe|ves)|widows?|sisters?|daughters?';
const male = 'm[ae]ns?|males?|boys?|gentlem[ae]n|gents|fathers?|dads?|husbands?|widowers?|brothers?|sons?';
const family = 'famil(?:y|ies)|parents?|couples?|spouses?';
const children = 'child(?:ren)?|kids?|infants?|bab(?:y|ies)|toddlers?';
const words = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})\\b`, 'i');

/** Words about people; a sentence without them says nothing about who is admitted. */
const personWord = new RegExp(
  `\\b(?:${female}|${male}|${family}|${children}|gender|trans\\w*|adults?|minors?|youths?|teen\\w*|seniors?|aged?|ages|years?(?: of age|[ -]old)|older|younger)\\b` +
    '|\\b\\d{1,3} ?\\+|\\b\\d{1,3} (?:and|or|&) (?:older|over|above|up|younger|under|below)\\b|\\b(?:under|over|above|below|at least) (?:the age of )?\\d',
  'i',
);

/** Whether a sentence may say who is admitted. */
export const isAboutPersons = (sentence: string): boolean => personWord.test(sentence) || isForeign(sentence);

/** Words that describe people by more than their age. */
const beyondAges = new RegExp(
  `\\b(?:${female}|${male}|${family}|gender|trans\\w*|with (?:their |minor |young |small )*(?:${children}))\\b`,
  'i',
);

/** Whether a text describes people by more than their age. */
export const saysMore = (text: string): boolean => beyondAges.test(text) || isForeign(text);

const [femaleWord, maleWord, familyWord] = [words(female), words(male), words(family)];

/** Whether a house may be for one gender or for families only, so that an age alone does not say who is admitted. */
export function mayHouseOnlySome(name: string, texts: string): boolean {
  const all = `${name}. ${texts}`;
  return isForeign(all) || familyWord.test(name) || femaleWord.test(all) !== maleWord.test(all);
}
