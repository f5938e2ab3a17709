/** Words for people of one gender, and words for others whom a house for them may also take. */
const people = {
  women: '(?:women|females?|ladies|mujeres|femmes|mulheres|perempuan|wanita)',
  men: '(?:men|males?|hombres|hommes|homens|laki-laki|pria)',
};
const both =
  'famil(?:y|ies)|couples?|everyone|anyone|all genders|individuals|adults|lgbt\\w*|trans\\w*|todos|familias|familles|famílias|keluarga|parejas';
const besides = (more: string, who: string): RegExp => new RegExp(`\\b(?:${who}|${more}|${both})\\b`);
/** If the text has such a word, the house is not only for that gender. */
const others = { women: besides('man|boys?|fathers?|varones', people.men), men: besides('woman|girls?|mothers?', people.women) };

/** "Women's Shelter", "house for women", "serves 17 homeless women", "exclusively for women". */
const housing = (who: keyof typeof people): RegExp =>
  new RegExp(
    `\\b${people[who]}'s (?:[a-z-]+ )?(?:shelter|house|home|housing|residence)\\b|\\b(?:for|para|pour|untuk|house[sd]?|housing|serves?|serving|accommodates?|accommodate up to|shelters?) (?:up to )?(?:[a-z]+|\\d+)?,? ?(?:(?:single|homeless|formerly|adult|chronically|young|older|vulnerable) )*${people[who]}\\b`,
  );
const housings = { women: housing('women'), men: housing('men') };

/** Words that reverse what a clause says, before a gender or just behind it: "not for men", "men are not accepted". */
const turned =
  /(?<![\w-])(?:not?|non|nor|never|without|except|excluding|exclude[ds]?|but|unable|cannot|barred|prohibited|\w+n't|pas|sin|sauf|sans|salvo|excepto|não|nem|tidak|bukan|kecuali|tanpa)(?![\w-])/;
const turnedBehind = new RegExp(`^(?: (?:are|is|will be|can|may|must|only))*\\s*${turned.source}`);

/** The parts of a text in which a word for "not" counts. */
const clausesIn = (text: string): readonly string[] => text.split(/[.;:!?()\n–—]+/);

/** The only gender that a place to sleep houses, by its name and description; null if they do not say so plainly. */
export function housedGender(text: string): 'women' | 'men' | null {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  for (const who of ['women', 'men'] as const) if (clausesIn(plain).some((one) => says(who, one)) && !others[who].test(plain)) return who;
  return null;
}

function says(who: keyof typeof people, clause: string): boolean {
  const found = housings[who].exec(clause);
  if (found === null) return false;
  const end = found.index + found[0].length;
  return !turned.test(clause.slice(0, end)) && !turnedBehind.test(clause.slice(end));
}
