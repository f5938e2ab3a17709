/** Others whom a house may be for as well: then a word for one gender does not say that it is for these only. */
const others = {
  women:
    /\b(?<!wo)(men|man|boys?|males?|fathers?|famil(y|ies)|couples?|everyone|anyone|all genders|men's|individuals|adults|lgbt\w*|trans\w*|hombres|varones|hommes|homens|laki-laki|pria|todos|familias|familles|famílias|keluarga|parejas)\b/,
  men: /\b(women|woman|girls?|females?|ladies|mothers?|famil(y|ies)|couples?|everyone|anyone|all genders|individuals|adults|lgbt\w*|trans\w*|mujeres|femmes|mulheres|perempuan|wanita|todos|familias|familles|famílias|keluarga|parejas)\b/,
};
const people = {
  women: '(?:women|females?|ladies|mujeres|femmes|mulheres|perempuan|wanita)',
  men: '(?:men|males?|hombres|hommes|homens|laki-laki|pria)',
};

/** "Women's Shelter", "house for women", "serves 17 homeless women", "exclusively for women". */
const housing = (who: keyof typeof people): RegExp =>
  new RegExp(
    `\\b${people[who]}'s (?:[a-z-]+ )?(?:shelter|house|home|housing|residence)\\b|\\b(?:for|para|pour|untuk|house[sd]?|housing|serves?|serving|accommodates?|accommodate up to|shelters?) (?:up to )?(?:[a-z]+|\\d+)?,? ?(?:(?:single|homeless|formerly|adult|chronically|young|older|vulnerable) )*${people[who]}\\b`,
  );
const says = { women: housing('women'), men: housing('men') };

/** Whom the name and description of a place to sleep say that it houses, where they speak of one gender alone; null: not plainly. */
export function housedGender(text: string): 'women' | 'men' | null {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  for (const who of ['women', 'men'] as const) if (says[who].test(plain) && !others[who].test(plain)) return who;
  return null;
}
