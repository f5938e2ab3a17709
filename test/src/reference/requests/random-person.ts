import type { AskedPerson } from '../contract-types.js';
import type { Random } from './random.js';

const genders = ['WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'UNDISCLOSED'];
const likelyGenders = ['WOMAN', 'WOMAN', 'WOMAN', 'MAN', 'MAN', ...genders];
const legalStatuses = [
  'CITIZEN',
  'RESIDENT',
  'TEMPORARY',
  'ASYLUM_SEEKER',
  'REFUGEE',
  'UNDOCUMENTED',
  'UNDOCUMENTED',
  'STATELESS',
  'UNKNOWN',
];
const exploitation = [
  ...['SEXUAL', 'LABOUR', 'DOMESTIC_SERVITUDE', 'FORCED_MARRIAGE', 'CHILD_SOLDIERING'],
  ...['ORGAN_REMOVAL', 'FORCED_BEGGING', 'FORCED_CRIMINALITY', 'OTHER'],
];
const accessibility = ['WHEELCHAIR', 'DEAF', 'BLIND', 'COGNITIVE', 'MENTAL_HEALTH', 'SUBSTANCE_USE', 'SERVICE_ANIMAL'];
const languages = [
  'km',
  'id',
  'en',
  'my',
  'th',
  'bn',
  'vi',
  'fil',
  'ms',
  'si',
  'ta',
  'zh-Hant',
  'pt-BR',
  'rhg',
  'haz',
  'fa',
  'lo',
  'zlm',
  'tsq',
  'sgn',
];
const nationalities = ['ID', 'MM', 'KH', 'TH', 'BD', 'VN', 'PH', 'MY', 'LK', 'NP', 'IN', 'PK', 'UG', 'BR'];
/** Ages at which rules often change. */
const borderAges = [0, 1, 12, 13, 14, 15, 16, 17, 18, 19, 21, 24, 25, 60, 65, 120];

function age(random: Random, youngest: number, oldest: number): number | null {
  if (random.chance(0.08)) return null;
  return random.chance(0.5) ? random.pick(borderAges) : random.whole(youngest, oldest);
}

const maybe = <T>(random: Random, probability: number, value: () => T): T | null => (random.chance(probability) ? value() : null);

/** Anybody. */
export function randomPerson(random: Random): AskedPerson {
  return {
    gender: random.pick(likelyGenders),
    age: age(random, 10, 70),
    languages: random.some(languages, random.whole(1, 3)),
    nationality: maybe(random, 0.6, () => random.pick(nationalities)),
    legalStatus: maybe(random, 0.6, () => random.pick(legalStatuses)),
    legalStatusIn: maybe(random, 0.35, () => random.pick(['ID', 'MY', 'TH'])),
    exploitation: maybe(random, 0.6, () => random.some(exploitation, random.whole(0, 2))),
    pregnant: maybe(random, 0.4, () => random.chance(0.5)),
    accessibility: maybe(random, 0.35, () => random.some(accessibility, random.whole(0, 2))),
  };
}

/** The people unchanged, or some of them in the care of another who comes before or after them. */
export function withCarers(random: Random, person: AskedPerson, companions: readonly AskedPerson[]): [AskedPerson, readonly AskedPerson[]] {
  if (companions.length === 0 || random.chance(0.5)) return [person, companions];
  const isUpwards = random.chance(0.8);
  const party = [person, ...companions];
  const carerOf = (n: number) => (isUpwards ? random.whole(0, n - 1) : random.whole(n + 1, party.length - 1));
  const hasSome = (n: number) => (isUpwards ? n > 0 : n < party.length - 1);
  const [first, ...others] = party.map((one, n) => ({
    ...one,
    id: `p${n}`,
    ...(hasSome(n) && random.chance(0.7) && { carerId: `p${carerOf(n)}` }),
  }));
  return [first!, others];
}

/** Mostly children, and mostly with few known facts. */
export function randomCompanion(random: Random): AskedPerson {
  if (random.chance(0.2)) return randomPerson(random);
  const known = random.chance(0.25) ? { legalStatus: random.pick(['UNDOCUMENTED', 'STATELESS', 'CITIZEN']) } : {};
  return {
    gender: random.pick(likelyGenders),
    age: age(random, 0, random.chance(0.7) ? 17 : 50),
    languages: [random.pick(languages)],
    ...known,
  };
}
