import { describe, expect, it } from '@jest/globals';
import { burdenWeights, LegalStatus, unknownRule, personOf } from '@haven/kernel';
import type { AdmissionRule, Gender, Person } from '@haven/kernel';
import fc from 'fast-check';
import type { Schedule } from '@haven/events';
import type { Provider, Spot } from '../judging/candidate.js';
import { explain } from '../answer/explain.js';
import { schedule } from '../hours/hours.fixture.js';
import { openingHoursOf } from '../hours/opening-hours.js';
import { judge } from '../judging/judge.js';
import type { MatchRequest, Member } from '../request/request.js';
import { scoreOf, weighing, type Burden } from './burden.js';
import { rank } from './rank.js';

const at = new Date('2026-11-24T12:00:00Z');
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000).toISOString();
const openRule: AdmissionRule = { ...unknownRule, persons: [anybody()], referralRequired: false };
const told: Partial<Member> = { legalStatus: 'REFUGEE', statusIn: 'ID', nationality: 'KH', exploitation: ['LABOUR'], pregnant: false };
const explicit: AdmissionRule = { ...openRule, legalStatuses: ['REFUGEE'], nationalities: ['KH'], exploitation: ['LABOUR'] };

const woman: Member = { ...personOf('WOMAN', 30), ...told };
const perhapsChild: Member = { ...woman, age: null, mayBeMinor: true };
/** Takes people up to each of these ages; null: of any age. */
const forAges = (...ages: readonly (number | null)[]): AdmissionRule => ({
  ...explicit,
  persons: (ages.length > 0 ? ages : [null]).map((maximumAge) => ({ ...anybody(), maximumAge })),
});
const anyStatus: AdmissionRule = { ...explicit, legalStatuses: Object.values(LegalStatus) };

const request = (changes: Partial<MatchRequest> = {}): MatchRequest => ({
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  party: [{ ...personOf('WOMAN', 30), ...told }],
  languages: ['km', 'en', 'fr', 'de', 'es'],
  avoid: [],
  maxDistanceMeters: 2_000_000,
  border: 'OPEN',
  at,
  first: 50,
  ...changes,
});

interface Sketch {
  readonly id: string;
  readonly km: number;
  readonly languages: readonly string[];
  readonly interpreters: Provider['interpreters'];
  readonly admission: AdmissionRule;
  readonly country: string | null;
  readonly beds: Provider['beds'];
  readonly hours: Provider['hours'];
}

const sketch = (changes: Partial<Sketch> = {}): Sketch => ({
  id: 's',
  km: 5,
  languages: ['km'],
  interpreters: [],
  admission: explicit,
  country: 'ID',
  beds: beds([9]),
  hours: hours({}),
  ...changes,
});

/** Open at all hours, with these changes; noon is the time of the question. */
function hours(visit: Partial<Schedule> | null, more: Partial<Record<'intake' | 'phone', Partial<Schedule>>> = {}): Provider['hours'] {
  const of = (changes: Partial<Schedule> | null | undefined) =>
    changes ? openingHoursOf([schedule({ opens: 0, closes: 1440, ...changes })], 'UTC') : null;
  return [{ places: null, visit: of(visit), intake: of(more.intake), phone: of(more.phone) }];
}
function anybody(gender: Gender | null = null) {
  return { genders: gender && [gender], minimumAge: null, maximumAge: null, accompaniedOnly: false };
}
function beds(free: readonly number[], genders: readonly (Gender | null)[] = [], confirmedAt: string | null = hoursAgo(1)) {
  return {
    status: 'CAPACITY' as const,
    confirmedAt,
    pools: free.map((count, i) => ({ free: count, admits: { ...unknownRule, persons: genders[i] ? [anybody(genders[i])] : null } })),
  };
}

const roomFor = (maximumAge: number) => ({
  ...beds([]),
  pools: [{ free: 9, admits: { ...unknownRule, persons: forAges(maximumAge).persons } }],
});

const withReferral = (referralRequired: boolean) => ({
  ...beds([]),
  pools: [{ free: 9, admits: { ...unknownRule, referralRequired } }],
});

const judgedAt = (asked: MatchRequest, { id, km, country, ...said }: Sketch, withBeds = true) => {
  const provider: Provider = { serviceId: id, organizationId: 'o', status: 'ACTIVE', coversOrigin: 'YES', ...said };
  const spot: Spot = {
    ...{
      serviceId: id,
      locationId: `${id}-0`,
      position: { latitude: 0, longitude: 0 },
      precision: 'EXACT',
      cell: null,
      country,
      active: true,
    },
    ...{ meters: Math.round(km * 1e6) / 1e3, within: km * 1000 <= asked.maxDistanceMeters, countryFits: true },
  };
  return judge(asked, {
    category: withBeds ? 'ACCOMMODATION' : 'LEGAL',
    beds: withBeds ? asked.party.length : null,
    member: 0,
    for: null,
    interpreter: null,
  })(provider, [spot])[0]!;
};
const weigh = (one: Partial<Sketch> = {}, changes: Partial<MatchRequest> = {}, withBeds = true): Burden => {
  const asked = request(changes);
  return weighing(asked, withBeds, burdenWeights)(judgedAt(asked, sketch(one), withBeds));
};
const partsOf = (burden: Burden) => Object.fromEntries(burden.parts.map(({ code, km }) => [code, km]));
const reasonsOf = (one: Partial<Sketch>, changes: Partial<MatchRequest> = {}) => {
  const asked = request(changes);
  return explain(asked, judgedAt(asked, sketch(one)));
};
const order = (sketches: readonly Sketch[], asked = request(), tie = (id: string) => id): string[] =>
  rank(
    sketches.map((one) => judgedAt(asked, one)),
    weighing(asked, true, burdenWeights),
    tie,
  ).map(({ judged }) => judged.site.serviceId);
const better = (one: Partial<Sketch>, other: Partial<Sketch>, asked = request()) =>
  [order, (list: readonly Sketch[]) => order([...list].reverse(), asked, (id) => (id === 'one' ? 'z' : 'a'))].map(
    (ordered) => ordered([sketch({ ...one, id: 'one' }), sketch({ ...other, id: 'other' })], asked)[0],
  );

describe('burdens', () => {
  it.each<[string, Partial<Sketch>, Partial<MatchRequest>, Record<string, number>]>([
    ['nothing but the way', {}, {}, {}],
    ['the second language', { languages: ['id', 'en'] }, {}, { LANGUAGE: 1 }],
    ['the fifth language, as the fourth', { languages: ['es'] }, {}, { LANGUAGE: 3 }],
    ['a language that is understood', { languages: ['fa'] }, { languages: ['haz'] }, { LANGUAGE: 4 }],
    ['an interpreter there', { languages: ['id'], interpreters: [{ language: null, by: 'THERE' }] }, {}, { LANGUAGE: 8 }],
    ['an interpreter on the phone', { languages: [], interpreters: [{ language: 'fr', by: 'PHONE' }] }, {}, { LANGUAGE: 10 }],
    ['no language', { languages: ['id'] }, {}, { LANGUAGE: 20 }],
    ['languages not said', { languages: [] }, {}, { LANGUAGE: 12 }],
    ['an aging count', { beds: beds([9], [], hoursAgo(5)) }, {}, { FRESHNESS: 3 }],
    ['a stale count', { beds: beds([9], [], hoursAgo(25)) }, {}, { FRESHNESS: 10 }],
    ['a count that nobody confirmed', { beds: beds([9], [], null) }, {}, { FRESHNESS: 15 }],
    ['no count', { beds: null }, {}, { FRESHNESS: 15 }],
    ['the last bed', { beds: beds([1]) }, {}, { FEW_BEDS: 2 }],
    ['the last bed of a kind', { beds: beds([1, 9], ['WOMAN', 'MAN']) }, {}, { FEW_BEDS: 2 }],
    ['a referral', { admission: { ...explicit, referralRequired: true } }, {}, { REFERRAL: 6 }],
    ['an assessment', { beds: { ...beds([9]), status: 'ADDITIONAL_ASSESSMENT_REQUIRED' } }, {}, { ASSESSMENT: 8 }],
    ['a referral that only the room asks for', { beds: withReferral(true) }, {}, { REFERRAL: 6 }],
    ['a border', { country: 'MY', admission: anyStatus }, {}, { BORDER: 30 }],
    ['a border, papers not known', { country: 'MY', admission: anyStatus }, { border: 'ASK' }, { BORDER: 30 }],
    ['a border, where a status that holds at home matters', { country: 'MY' }, {}, { BORDER: 30, OPEN_QUESTIONS: 2 }],
    ['hours that begin within three hours', { hours: hours({ opens: 15 * 60 }) }, {}, { HOURS: 2 }],
    ['hours that begin later', { hours: hours({ opens: 15 * 60 + 1 }) }, {}, { HOURS: 10 }],
    ['hours not said', { hours: [] }, {}, { HOURS: 3 }],
    ['intake at other hours', { hours: hours({}, { intake: { opens: 18 * 60 } }) }, {}, { HOURS: 10 }],
    ['intake at this hour', { hours: hours({ opens: 18 * 60 }, { intake: {} }) }, {}, {}],
    ['other hours, and a phone that is always answered', { hours: hours({ opens: 18 * 60 }, { phone: {} }) }, {}, {}],
    ['hours not said, and a phone that is always answered', { hours: hours(null, { phone: {} }) }, {}, {}],
    [
      'other hours, and a phone that is not always answered',
      { hours: hours({ opens: 18 * 60 }, { phone: { opens: 60 } }) },
      {},
      { HOURS: 10 },
    ],
    ['a question', { admission: { ...explicit, referralRequired: null } }, {}, { OPEN_QUESTIONS: 2 }],
    ['no question that the room answers', { admission: { ...explicit, referralRequired: null }, beds: withReferral(false) }, {}, {}],
    [
      'a place for all ages, of somebody who may be a child',
      { admission: forAges() },
      { party: [perhapsChild] },
      { NOT_FOR_CHILDREN: 200 },
    ],
    ['a place for children', { admission: forAges(17) }, { party: [perhapsChild] }, { OPEN_QUESTIONS: 2 }],
    ['a place for youths', { admission: forAges(18) }, { party: [perhapsChild] }, { NOT_FOR_CHILDREN: 200, OPEN_QUESTIONS: 2 }],
    ['a place for girls and for women', { admission: forAges(17, null) }, { party: [perhapsChild] }, { NOT_FOR_CHILDREN: 200 }],
    ['a place for children in a room', { admission: explicit, beds: roomFor(17) }, { party: [perhapsChild] }, { OPEN_QUESTIONS: 2 }],
    ['a place for somebody of unknown age', { admission: forAges() }, { party: [{ ...perhapsChild, mayBeMinor: false }] }, {}],
    ['a child of whom nobody says who cares for it', {}, { party: [woman, { ...woman, age: 9 }] }, {}],
    ['many questions', { admission: { ...unknownRule, persons: null }, country: null }, {}, { OPEN_QUESTIONS: 8 }],
  ])('%s', (_, one, changes, drawbacks) => {
    const burden = weigh(one, changes);
    expect(partsOf(burden)).toEqual({ DISTANCE: 5, ...drawbacks });
    expect(burden.meters).toBeCloseTo(
      burden.parts.reduce((sum, { km }) => sum + km * 1000, 0),
      6,
    );
  });

  it('of a need without beds include none for beds', () => {
    expect(partsOf(weigh({ beds: null }, {}, false))).toEqual({ DISTANCE: 5 });
    expect(partsOf(weigh({ beds: { ...beds([1]), status: 'ADDITIONAL_ASSESSMENT_REQUIRED' } }, {}, false))).toEqual({ DISTANCE: 5 });
  });

  it('include children who would sleep apart from their adults', () => {
    const ages = (minimumAge: number, maximumAge: number) => ({
      free: 4,
      admits: { ...unknownRule, persons: [{ ...anybody(), minimumAge, maximumAge }] },
    });
    const party = [30, 5, 6].map((age): Person => ({ ...personOf('WOMAN', age), ...told })) as [Person, ...Person[]];
    const apart = { ...beds([]), pools: [ages(18, 99), ages(0, 17)] };
    expect(partsOf(weigh({ beds: apart }, { party }))).toEqual({ DISTANCE: 5, CHILD_APART: 30 });
  });

  it('give the score: one half at 20 km', () => {
    expect([0, 20, 60].map((km) => scoreOf(weigh({ km })))).toEqual([1, 0.5, 0.25]);
  });
});

describe('the order of matches', () => {
  it('counts only beds that the party can use', () => {
    const [mixed, women] = [beds([1, 9], ['WOMAN', 'MAN']), beds([8], ['WOMAN'])];
    expect(better({ beds: women }, { beds: mixed })).toEqual(['one', 'one']);
    expect(reasonsOf({ beds: mixed })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'BEDS_FREE', data: { free: 1, needed: 1 } }),
        expect.objectContaining({ code: 'LAST_BEDS' }),
      ]),
    );
    expect(reasonsOf({ beds: women })).toContainEqual(expect.objectContaining({ code: 'BEDS_FREE', data: { free: 8, needed: 1 } }));
  });

  it('never puts a known obstacle above the question whether there is one', () => {
    const silent = { ...unknownRule, persons: [anybody()] };
    const known: readonly [Partial<Sketch>, Partial<Sketch>][] = [
      [{ admission: { ...explicit, referralRequired: null } }, { admission: { ...explicit, referralRequired: true } }],
      [{ admission: silent }, { admission: { ...silent, referralRequired: true } }],
      [{ country: null }, { country: 'MY' }],
      [{ languages: [] }, { languages: ['id'] }],
      [{ hours: [] }, { hours: hours({ opens: 20 * 60 }) }],
    ];
    for (const [open, obstacle] of known) expect(better(open, obstacle)).toEqual(['one', 'one']);
  });

  it('puts an explicit admission above a missing rule, even with many questions', () => {
    const parts = ['persons', 'legalStatuses', 'nationalities', 'exploitation', 'referralRequired'] as const;
    fc.assert(
      fc.property(fc.subarray([...parts]), fc.constantFrom(...parts), (said, part) => {
        const silent: AdmissionRule = { ...unknownRule, ...Object.fromEntries(said.map((one) => [one, explicit[one]])), [part]: null };
        expect(better({ admission: { ...silent, [part]: explicit[part] } }, { admission: silent })).toEqual(['one', 'one']);
      }),
    );
  });

  it('depends on the hours', () => {
    const codesOf = (one: Partial<Sketch>) => reasonsOf(one).map(({ code }) => code);
    const evening = { opens: 18 * 60, closes: 20 * 60 };
    expect(codesOf({})).toContain('OPEN_NOW');
    expect(codesOf({ hours: [] })).toContain('ASK_HOURS');
    expect(codesOf({ hours: hours(null, { phone: {} }) })).not.toContain('ASK_HOURS');
    expect(codesOf({ hours: hours(evening, { phone: {} }) })).toEqual(expect.arrayContaining(['PHONE_ALWAYS', 'CLOSED_NOW']));
    // By the clock of the place.
    const data = { opensAt: '2026-11-24T18:00:00+00:00' };
    expect(reasonsOf({ hours: hours(evening) })).toContainEqual({ code: 'CLOSED_NOW', kind: 'CAUTION', data });
    expect(reasonsOf({ hours: hours({}, { intake: evening }) })).toContainEqual({ code: 'INTAKE_LATER', kind: 'CAUTION', data });
  });

  it('breaks ties by services for such people', () => {
    const aged = { ...explicit, persons: [{ ...anybody(), minimumAge: 18 }] };
    expect(better({ admission: aged }, {})).toEqual(['one', 'one']);
  });
});

const anyRule = fc.record({
  persons: fc.constantFrom(null, [anybody()], [anybody('WOMAN')]),
  legalStatuses: fc.constantFrom<AdmissionRule['legalStatuses']>(null, ['REFUGEE'], Object.values(LegalStatus)),
  nationalities: fc.constantFrom(null, ['KH']),
  exploitation: fc.constantFrom<AdmissionRule['exploitation']>(null, ['LABOUR']),
  pregnancy: fc.constantFrom(null, true),
  accessibility: fc.constant(null),
  referralRequired: fc.constantFrom(null, true, false),
});
const agesOfCounts = [1, 5, 30, null] as const;
const anyBeds = fc
  .record({
    free: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    hours: fc.constantFrom(...agesOfCounts),
    status: fc.constantFrom('CAPACITY' as const, 'ADDITIONAL_ASSESSMENT_REQUIRED' as const),
  })
  .map(({ free, hours, status }) => ({ ...beds(free, ['WOMAN'], hours === null ? null : hoursAgo(hours)), status }));
const anySketch = fc.record({
  id: fc.uuid(),
  km: fc.double({ min: 0, max: 300, noNaN: true }),
  languages: fc.subarray(['km', 'en', 'fr', 'de', 'id', 'th']),
  interpreters: fc.array(
    fc.record({ language: fc.option(fc.constantFrom('km', 'de', 'th')), by: fc.constantFrom('THERE' as const, 'PHONE' as const) }),
    { maxLength: 2 },
  ),
  admission: anyRule,
  country: fc.constantFrom('ID', 'MY', null),
  beds: fc.option(anyBeds),
  hours: fc.constantFrom(hours({}), hours({ opens: 14 * 60 }), hours({ opens: 20 * 60 }), []),
});
const directory = fc.uniqueArray(anySketch, { minLength: 2, maxLength: 8, selector: ({ id }) => id });
const placeOf = (id: string, sketches: readonly Sketch[], asked = request()) => order(sketches, asked).indexOf(id);
/** The rank of the first item, before and after a change of it. */
const standsAfter = (sketches: readonly Sketch[], change: (one: Sketch) => Sketch): readonly [number, number] => {
  const [one, ...others] = sketches as unknown as [Sketch, ...Sketch[]];
  return [placeOf(one.id, sketches), placeOf(one.id, [change(one), ...others])];
};

describe('the reasons of a match', () => {
  it('name each part of the rules that speaks for it, and ask for no part of which every value is admitted', () => {
    const open = { ...explicit, legalStatuses: Object.values(LegalStatus), nationalities: null, referralRequired: null };
    const party = [{ ...personOf('WOMAN', null), ...told, legalStatus: null, pregnant: true }] as const;
    const reasons = reasonsOf({ admission: open, beds: beds([9], ['WOMAN']) }, { party });
    expect(reasons.filter(({ code }) => /^ADMITTED|^ASK/.test(code)).map(({ code }) => code)).toEqual([
      ...['ADMITTED_PERSONS', 'ADMITTED_LEGAL_STATUS', 'ADMITTED_EXPLOITATION'],
      ...['ASK_PREGNANCY', 'ASK_REFERRAL', 'ASK_NATIONALITY'],
    ]);
    expect(reasons[0]!.data).toEqual({ persons: [anybody('WOMAN')] });
    expect(reasonsOf({}).map(({ code }) => code)).toEqual(expect.arrayContaining(['ADMITTED', 'ADMITTED_PERSONS', 'NO_REFERRAL_NEEDED']));
  });

  it('are at most three questions and one for the others, which cost as much as if each were asked', () => {
    const silent = { admission: unknownRule, languages: [] };
    const asks = reasonsOf(silent).filter(({ kind }) => kind === 'ASK');
    expect(asks.map(({ code }) => code)).toEqual(['ASK_PERSONS', 'ASK_LEGAL_STATUS', 'ASK_REFERRAL', 'ASK_FURTHER']);
    expect(asks[3]!.data).toEqual({ parts: ['NATIONALITY', 'LANGUAGES', 'EXPLOITATION'] });
    expect(partsOf(weigh(silent))).toMatchObject({ OPEN_QUESTIONS: 8 });
  });
});

describe('the order of any matches', () => {
  it('is no worse for a service that is closer', () => {
    fc.assert(
      fc.property(directory, fc.double({ min: 0, max: 1, noNaN: true }), (sketches, share) => {
        const [before, after] = standsAfter(sketches, (one) => ({ ...one, km: one.km * share }));
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is no worse for a service that speaks one more of the languages', () => {
    fc.assert(
      fc.property(directory, fc.constantFrom('km', 'en', 'fr', 'de', 'es'), (sketches, language) => {
        const [before, after] = standsAfter(sketches, (one) => ({ ...one, languages: [...one.languages, language] }));
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is no better for a service with an older count', () => {
    fc.assert(
      fc.property(directory, fc.nat(3), fc.nat(3), (sketches, a, b) => {
        const counted = (n: number) => (one: Sketch) => {
          const hours = agesOfCounts[n]!;
          return { ...one, beds: { ...beds([2]), ...one.beds, confirmedAt: hours === null ? null : hoursAgo(hours) } };
        };
        const [one, ...others] = sketches as unknown as [Sketch, ...Sketch[]];
        const place = (n: number) => placeOf(one.id, [counted(n)(one), ...others]);
        expect(place(Math.max(a, b))).toBeGreaterThanOrEqual(place(Math.min(a, b)));
      }),
    );
  });

  it('loses no match in a wider radius, and keeps their order', () => {
    fc.assert(
      fc.property(directory, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (sketches, km, more) => {
        const within = (radius: number) => order(sketches, request({ maxDistanceMeters: radius * 1000 }));
        const narrow = within(km);
        expect(within(km + more).filter((id) => narrow.includes(id))).toEqual(narrow);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        directory.chain((sketches) => fc.tuple(fc.constant(sketches), fc.shuffledSubarray(sketches, { minLength: sketches.length }))),
        ([sketches, shuffled]) => expect(order(shuffled)).toEqual(order(sketches)),
      ),
    );
  });

  it('is that of the burdens, none of which is less than the distance', () => {
    fc.assert(
      fc.property(directory, (sketches) => {
        const byId = new Map(sketches.map((one) => [one.id, weigh(one)]));
        const burdens = order(sketches).map((id) => byId.get(id)!.meters);
        expect(burdens).toEqual([...burdens].sort((a, b) => a - b));
        for (const { meters, parts } of byId.values()) {
          expect(parts.every(({ km }) => km >= 0)).toBe(true);
          expect(meters).toBeGreaterThanOrEqual(parts[0]!.km * 1000 - 0.001);
        }
      }),
    );
  });
});
