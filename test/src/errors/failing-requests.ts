import type { Request } from './ask-mutation.js';
import { caseworker, openPlace, serviceAt, woman, type TestHouse } from './test-house.js';

/** Whether a request should fail at a step. */
type Fails = (step: string) => boolean;

/** Makes requests of one mutation that fail at the wanted steps, and at no other. */
export interface FailingRequest {
  readonly of: (fails: Fails) => Request;
  /** Changes that turn it into an earlier call with the same key which changed nothing. */
  readonly earlier: Readonly<Record<string, unknown>>;
}

const unknownId = '00000000-0000-4000-8000-000000000000';
const brokenKey = { idempotencyKey: ' ' };
const otherNgo = { role: 'CASEWORKER', organization: 'other-ngo' } as const;
const otherShelter = { role: 'PROVIDER', organization: 'other-shelter' } as const;
const coordinator = { role: 'COORDINATOR' } as const;
const man = { gender: 'MAN', age: 31 };
const past = '2020-01-01T00:00:00Z';
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

/** By mutation. */
export function failingRequests(house: TestHouse): Readonly<Record<string, FailingRequest>> {
  const { holds } = house;
  const staff = { role: 'PROVIDER', organization: house.organizationId } as const;
  const version = (fails: Fails) => ({ expectedVersion: fails('stale') ? 99 : 1 });
  const ofStaff = (fails: Fails) => (fails('missing') ? otherShelter : staff);
  const ofHolder = (fails: Fails) => (fails('missing') ? otherNgo : caseworker);
  const confidential = { ...openPlace, visibility: 'CONFIDENTIAL' };
  const entry = (fails: Fails) =>
    serviceAt(fails('stored') ? confidential : { ...openPlace, latitude: -66 }, fails('form') ? { name: ' ' } : {});

  const step = (
    sender: (fails: Fails) => Omit<Request, 'input'>,
    active: string,
    over: string,
    input = (_fails: Fails): object => ({}),
  ): FailingRequest => ({
    of: (fails) => ({
      ...sender(fails),
      input: { holdId: fails('over') ? over : active, ...version(fails), ...(fails('form') && brokenKey), ...input(fails) },
    }),
    earlier: { holdId: unknownId },
  });

  return {
    acceptHold: step(ofStaff, holds.toAccept, holds.ended),
    declineHold: step(ofStaff, holds.held, holds.ended),
    takeOffer: step(ofHolder, holds.offered, holds.ended),
    confirmHold: step(ofHolder, holds.held, holds.ended),
    releaseHold: step(ofHolder, holds.held, holds.ended),
    checkOut: step(ofHolder, holds.arrived, holds.held),
    extendHold: step(ofHolder, holds.held, holds.ended, (fails) => ({ minutes: fails('form') ? 1 : 60 })),
    extendPlacement: step(ofHolder, holds.arrived, holds.held, (fails) => ({ expectedEnd: fails('form') ? 'soon' : null })),
    addSurgeBeds: {
      of: (fails) => ({
        ...ofStaff(fails),
        input: { poolId: house.largestPool, beds: fails('form') ? 0 : 1_000, endsAt: fails('end') ? past : nextMonth() },
      }),
      earlier: { poolId: unknownId },
    },
    endSurge: { of: () => ({ ...staff, input: { id: unknownId } }), earlier: {} },
    defineBedPool: {
      of: (fails) => ({ ...ofStaff(fails), input: { serviceId: house.crowdedService, name: 'One more', total: fails('form') ? -1 : 1 } }),
      earlier: { serviceId: unknownId },
    },
    setBedCounts: {
      of: (fails) => ({
        ...ofStaff(fails),
        input: {
          poolId: house.pool,
          expectedVersion: fails('stale') ? 99 : house.poolVersion,
          occupied: fails('stored') ? 5_000 : 0,
          ...(fails('form') && { outOfService: -1 }),
        },
      }),
      earlier: { poolId: unknownId },
    },
    setIntake: {
      of: (fails) => ({
        ...ofStaff(fails),
        input: {
          serviceId: house.openService,
          ...version(fails),
          open: false,
          closedUntil: fails('end') ? past : nextMonth(),
          usualMinutes: fails('form') ? 1 : 60,
        },
      }),
      earlier: { serviceId: unknownId },
    },
    holdBeds: {
      of: (fails) => ({
        ...caseworker,
        input: {
          serviceId: fails('missing') ? house.goneService : house.fullService,
          party: [fails('refused') ? man : woman],
          minutes: fails('form') ? 1 : 60,
        },
      }),
      earlier: { serviceId: unknownId },
    },
    joinWaitlist: {
      of: (fails) => ({
        ...caseworker,
        input: {
          serviceId: fails('missing') ? house.goneService : house.fullService,
          party: [man],
          ...(fails('form') && { beds: 0 }),
        },
      }),
      earlier: { serviceId: unknownId },
    },
    leaveWaitlist: {
      of: (fails) => ({ ...ofHolder(fails), input: { waitingId: house.waiting, ...version(fails), ...(fails('form') && brokenKey) } }),
      earlier: { waitingId: unknownId },
    },
    holdGroup: {
      of: (fails) => ({
        ...caseworker,
        input: { holds: [{ serviceId: house.fullService, party: [woman] }], minutes: fails('form') ? 1 : 60 },
      }),
      earlier: { holds: [{ serviceId: unknownId, party: [woman] }] },
    },
    registerOrganization: {
      of: (fails) => ({ ...coordinator, input: { name: fails('form') ? ' ' : 'Test house (errors)' } }),
      earlier: { name: 'Test house with the same key (errors)' },
    },
    registerService: {
      of: (fails) => ({ ...ofStaff(fails), input: { organizationId: house.organizationId, service: entry(fails) } }),
      earlier: { organizationId: unknownId },
    },
    updateService: {
      of: (fails) => ({ ...ofStaff(fails), input: { id: house.fullService, ...version(fails), service: entry(fails) } }),
      earlier: { id: unknownId },
    },
    verifyService: { of: (fails) => ({ ...ofStaff(fails), input: { id: house.fullService } }), earlier: { id: unknownId } },
    withdrawService: {
      of: (fails) => ({ ...ofStaff(fails), input: { id: house.fullService, ...version(fails) } }),
      earlier: { id: unknownId },
    },
    decidePair: {
      of: (fails) => ({
        ...coordinator,
        input: { serviceIds: [unknownId, fails('form') ? unknownId : house.fullService], decision: 'KEEP_APART' },
      }),
      earlier: { keepId: unknownId },
    },
    resolveMissing: {
      of: (fails) => ({
        ...coordinator,
        input: { source: 'nowhere', decision: 'KEEP', serviceIds: fails('form') ? [] : [unknownId] },
      }),
      earlier: { source: 'elsewhere' },
    },
    decideTerm: {
      of: (fails) => ({
        ...coordinator,
        input: {
          kind: 'TERM',
          name: 'A term that no test service carries',
          serviceId: fails('missing') ? house.goneService : house.fullService,
          categories: ['LEGAL'],
          ...(fails('form') && { source: 'haven' }),
        },
      }),
      earlier: { serviceId: unknownId },
    },
    resolveReview: {
      of: (fails) => ({ ...coordinator, input: { id: unknownId, decision: 'PUBLIC', ...(fails('form') && brokenKey) } }),
      earlier: { id: `${unknownId}-2` },
    },
  };
}
