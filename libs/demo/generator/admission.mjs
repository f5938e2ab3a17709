/** Clauses as [genders, minimumAge, maximumAge, accompaniedOnly]; genders null: any. */
const women = [['WOMAN'], 18, null];
const womenAndTransWomen = [['WOMAN', 'TRANS_WOMAN'], 18, null];
const men = [['MAN'], 18, null];
const womenAndNonBinary = [['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'], 18, null];
const menAndTransMen = [['MAN', 'TRANS_MAN'], 18, null];
const anyAdult = [null, 18, null];
const girlsWithMother = [['WOMAN'], null, 17, true];
const boysWithMother = (oldest) => [['MAN'], null, oldest, true];
const childrenWithAdult = (oldest) => [null, null, oldest, true];

/** Kinds of shelter: title, sentence about whom it takes, rule, and rooms. A room without its own rule uses the rule of the service. */
export const shelters = {
  womenWithChildren: {
    title: 'Shelter for women with children',
    says: 'Women from 18, alone or with daughters up to 17 and sons up to 12.',
    rule: { persons: [women, girlsWithMother, boysWithMother(12)], pregnancy: true },
    rooms: [['Mother and child rooms'], ["Women's room", { persons: [women] }]],
  },
  mothersAndYoungChildren: {
    title: 'Mother and child home',
    says: 'Women and girls from 14, pregnant or not, alone or with children under 7.',
    rule: { persons: [[['WOMAN'], 14, null], childrenWithAdult(6)], pregnancy: true },
    rooms: [['Family rooms']],
  },
  womenOnly: {
    title: "Women's safe house",
    says: 'Women only, from 18; no children, and nobody who is pregnant.',
    rule: { persons: [women], pregnancy: false },
    rooms: [['Dormitory']],
  },
  womenTransInclusive: {
    title: 'Shelter for all women',
    says: 'Women and trans women from 18.',
    rule: { persons: [womenAndTransWomen] },
    rooms: [['Shared rooms'], ['Single rooms']],
  },
  men: { title: "Men's shelter", says: 'Men only, from 18.', rule: { persons: [men] }, rooms: [["Men's dormitory"]] },
  girls: { title: "Girls' home", says: 'Girls from 8 to 17.', rule: { persons: [[['WOMAN'], 8, 17]] }, rooms: [['Group home']] },
  boys: { title: "Boys' home", says: 'Boys from 10 to 17.', rule: { persons: [[['MAN'], 10, 17]] }, rooms: [['Group home']] },
  families: {
    title: 'Family shelter',
    says: 'Adults of any gender, alone or with their children up to 17.',
    rule: { persons: [anyAdult, childrenWithAdult(17)], pregnancy: true },
    rooms: [['Family apartments']],
  },
  mixed: {
    title: 'Open shelter',
    says: 'From 18: women, trans women and non-binary people in one wing, men and trans men in another; families with children under 13 in rooms of their own.',
    rule: { persons: [womenAndNonBinary, menAndTransMen, childrenWithAdult(12)] },
    rooms: [
      ["Women's wing", { persons: [womenAndNonBinary], pregnancy: true }],
      ["Men's wing", { persons: [menAndTransMen] }],
      ['Family rooms', { persons: [womenAndNonBinary, menAndTransMen, childrenWithAdult(12)], pregnancy: true }],
    ],
  },
  transAndNonBinary: {
    title: 'Rainbow house',
    says: 'Trans and non-binary people from 16.',
    rule: { persons: [[['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'], 16, null]] },
    rooms: [['Rooms']],
  },
  anyAdult: { title: 'Transit house', says: 'Anyone from 18.', rule: { persons: [anyAdult] }, rooms: [['Beds']] },
  agesOnly: { title: 'Youth transit house', says: 'From 16 to 25.', rule: {}, ages: [16, 25], rooms: [['Beds']] },
  nothingSaid: { title: 'Emergency accommodation', says: null, rule: {}, rooms: [['Beds']] },
};

const statuses = {
  everyone: ['CITIZEN', 'RESIDENT', 'TEMPORARY', 'ASYLUM_SEEKER', 'REFUGEE', 'UNDOCUMENTED', 'STATELESS', 'UNKNOWN'],
  withoutPapers: ['UNDOCUMENTED', 'STATELESS', 'ASYLUM_SEEKER', 'REFUGEE'],
  nationals: ['CITIZEN', 'RESIDENT'],
  protection: ['ASYLUM_SEEKER', 'REFUGEE', 'STATELESS'],
};
const forms = [
  ['SEXUAL'],
  ['SEXUAL', 'DOMESTIC_SERVITUDE', 'FORCED_MARRIAGE'],
  ['LABOUR', 'DOMESTIC_SERVITUDE', 'FORCED_CRIMINALITY', 'FORCED_BEGGING'],
  [
    'SEXUAL',
    'LABOUR',
    'DOMESTIC_SERVITUDE',
    'FORCED_MARRIAGE',
    'FORCED_BEGGING',
    'FORCED_CRIMINALITY',
    'ORGAN_REMOVAL',
    'CHILD_SOLDIERING',
    'OTHER',
  ],
];
const accesses = [
  [],
  ['WHEELCHAIR'],
  ['WHEELCHAIR', 'DEAF', 'BLIND'],
  ['MENTAL_HEALTH', 'COGNITIVE'],
  ['WHEELCHAIR', 'MENTAL_HEALTH', 'SUBSTANCE_USE'],
  ['SERVICE_ANIMAL', 'BLIND'],
];

/** Rules about more than the person; only some records have each part (`share`: how many). */
export function drawConditions(chance, city, share) {
  const said = (part, value) => (chance.happens(share) ? { [part]: value() } : {});
  return {
    ...said('legalStatuses', () => statuses[chance.pick(['everyone', 'everyone', 'withoutPapers', 'nationals', 'protection'])]),
    ...(chance.happens(share * 0.5) && {
      nationalities: chance.pick([[city.country], [city.country, ...city.neighbours]]),
    }),
    ...said('exploitation', () => chance.pick(forms)),
    ...said('accessibility', () => chance.pick(accesses)),
    ...said('referralRequired', () => chance.happens(0.4)),
  };
}
