import { err, ok } from '../result.js';
import type { Result } from '../result.js';

/** One drawback of a match: its weight in kilometres, and how far a deployment may change it. */
interface Weight {
  readonly km: number;
  readonly least: number;
  readonly most: number;
}

const weight = (km: number, least: number, most: number): Weight => ({ km, least, most });

/** The weight of each drawback of a match in kilometres. docs/matching.md has the same table for readers. */
export const burdenTable = {
  positionByCity: weight(10, 0, 100),
  languageFurtherDown: weight(1, 0, 5),
  languageFurtherDownMost: weight(3, 0, 10),
  languageClose: weight(4, 0, 30),
  interpreterThere: weight(8, 0, 40),
  interpreterByPhone: weight(10, 0, 50),
  languageNotSaid: weight(12, 1, 60),
  languageNone: weight(20, 2, 100),
  countAging: weight(3, 0, 20),
  countStale: weight(10, 0, 50),
  noCount: weight(15, 0, 80),
  lastBeds: weight(2, 0, 20),
  childApart: weight(15, 0, 100),
  notForChildren: weight(200, 20, 900),
  referral: weight(6, 1, 50),
  assessment: weight(8, 1, 50),
  border: weight(30, 1, 200),
  opensSoon: weight(2, 0, 20),
  closed: weight(10, 1, 60),
  hoursNotSaid: weight(3, 0, 30),
  question: weight(2, 0.5, 10),
  questionsMost: weight(8, 0.5, 40),
} as const satisfies Record<string, Weight>;

/** {@link burdenTable} */
export type BurdenName = keyof typeof burdenTable;

/** Kilometres for each drawback. */
export type BurdenWeights = Readonly<Record<BurdenName, number>>;

const names = Object.keys(burdenTable) as BurdenName[];

/** The default weights. */
export const burdenWeights = Object.fromEntries(names.map((name) => [name, burdenTable[name].km])) as BurdenWeights;

/** A known disadvantage costs at least as much as a smaller one, and a known obstacle more than the question whether there is one. */
const inOrder: readonly (readonly [BurdenName, '<' | '<=', BurdenName])[] = [
  // Of several ways, the best is also the cheapest.
  ['languageFurtherDownMost', '<=', 'languageClose'],
  ['languageClose', '<=', 'interpreterThere'],
  ['interpreterThere', '<=', 'interpreterByPhone'],
  ['interpreterByPhone', '<=', 'languageNotSaid'],
  ['languageNotSaid', '<', 'languageNone'],
  ['countAging', '<=', 'countStale'],
  ['countStale', '<=', 'noCount'],
  ['question', '<', 'referral'],
  ['question', '<', 'assessment'],
  ['question', '<', 'border'],
  ['question', '<=', 'questionsMost'],
  ['opensSoon', '<=', 'closed'],
  ['hoursNotSaid', '<', 'closed'],
];

const pair = /^([A-Za-z]+)=(\d{1,3}(?:\.\d{1,2})?)$/;

/** Reads changes like "referral=10,border=50"; other weights stay. A failure says in one sentence what is wrong. */
export function readBurdenWeights(text: string): Result<BurdenWeights, string> {
  const weights: Record<BurdenName, number> = { ...burdenWeights };
  for (const part of text.split(',')) {
    const [, name = '', km = ''] = pair.exec(part.trim()) ?? [];
    if (!Object.hasOwn(burdenTable, name)) return err(`"${part.trim()}" is no weight: give names of docs/matching.md, like referral=10`);
    const { least, most } = burdenTable[name as BurdenName];
    if (Number(km) < least || Number(km) > most) return err(`${name} takes ${least} to ${most} kilometres`);
    weights[name as BurdenName] = Number(km);
  }
  const broken = inOrder.find(([low, sign, high]) => (sign === '<' ? weights[low] >= weights[high] : weights[low] > weights[high]));
  return broken ? err(`${broken[0]} must be ${broken[1] === '<' ? 'less than' : 'at most'} ${broken[2]}`) : ok(weights);
}
