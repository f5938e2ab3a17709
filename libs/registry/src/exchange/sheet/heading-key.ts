import { folded } from '@haven/kernel';

/** Joining words, in the languages of {@link headings}. */
const joining = new Set(
  'of the an for to de du des la le les el los las del da do das dos di para por pour ou or and et y e dan'.split(' '),
);

/** Words that only qualify a heading: "physical address", "langues parlées", "Phone1Number". */
const qualifiers = new Set(
  `physical main primary principal principale general full complete exact number numbers numero numeros 1 2 3 4 5 spoken offered available
   accueil parlees parles habladas hablados faladas falados exactes ouverture apertura atencion atendimento
   funcionamento operation operational service services servicio servicios servico servicos layanan custom`.split(/\s+/),
);

/**
 * The form in which headings are compared: lower case, without accents, articles, a leading number, a note on possible values (`(yes/no)`),
 * and the signs that mark a required column.
 */
export function headingKey(heading: string): string {
  const spaced = heading
    .replaceAll(/\(.*?\)/g, ' ')
    .replace(/^\s*\d+[.)]\s*/, '')
    .replaceAll(/(?<![\p{L}])[dl]['’](?=\p{L})/giu, ' ')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');
  const words = folded(spaced).split(' ');
  const telling = words.filter((word) => !joining.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** The heading without words that only qualify it. */
export const withoutQualifiers = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !qualifiers.has(word))
    .join(' ');
