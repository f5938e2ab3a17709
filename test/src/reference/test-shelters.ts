import { farService, mutate, withdraw } from '../bad-input/registry-operations.js';
import type { MutationResult, Sender } from '../bad-input/registry-operations.js';
import type { System } from '../harness/system.js';

const mothersFrom14 = [
  { genders: ['WOMAN'], minimumAge: 14 },
  { maximumAge: 6, accompaniedOnly: true },
];
/** The rule that "Girls only" gives. */
const girlsOnly = [
  { genders: ['WOMAN'], maximumAge: 17 },
  { genders: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'], asked: true },
];
const womenFrom18 = { genders: ['WOMAN'], minimumAge: 18 };
const sons = { genders: ['MAN'], maximumAge: 12, accompaniedOnly: true };
const adults = [{ minimumAge: 18 }];
const families = [{ minimumAge: 18 }, { maximumAge: 17, accompaniedOnly: true }];

interface TestShelter {
  readonly name: string;
  readonly categories?: readonly string[];
  readonly admission?: object;
  /** Beds of each pool, and its own rule. */
  readonly pools?: readonly { readonly total: number; readonly admits?: object }[];
  readonly closed?: true;
  readonly asksFirst?: true;
  readonly languages?: readonly string[];
  readonly phoneLanguages?: readonly string[];
}

/**
 * Cases that are rare in directories: shelters that take nobody new or accept each hold themselves, unknown languages, homes whose service
 * and pools both have a rule about people, and rules with open clauses.
 */
const testShelters: readonly TestShelter[] = [
  { name: 'Closed, with beds', pools: [{ total: 6 }], closed: true },
  { name: 'Closed, beds unknown', closed: true },
  { name: 'Closed, gives advice', categories: ['ACCOMMODATION', 'LEGAL'], pools: [{ total: 6 }], closed: true },
  { name: 'Mothers from 14, pool silent', admission: { persons: mothersFrom14 }, pools: [{ total: 6 }] },
  {
    name: 'Mothers from 14, pool for adults too',
    admission: { persons: mothersFrom14 },
    pools: [{ total: 6, admits: { persons: adults } }],
  },
  {
    name: 'Families, a pool for mothers from 14',
    admission: { persons: families },
    pools: [
      { total: 2, admits: { persons: mothersFrom14 } },
      { total: 4, admits: { persons: adults } },
    ],
  },
  { name: 'Girls only, with beds', admission: { persons: girlsOnly }, pools: [{ total: 6 }] },
  { name: 'Girls only and sons, beds unknown', admission: { persons: [...girlsOnly, sons] } },
  { name: 'Says yes to each', pools: [{ total: 6 }], asksFirst: true },
  {
    name: 'One bed for a woman or her partner, one for a woman',
    pools: [
      { total: 1, admits: { persons: [{ genders: ['WOMAN'] }, { genders: ['MAN'], accompaniedOnly: true }] } },
      { total: 1, admits: { persons: [{ genders: ['WOMAN'] }] } },
    ],
  },
  {
    name: 'One bed for women, nine for men',
    pools: [
      { total: 1, admits: { persons: [{ genders: ['WOMAN'] }] } },
      { total: 9, admits: { persons: [{ genders: ['MAN'] }] } },
    ],
  },
  {
    name: 'A room on referral, a room without',
    pools: [
      { total: 2, admits: { referralRequired: true } },
      { total: 3, admits: { referralRequired: false } },
    ],
  },
  {
    name: 'Girls in one clause, women in another',
    admission: { persons: [womenFrom18, { genders: ['WOMAN'], maximumAge: 17 }] },
    pools: [{ total: 6 }],
  },
  {
    name: 'Girls up to 14, and women',
    admission: { persons: [{ genders: ['WOMAN'], maximumAge: 14 }, womenFrom18] },
    pools: [{ total: 6 }],
  },
  {
    name: 'Up to 60, men in one clause and all others in another',
    admission: {
      persons: [
        { genders: ['MAN'], maximumAge: 60 },
        { genders: ['WOMAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'], maximumAge: 60 },
      ],
    },
    pools: [{ total: 6 }],
  },
  { name: 'Languages unknown', pools: [{ total: 6 }], languages: [] },
  { name: 'Dari and Chittagonian', pools: [{ total: 6 }], languages: ['prs', 'ctg'] },
  { name: 'Hazaragi and Isan', pools: [{ total: 6 }], languages: ['haz', 'tts'] },
  { name: 'Thai, and Khmer on the phone', pools: [{ total: 6 }], languages: ['th'], phoneLanguages: ['km', 'tsq'] },
  { name: 'Thai', pools: [{ total: 6 }], languages: ['th'] },
  { name: 'Signs Thai', pools: [{ total: 6 }], languages: ['tsq'] },
  { name: 'Signs, nobody knows how', pools: [{ total: 6 }], languages: ['sgn'] },
  { name: 'Girls only, gives advice', categories: ['LEGAL'], admission: { persons: girlsOnly } },
];

/** Adds the shelters of a test; returns how to remove them. */
export async function addTestShelters(system: System): Promise<() => Promise<void>> {
  const organization = (await mutate(system, 'registerOrganization', { name: 'Shelters of a test (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const add = async ({
    name,
    categories = ['ACCOMMODATION'],
    admission,
    pools = [],
    languages,
    phoneLanguages,
    ...door
  }: TestShelter): Promise<MutationResult> => {
    const service = {
      ...farService,
      name,
      categories,
      ...(admission && { admission }),
      ...(languages && { languages }),
      ...(phoneLanguages && { phones: [{ number: '+672 000 111 2222', languages: phoneLanguages }] }),
    };
    const added = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!;
    const given = { serviceId: added.id };
    for (const [n, pool] of pools.entries()) await mutate(system, 'defineBedPool', { ...given, name: `Room ${n}`, ...pool }, staff);
    if (!door.closed && !door.asksFirst) return added;
    const intake = { open: !door.closed, requiresAcceptance: door.asksFirst === true };
    const { answer, result } = await mutate(system, 'setIntake', { ...given, expectedVersion: 0, ...intake }, staff);
    if (result?.__typename !== 'Intake') throw new Error(answer.body);
    return added;
  };
  const added: MutationResult[] = [];
  for (const shelter of testShelters) added.push(await add(shelter));
  return async () => {
    for (const { id } of added) await withdraw(system, id);
  };
}
