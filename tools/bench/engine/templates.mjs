// A few thousand different services, from which a directory of any size is made.
import { unknownRule } from '@haven/kernel';
const categories = [
  'ACCOMMODATION',
  'MEDICAL',
  'LEGAL',
  'PSYCHOSOCIAL',
  'MATERIAL_ASSISTANCE',
  'INTERPRETATION',
  'DOCUMENTATION',
  'CHILD_PROTECTION',
  'FAMILY_TRACING',
  'EDUCATION',
  'EMPLOYMENT',
  'REPATRIATION',
];
/** The first languages are common, the last rare. */
export const languages =
  'en id hi es ar fr zh pt bn ru ur ja vi th ms fil my fa ta te tr ko km ne si lo pa gu mr kn ml am so ha yo ig sw zu xh ti om rw ln wo ff ak mg ny sn st uk pl ro de it nl el cs hu sv da fi no he ka hy az kk uz ky tg tk mn ps ku sd as or ug haz rhg'.split(
    ' ',
  );
const clause = (part) => ({ genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false, ...part });
const persons = [
  [clause({ genders: ['WOMAN'], minimumAge: 18 }), clause({ maximumAge: 12, accompaniedOnly: true })],
  [clause({ genders: ['WOMAN'], minimumAge: 16 }), clause({ maximumAge: 17, accompaniedOnly: true })],
  [clause({ genders: ['MAN'], minimumAge: 18 })],
  [clause({ genders: ['WOMAN'], maximumAge: 17 })],
  [clause({ genders: ['MAN'], maximumAge: 17 })],
  [clause({ minimumAge: 18 })],
  [clause({})],
  null,
];
const pick = (random, list) => list[Math.floor(random() * list.length)];
const perhaps = (random, share, value) => (random() < share ? value() : null);

/** 400 rules; many services share one. */
function rulesOf(random) {
  return Array.from({ length: 400 }, (_, i) => ({
    ...unknownRule,
    persons: persons[i % persons.length],
    legalStatuses: perhaps(random, 0.15, () => ['REFUGEE', 'ASYLUM_SEEKER', 'CITIZEN']),
    nationalities: perhaps(random, 0.1, () => ['KH', 'MM', 'BD', 'ID']),
    exploitation: perhaps(random, 0.2, () => [pick(random, ['LABOUR', 'SEXUAL', 'DOMESTIC_SERVITUDE'])]),
    pregnancy: perhaps(random, 0.3, () => true),
    referralRequired: perhaps(random, 0.5, () => random() < 0.3),
  }));
}

const text = 'Made up for a measurement; nobody works here. '.repeat(4);
const languageOf = (random) => languages[Math.floor(random() ** 3 * languages.length)];

/** `count` services with their beds, if they have any, in the form of registry and capacity; the same for the same random seed. */
export function templates(random, count, now) {
  const rules = rulesOf(random);
  return Array.from({ length: count }, (_, i) => {
    const service = serviceOf(random, `t${i}`, categories[i % categories.length], rules);
    const schedules = perhaps(random, 0.6, () => [openAtDay]);
    const interpreters = perhaps(random, 0.2, () => [{ language: languageOf(random), by: 'PHONE' }]);
    const snapshot = { service, publicCells: {}, serviceArea: null, capacities: [] };
    return {
      service: { ...snapshot, ...(schedules && { schedules }), ...(interpreters && { interpreters }) },
      beds: bedsOf(random, service, now, rules),
    };
  });
}

const openAtDay = {
  ...{ kind: 'VISIT', locationId: null, from: null, to: null, weekdays: [0, 1, 2, 3, 4], rule: null, ruleStart: null },
  ...{ says: 'OPEN', opens: 480, closes: 1020, isException: false, clock: null },
};

function serviceOf(random, id, category, rules) {
  return {
    ...{ id, name: `Service ${id}`, alternateName: null, description: text, status: random() < 0.95 ? 'ACTIVE' : 'INACTIVE' },
    categories: [category],
    organization: { id: 'o', name: 'Organization' },
    locations: [
      { ...{ id: `${id}-0`, name: null, latitude: 3, longitude: 98 }, ...{ precision: 'EXACT', address: text, city: null, country: 'ID' } },
    ],
    languages: [...new Set([languageOf(random), languageOf(random)])],
    admission: pick(random, rules),
    phones: [{ number: '+620000000', type: 'voice', extension: null, description: null, languages: [] }],
    ...{ url: null, email: null, confidential: false, verifiedAt: null, version: 1 },
    hsds: { id, name: `Service ${id}`, description: text, interpretation_services: text },
  };
}

/** Nine of ten shelters are full. */
function bedsOf(random, { id, categories: [category], admission }, now, rules) {
  if (category !== 'ACCOMMODATION' || random() < 0.1) return null;
  const confirmedAt = new Date(now.getTime() - random() * 2 * 86_400_000).toISOString();
  const isFull = random() < 0.9;
  const pools = [admission, ...(random() < 0.4 ? [pick(random, rules)] : [])].map((admits, n) => {
    const total = 4 + Math.floor(random() * 20);
    const free = isFull ? 0 : 1 + Math.floor(random() * 6);
    const counts = { total, occupied: Math.max(0, total - free), held: 0, outOfService: 0, free };
    return { id: `${id}-pool-${n}`, serviceId: id, name: `Room ${n + 1}`, admits, ...counts, version: 1, confirmedAt };
  });
  const free = pools.reduce((sum, pool) => sum + pool.free, 0);
  const total = pools.reduce((sum, pool) => sum + pool.total, 0);
  const status = free > 0 ? 'CAPACITY' : 'NO_CAPACITY';
  return { ...{ serviceId: id, organizationId: 'o', country: null, free, total, status, confirmedAt }, sequence: 1, pools };
}
