import type { AskedNeed, AskedPerson, Clause, ListedPool, MatchRequest, Rule } from '../contract-types.js';

type Party = readonly AskedPerson[];
/** A bed pool with all rules that decide who sleeps there. */
export type JudgedPool = Omit<ListedPool, 'admits'> & { readonly admits: readonly Rule[] };

/** Everybody in a request, the client first. */
export const partyOf = ({ person, companions }: Pick<MatchRequest, 'person' | 'companions'>): Party => [person, ...(companions ?? [])];

const adultAge = 18;
const everyAge = Array.from({ length: 121 }, (_, age) => age);
const toldGenders = ['WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'];

/** Rules about people. Each is a function, so that a test can replace one by a wrong one. True: not excluded. */
export interface PeopleRules {
  age(clause: Clause, person: AskedPerson): boolean;
  gender(clause: Clause, person: AskedPerson): boolean;
  /** All people whom somebody with unknown age or gender could be. */
  whoever(person: AskedPerson): Party;
  /** Whether a clause is certain, rather than a question to the shelter. */
  isSure(clause: Clause): boolean;
  /** Whether each rule admits an adult of the party without company. */
  accompanied(saying: readonly (readonly Clause[])[], party: Party, rules: PeopleRules): boolean;
  /** The person's carer in the party. */
  carer(person: AskedPerson, party: Party): AskedPerson | null;
  legalStatus(rule: Rule, person: AskedPerson): boolean;
  nationality(rule: Rule, person: AskedPerson): boolean;
  exploitation(rule: Rule, person: AskedPerson): boolean;
  pregnancy(rule: Rule, person: AskedPerson): boolean;
  accessibility(rule: Rule, person: AskedPerson): boolean;
  /** The members who must be admitted to a service for this need. */
  mustFit(need: AskedNeed, party: Party): Party;
  /** The person whose languages count. */
  speaks(need: AskedNeed, party: Party): AskedPerson;
  /** The rules that decide who sleeps in a pool: its service's and its own. */
  ofPool(service: Rule, pool: Rule): readonly Rule[];
  beds(pools: readonly JudgedPool[], party: Party, beds: number, rules: PeopleRules): boolean;
  /** Whether a child is not apart if this person sleeps in the same room. */
  keeps(child: AskedPerson, other: AskedPerson): boolean;
}

/** By contract and design: an unknown part excludes nobody. */
export const peopleRules: PeopleRules = {
  age: (clause, { age }) => age === null || (age >= (clause.minimumAge ?? 0) && age <= (clause.maximumAge ?? Infinity)),
  gender: (clause, { gender }) => !clause.genders || gender === 'UNDISCLOSED' || clause.genders.includes(gender),
  whoever: (person) => {
    const ages = person.age === null ? everyAge : [person.age];
    const genders = person.gender === 'UNDISCLOSED' ? toldGenders : [person.gender];
    return ages.flatMap((age) => genders.map((gender) => ({ ...person, age, gender })));
  },
  isSure: ({ asked }) => asked !== true,
  accompanied: (saying, party, rules) =>
    party.some(
      (member) =>
        (member.age === null || member.age >= adultAge) &&
        saying.every((clauses) =>
          clauses.some(
            (c) => !c.accompaniedOnly && (c.maximumAge ?? Infinity) >= adultAge && rules.age(c, member) && rules.gender(c, member),
          ),
        ),
    ),
  carer: ({ carerId }, party) => (typeof carerId === 'string' ? (party.find(({ id }) => id === carerId) ?? null) : null),
  legalStatus: (rule, { legalStatus }) =>
    !rule.legalStatuses || !legalStatus || legalStatus === 'UNKNOWN' || rule.legalStatuses.includes(legalStatus),
  nationality: (rule, { nationality }) => !rule.nationalities || !nationality || rule.nationalities.includes(nationality),
  exploitation: (rule, { exploitation }) =>
    !rule.exploitation || !exploitation?.length || exploitation.some((type) => rule.exploitation!.includes(type)),
  pregnancy: (rule, { pregnant }) => !(rule.pregnancy === false && pregnant === true),
  accessibility: (rule, { accessibility }) =>
    !rule.accessibility || (accessibility ?? []).every((need) => rule.accessibility!.includes(need)),
  mustFit: (need, party) => (need.category === 'ACCOMMODATION' ? party : [whoNeeds(need, party)]),
  speaks: (need, party) => (need.category === 'ACCOMMODATION' ? party[0]! : whoNeeds(need, party)),
  ofPool: (service, pool) => [service, pool],
  beds: (pools, party, beds, rules) => pools.length === 0 || fewestApart(pools, party, beds, rules) !== null,
  keeps: (child, other) => (other.age ?? 0) >= adultAge || (typeof other.id === 'string' && other.id === child.carerId),
};

/** The member who has a need; the client comes first. */
export const whoNeeds = (need: AskedNeed, party: Party): AskedPerson =>
  party.find(({ id }) => typeof need.for === 'string' && id === need.for) ?? party[0]!;

/** Whether all of these could admit a person of a party. */
export function couldAdmit(admission: readonly Rule[], person: AskedPerson, party: Party, rules: PeopleRules): boolean {
  const saying = admission.flatMap(({ persons }) => (persons ? [persons] : []));
  return (
    couldCome(saying, person, party, rules) &&
    admission.every(
      (rule) =>
        rules.legalStatus(rule, person) &&
        rules.nationality(rule, person) &&
        rules.exploitation(rule, person) &&
        rules.pregnancy(rule, person) &&
        rules.accessibility(rule, person),
    )
  );
}

/** Who may only come in company has an adult with them, or a carer who may come; `asking`: those whose company is in question. */
function couldCome(
  saying: readonly (readonly Clause[])[],
  person: AskedPerson,
  party: Party,
  rules: PeopleRules,
  asking: Party = [],
): boolean {
  const carer = rules.carer(person, party);
  const isWithCarer = () => carer !== null && !asking.includes(carer) && couldCome(saying, carer, party, rules, [...asking, person]);
  const isAccompanied = () => isWithCarer() || rules.accompanied(saying, party, rules);
  return saying.every((clauses) =>
    clauses.some((c) => rules.age(c, person) && rules.gender(c, person) && (!c.accompaniedOnly || isAccompanied())),
  );
}

const oldestChild = 12;

/**
 * Tries every way to put each person into a pool that could admit them. Returns the fewest children who are apart from everybody who could
 * keep them; null if there is no way. A child who came with nobody like that is not apart.
 */
export function fewestApart(pools: readonly JudgedPool[], party: Party, beds: number, rules: PeopleRules): number | null {
  const keepers = party.map((child) =>
    (child.age ?? adultAge) <= oldestChild ? party.flatMap((other, n) => (other !== child && rules.keeps(child, other) ? [n] : [])) : [],
  );
  const poolOf = party.map(() => -1);
  const apart = () => keepers.filter((some, child) => some.length > 0 && some.every((n) => poolOf[n] !== poolOf[child])).length;
  let fewest: number | null = null;
  const choices = party.map((person) =>
    pools.flatMap((pool, index) => (pool.free > 0 && couldAdmit(pool.admits, person, party, rules) ? [index] : [])),
  );
  const counts = pools.map(() => 0);
  // Equal pools are filled in order. Otherwise there are millions of ways to put a family into a house with many rooms.
  const kinds = pools.map(({ free }, pool) => JSON.stringify([free, choices.map((some) => some.includes(pool))]));
  const twins = kinds.map((kind, pool) => kinds.lastIndexOf(kind, pool - 1));
  const isTwinFree = (pool: number) => pool > 0 && twins[pool]! >= 0 && counts[twins[pool]!] === 0;
  const place = (member: number): boolean => {
    if (member === party.length) {
      if (enoughBeds(pools, counts, beds)) fewest = Math.min(fewest ?? Infinity, apart());
      return fewest === 0;
    }
    return choices[member]!.some((pool) => {
      if (counts[pool] === 0 && isTwinFree(pool)) return false;
      counts[pool]! += 1;
      poolOf[member] = pool;
      const placed = place(member + 1);
      counts[pool]! -= 1;
      return placed;
    });
  };
  place(0);
  return fewest;
}

/**
 * With fewer beds than people, that many are taken and the others share. People whom no single pool admits need a bed in each of their
 * pools, even if fewer were requested: nobody is turned away for that. (The contract is silent.) With more beds than people, the spare beds
 * may be anywhere in the service.
 */
function enoughBeds(pools: readonly JudgedPool[], counts: readonly number[], beds: number): boolean {
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const own = counts.reduce((sum, count, index) => sum + Math.min(count, pools[index]!.free), 0);
  if (beds <= persons) return own >= Math.max(beds, counts.filter((count) => count > 0).length);
  return own === persons && pools.reduce((sum, pool) => sum + pool.free, 0) >= beds;
}
