import { plainSigns } from './plain-signs.js';
import { decimal, unquoted } from './read-number.js';

/** Letters for the half of the Earth in which a coordinate lies. */
const halves = { latitude: { negative: 'S', positive: 'N' }, longitude: { negative: 'W', positive: 'E' } };
const letters: { readonly [word: string]: string } = {
  ...{ NORTH: 'N', NORTE: 'N', NORD: 'N', SOUTH: 'S', SUR: 'S', SUD: 'S', SUL: 'S' },
  ...{ EAST: 'E', ESTE: 'E', EST: 'E', WEST: 'W', OESTE: 'W', OUEST: 'W' },
};
const directions = new RegExp(` ?\\b(${Object.keys(letters).join('|')})\\b\\.?`);
/** Names of a place's coordinates. */
export type Axis = keyof typeof halves;
/** Whether the property is a coordinate. */
export const isAxis = (property: string): property is Axis => Object.hasOwn(halves, property);

/** The degrees of a coordinate, if the text is plain: "34.1168", "34,1168° N", "117°31'33\"W". */
export function readDegrees(text: string, axis: Axis): number | null {
  const written = withSecondsSign(unquoted(plainSigns(withPlainMarks(text))));
  if (isDoubtfulS(written, axis)) return null;
  const plain = written
    .toUpperCase()
    .replace(directions, (_, word: string) => ` ${letters[word]}`)
    .trim();
  const { negative, positive } = halves[axis];
  const letter = `([${negative}${positive}]?)`;
  const [, before = '', value = '', after = ''] = new RegExp(`^${letter} ?(.*?) ?${letter}$`).exec(plain) ?? [];
  const half = before || after;
  // "-117 W" may mean either side.
  if ((before && after) || (half && value.startsWith('-'))) return null;
  const degrees = inParts(value, half !== '') ?? inDecimals(value);
  return degrees !== null && half === negative ? -degrees : degrees;
}

const withPlainMarks = (text: string): string =>
  text
    .replaceAll('º', '°')
    .replace(/[”″“]|''|’’|′′/g, '"')
    .replace(/[’′‘´]/g, "'");

const degreesInLetters = /[dD](?:eg|EG)?/;
const secondsInLetters = new RegExp(
  `^(.*\\d ?${degreesInLetters.source} ?\\d{1,2} ?)(?:([mM]in|m) ?([\\d.,]+) ?s|(MIN|M) ?([\\d.,]+) ?S)(?![A-Za-z])`,
);

/** "1d30m00s": after degrees and minutes in letters of the same case, the S is the unit of the seconds. */
const withSecondsSign = (text: string): string =>
  text.replace(
    secondsInLetters,
    (_, before: string, small = '', seconds = '', large = '', ofLarge = '') => `${before}${small}${large}${seconds}${ofLarge}"`,
  );

/** "1°30'00s": after a number without its unit, the S may mean seconds or South. Only a capital one after signs is plainly South. */
const isDoubtfulS = (text: string, axis: Axis): boolean =>
  /\d ?s$/i.test(text) && /\d ?(?:°|d)/i.test(text) && (axis === 'longitude' || text.endsWith('s') || /\d ?d/i.test(text));

/** No coordinate reaches a thousand, so a comma must be a decimal comma. */
const inDecimals = (text: string): number | null => decimal(text.replace(/ ?(?:°|DEG)$/, '').replace(/^([+-]?\d{1,3}),(\d+)$/, '$1.$2'));

const parts = /^([+-]?\d{1,3}) ?(°|DEG|D| ) ?(\d{1,2}(?:[.,]\d+)?) ?(?:'|MIN|M|$|(?= \d)) ?(?:(\d{1,2}(?:[.,]\d+)?) ?(?:"|SEC)?)?$/;

/** Degrees, minutes and seconds. If only spaces separate them, they need a letter to count as such. */
function inParts(text: string, hasLetter: boolean): number | null {
  const [, degrees, sign, ...rest] = parts.exec(text) ?? [];
  if (degrees === undefined || (sign === ' ' && !hasLetter)) return null;
  const [minutes, seconds] = rest.map((part) => Number((part ?? '0').replace(',', '.'))) as [number, number];
  if (minutes >= 60 || seconds >= 60 || (seconds > 0 && !Number.isInteger(minutes))) return null;
  return (degrees.startsWith('-') ? -1 : 1) * (Math.abs(Number(degrees)) + minutes / 60 + seconds / 3600);
}
