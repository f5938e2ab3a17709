/** People, alone or together, to test sentences with: [gender, age, pregnant]. */
const parties = {
  woman: [['WOMAN', 30]],
  'pregnant woman': [['WOMAN', 30, true]],
  'girl of 13': [['WOMAN', 13]],
  'girl of 15': [['WOMAN', 15]],
  'woman of 17': [['WOMAN', 17]],
  'woman of 70': [['WOMAN', 70]],
  man: [['MAN', 40]],
  'man of 20': [['MAN', 20]],
  'boy of 7': [['MAN', 7]],
  'boy of 15': [['MAN', 15]],
  'trans woman': [['TRANS_WOMAN', 30]],
  'trans man': [['TRANS_MAN', 30]],
  'trans man of 16': [['TRANS_MAN', 16]],
  'non-binary person': [['NON_BINARY', 30]],
  'woman with a boy of 5': [
    ['WOMAN', 30],
    ['MAN', 5],
  ],
  'woman with a girl of 16': [
    ['WOMAN', 30],
    ['WOMAN', 16],
  ],
  'woman with a boy of 6': [
    ['WOMAN', 30],
    ['MAN', 6],
  ],
  'woman with a boy of 7': [
    ['WOMAN', 30],
    ['MAN', 7],
  ],
  'woman with a boy of 12': [
    ['WOMAN', 30],
    ['MAN', 12],
  ],
  'woman with a boy of 13': [
    ['WOMAN', 30],
    ['MAN', 13],
  ],
  'man with a girl of 5': [
    ['MAN', 40],
    ['WOMAN', 5],
  ],
};

/** Whom each sentence takes, as its reader understands it, among {@link parties}. */
const taken = {
  'Women from 18, alone or with daughters up to 17 and sons up to 12.':
    'woman, pregnant woman, woman of 70, woman with a boy of 5, woman with a boy of 6, woman with a boy of 7, woman with a girl of 16, woman with a boy of 12',
  'Women and girls from 14, pregnant or not, alone or with children under 7.':
    'woman, pregnant woman, girl of 15, woman of 17, woman of 70, woman with a boy of 5, woman with a boy of 6, woman with a girl of 16',
  'Women only, from 18; no children, and nobody who is pregnant.': 'woman, woman of 70',
  'Women and trans women from 18.': 'woman, pregnant woman, woman of 70, trans woman',
  'Men only, from 18.': 'man, man of 20',
  'Girls from 8 to 17.': 'girl of 13, girl of 15, woman of 17',
  'Boys from 10 to 17.': 'boy of 15',
  'Adults of any gender, alone or with their children up to 17.':
    'woman, pregnant woman, woman of 70, man, man of 20, trans woman, trans man, non-binary person, woman with a boy of 5, woman with a boy of 6, woman with a boy of 7, woman with a girl of 16, woman with a boy of 12, woman with a boy of 13, man with a girl of 5',
  'From 18: women, trans women and non-binary people in one wing, men and trans men in another; families with children under 13 in rooms of their own.':
    'woman, pregnant woman, woman of 70, man, man of 20, trans woman, trans man, non-binary person, woman with a boy of 5, woman with a boy of 6, woman with a boy of 7, woman with a boy of 12, man with a girl of 5',
  'Trans and non-binary people from 16.': 'trans woman, trans man, trans man of 16, non-binary person',
  'Anyone from 18.': 'woman, pregnant woman, woman of 70, man, man of 20, trans woman, trans man, non-binary person',
  'From 16 to 25.': 'woman of 17, man of 20, trans man of 16',
  'Children under 18.': 'girl of 13, girl of 15, woman of 17, boy of 7, boy of 15, trans man of 16',
  'Women and girls of any age, trans women included.':
    'woman, pregnant woman, girl of 13, girl of 15, woman of 17, woman of 70, trans woman, woman with a girl of 16',
};

const adultAge = 18;
const valuesOf = (record, part) =>
  (record.attributes ?? []).filter((one) => one.taxonomy_term.code === `haven:admission.${part}`).map((one) => one.value);

/** Whom a service or a room takes; null: unknown. */
function ruleOf(record) {
  const { minimum_age: minimumAge, maximum_age: maximumAge } = record;
  const clauses = valuesOf(record, 'person').map((text) => JSON.parse(text));
  const hasAges = minimumAge !== undefined || maximumAge !== undefined;
  const ages = { genders: null, minimumAge: minimumAge ?? null, maximumAge: maximumAge ?? null, accompaniedOnly: false };
  return {
    clauses: clauses.length > 0 ? clauses : hasAges ? [ages] : null,
    takesPregnant: !valuesOf(record, 'pregnancy').includes('false'),
  };
}

const isMeant = ({ genders, minimumAge, maximumAge }, [gender, age]) =>
  (!genders || genders.includes(gender)) && age >= (minimumAge ?? 0) && age <= (maximumAge ?? 120);
const isAlone = ({ accompaniedOnly }) => !accompaniedOnly;

function takes({ clauses, takesPregnant }, person, party) {
  const hasAdult = () => party.some((one) => one[1] >= adultAge && clauses.some((clause) => isAlone(clause) && isMeant(clause, one)));
  const isIn = !clauses || clauses.some((clause) => isMeant(clause, person) && (isAlone(clause) || hasAdult()));
  return isIn && (takesPregnant || !person[2]);
}

/** Each sentence about whom a service takes is in the table, and the rule takes the same people, each of them in some room. */
export function sentences(services) {
  const said = services.filter((record) => record.eligibility_description);
  const differences = (record) => {
    const meant = taken[record.eligibility_description]?.split(', ');
    if (!meant) return [`no table says whom "${record.eligibility_description}" takes`];
    const rooms = record.capacities?.map(ruleOf) ?? [];
    return Object.entries(parties).flatMap(([name, party]) => {
      const isTaken = party.every((person) => takes(ruleOf(record), person, party));
      const isHoused = rooms.length === 0 || party.every((person) => rooms.some((room) => takes(room, person, party)));
      if (isTaken && !isHoused) return [`has no room for: ${name}`];
      return isTaken === meant.includes(name)
        ? []
        : [`"${record.eligibility_description}", but it ${isTaken ? 'takes' : 'refuses'}: ${name}`];
    });
  };
  const names = new Set(Object.keys(parties));
  return [
    ...Object.values(taken)
      .flatMap((list) => list.split(', '))
      .filter((name) => !names.has(name))
      .map((name) => `the table names nobody: ${name}`),
    ...said.flatMap((record) => differences(record).map((problem) => `${record.name}: ${problem}`)),
  ];
}

/** A list of nationalities does not exclude nationals of the home's own country. */
export function nationals(services) {
  return services.flatMap((record) => {
    const listed = valuesOf(record, 'nationality');
    const homes = record.service_at_locations.flatMap(({ location }) => location.addresses ?? []).map(({ country }) => country);
    return listed.length === 0
      ? []
      : homes.filter((home) => !listed.includes(home)).map((home) => `${record.name}: no nationals of ${home}`);
  });
}
