// The worst case of each mutation.
import { randomUUID } from 'node:crypto';
import { worstDecisions } from './coordination.mjs';
import { hardParty } from './hard-shelters.mjs';
import { once, said } from './inputs.mjs';

const long = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));

/** The longest allowed entry, about 40 kB. */
const largestEntry = (n) => ({
  name: `Large ${n}`,
  description: long('A house with a garden, a kitchen for all, and people who listen. ', 10_000),
  categories: ['ACCOMMODATION', 'LEGAL', 'MEDICAL', 'PSYCHOSOCIAL'],
  languages: list(200, (i) => ['en', 'km', 'pt-BR', 'zh-Hant', 'khm', 'fil', 'ms', 'id'][i % 8]),
  locations: list(50, (i) => ({
    name: `House ${i}`,
    address: long('Jalan Merdeka ', 500),
    city: 'Medan',
    country: 'ID',
    latitude: 3 + i / 100,
    longitude: 98 + i / 100,
    visibility: i % 2 ? 'PUBLIC' : 'CONFIDENTIAL',
  })),
  phones: list(50, (i) => ({ number: `+62 61 555 ${1_000 + i}`, type: 'voice', languages: list(40, () => 'id') })),
  admission: {
    persons: list(200, (i) => ({ genders: ['WOMAN', 'MAN'], minimumAge: i % 60, maximumAge: 60 + (i % 60), accompaniedOnly: i % 2 === 0 })),
    nationalities: list(200, (i) => ['ID', 'KH', 'MM', 'BD', 'TH'][i % 5]),
  },
});

const transition = (holds, more = {}) => ({
  type: 'HoldTransitionInput!',
  times: holds.length,
  input: (i) => once({ holdId: holds[i].id, expectedVersion: holds[i].version, ...more }),
  select: said,
});

const versionOf = ({ id, version }) => ({ id, expectedVersion: version });

const ofRegistry = (world) => ({
  registerOrganization: {
    type: 'RegisterOrganizationInput!',
    input: (i) => once({ name: `Large ${i}`, description: long('We help. ', 10_000) }),
    select: said,
  },
  registerService: {
    type: 'RegisterServiceInput!',
    input: (i) => once({ organizationId: world.organizationId, service: largestEntry(i) }),
    select: said,
  },
  updateService: {
    type: 'UpdateServiceInput!',
    times: world.spare.length,
    input: (i) => once({ ...versionOf(world.spare[i]), service: largestEntry(i) }),
    select: said,
  },
  verifyService: { type: 'VerifyServiceInput!', times: world.spare.length, input: (i) => once({ id: world.spare[i].id }), select: said },
  withdrawService: {
    type: 'WithdrawServiceInput!',
    times: world.spare.length,
    input: (i) => once(versionOf(world.spare[i])),
    select: said,
  },
});

/** A pool's rule may be half as long as a service's. */
function largestRule(n) {
  const { persons, nationalities } = largestEntry(n).admission;
  return { persons: persons.slice(0, 100), nationalities: nationalities.slice(0, 100) };
}

const ofBeds = (world) => ({
  defineBedPool: {
    type: 'DefineBedPoolInput!',
    input: (i) => once({ serviceId: world.other, name: `Room ${i}`, total: 20, admits: largestRule(i) }),
    select: said,
  },
  setBedCounts: {
    type: 'SetBedCountsInput!',
    times: world.pools.length,
    input: (i) => once({ poolId: world.pools[i].id, expectedVersion: world.pools[i].version, occupied: 0 }),
    select: said,
  },
  addSurgeBeds: {
    type: 'AddSurgeBedsInput!',
    times: world.pools.length,
    input: (i) => once({ poolId: world.pools[i].id, beds: 1, endsAt: world.hour(5) }),
    select: said,
  },
  endSurge: { args: `id: "${randomUUID()}"`, select: said },
  setIntake: {
    type: 'SetIntakeInput!',
    times: 1,
    input: () => once({ serviceId: world.other, expectedVersion: 0, usualMinutes: 60 }),
    select: said,
  },
});

/** Each call uses up a hold. */
const ofHolds = (world) => ({
  holdBeds: {
    type: 'HoldBedsInput!',
    input: (i) => once({ serviceId: world.shelters[i % world.shelters.length], party: hardParty(i) }),
    select: said,
  },
  holdGroup: {
    type: 'HoldGroupInput!',
    input: () => once({ holds: list(60, (i) => ({ serviceId: world.shelters[i % world.shelters.length], party: hardParty(i) })) }),
    select: said,
  },
  joinWaitlist: {
    type: 'JoinWaitlistInput!',
    input: (i) => once({ serviceId: world.shelters[i % world.shelters.length], party: hardParty(i) }),
    select: said,
  },
  leaveWaitlist: {
    type: 'LeaveWaitlistInput!',
    times: world.waits.length,
    input: (i) => once({ waitingId: world.waits[i], expectedVersion: 1 }),
    select: said,
  },
  takeOffer: transition(world.holds),
  acceptHold: transition(world.holds),
  extendHold: { ...transition(world.holds, { minutes: 240 }), type: 'ExtendHoldInput!' },
  confirmHold: transition(world.holds.slice(20, 40)),
  extendPlacement: {
    ...transition(world.holds.slice(20, 40), { expectedEnd: world.hour(48).slice(0, 10) }),
    type: 'ExtendPlacementInput!',
  },
  checkOut: transition(world.holds.slice(20, 40)),
  declineHold: transition(world.holds.slice(0, 20)),
  releaseHold: transition(world.holds.slice(40)),
});

/** By mutation; `world`: the objects in the measured system. Those that withdraw services come last. */
export const worstMutations = (world) => ({ ...ofRegistry(world), ...ofBeds(world), ...ofHolds(world), ...worstDecisions(world) });
