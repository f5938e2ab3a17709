import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unknownRule, type AdmissionRule, type Gender } from '@haven/kernel';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { changeHold } from './change-hold.js';
import { followService } from '../directory/follow-service.js';
import { holdBeds, type HoldBedsCommand } from './hold-beds.js';
import { holdGroup, proposeGroup, type GroupPlanItem } from '../groups/hold-group.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { SeenHold, WaitingView } from '../ports.js';

const clause = (genders: Gender[], minimumAge: number | null, maximumAge: number | null, accompaniedOnly = false) => ({
  ...{ genders, minimumAge, maximumAge, accompaniedOnly },
});
const girls: AdmissionRule = { ...unknownRule, persons: [clause(['WOMAN'], 8, 17), clause(['WOMAN', 'MAN'], 0, 3, true)] };
const mothers: AdmissionRule = { ...unknownRule, persons: [clause(['WOMAN'], 18, null), clause(['MAN'], 0, 12, true)] };

const man = { gender: 'MAN', age: 40 } as const;
const girl = { gender: 'WOMAN', age: 15 } as const;
const woman = { gender: 'WOMAN', age: 30 } as const;
const boy = { gender: 'MAN', age: 9 } as const;

let shelters: Shelters;

const hold = (serviceId: string, party: HoldBedsCommand['party']) =>
  holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party });
const join = (serviceId: string, party: HoldBedsCommand['party']) =>
  joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party });
const follow = (serviceId: string, admits: AdmissionRule | null) => {
  const service = { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits };
  return shelters.capacity.changing({ serviceIds: [serviceId] }, (tx) =>
    followService(tx, { service, capacities: [], toldAt: new Date() }),
  );
};
/** A shelter with a rule of its own, and a pool without one. */
const home = async (serviceId: string, admits: AdmissionRule | null, total = 5) => {
  await shelters.shelter(serviceId, { total });
  await follow(serviceId, admits);
};
/** The result of each use case for a party. */
const verbs = async (serviceId: string, party: HoldBedsCommand['party']) => {
  const key = shelters.key();
  const [held, group, waiting] = [
    await hold(serviceId, party),
    await holdGroup(shelters.capacity, caseworker, { idempotencyKey: key, holds: [{ serviceId, party }] }),
    await join(serviceId, party),
  ];
  const plan = (await proposeGroup(shelters.capacity, { parties: [{ party }], serviceIds: [serviceId] })) as readonly GroupPlanItem[];
  const kindOf = (answer: object) => ('kind' in answer ? answer.kind : 'YES');
  return [kindOf(held), kindOf(group), kindOf(waiting), plan[0]!.serviceId];
};
const nobody = ['NotAdmitted', 'GroupChanged', 'NotAdmitted', null];
const taken = (serviceId: string) => ['YES', 'YES', 'YES', serviceId];

beforeAll(async () => void (shelters = await openShelters()));
afterAll(() => shelters.close());

describe('a pool without a rule', () => {
  it('follows the rule of its service in every use case', async () => {
    await home('girls', girls, 20);
    expect(await verbs('girls', [man])).toEqual(nobody);
    expect(await verbs('girls', [woman])).toEqual(nobody);
    expect(await verbs('girls', [girl])).toEqual(taken('girls'));
    expect(await hold('girls', [man])).toEqual({
      kind: 'NotAdmitted',
      reasons: [expect.objectContaining({ code: 'NOT_ADMITTED_PERSONS' })],
    });
  });

  it('takes people whom an admission text leaves open, in every mutation, and says to ask the shelter', async () => {
    const perhaps = { ...clause(['WOMAN', 'NON_BINARY'], null, null), asked: true };
    await home('girls only', { ...unknownRule, persons: [clause(['WOMAN'], null, 17), perhaps] }, 20);
    expect(await verbs('girls only', [woman])).toEqual(taken('girls only'));
    expect(await verbs('girls only', [man])).toEqual(nobody);
    const asksFor = async (...party: HoldBedsCommand['party']) =>
      ((await hold('girls only', party)) as SeenHold).asks.map(({ code }) => code);
    expect(await asksFor(woman)).toContain('ASK_PERSONS');
    expect(await asksFor(girl, woman)).toContain('ASK_PERSONS');
    expect(await asksFor(girl)).not.toContain('ASK_PERSONS');
  });

  it('takes a boy with his mother, if the service does', async () => {
    await home('mothers', mothers, 20);
    expect(await verbs('mothers', [woman, boy])).toEqual(taken('mothers'));
    expect(await verbs('mothers', [boy])).toEqual(nobody);
    expect(await verbs('mothers', [man, boy])).toEqual(nobody);
  });

  it('takes a baby with the girl who cares for it, and with nobody else', async () => {
    await home('young mothers', girls, 20);
    const baby = { gender: 'MAN', age: 1 } as const;
    expect(
      await verbs('young mothers', [
        { ...girl, id: 'a' },
        { ...baby, carerId: 'a' },
      ]),
    ).toEqual(taken('young mothers'));
    expect(await verbs('young mothers', [{ ...girl, id: 'a' }, baby])).toEqual(nobody);
  });

  it('takes nobody until the rule of the service is known', async () => {
    await home('unknown', null);
    expect(await verbs('unknown', [woman])).toEqual(nobody);
    expect(await hold('unknown', [woman])).toMatchObject({ reasons: [{ code: 'ASK_PERSONS' }] });
    await follow('unknown', unknownRule);
    expect(await verbs('unknown', [woman])).toEqual(taken('unknown'));
  });
});

describe('a pool with a rule of its own', () => {
  it('also applies the rule of its service', async () => {
    const from16 = { ...unknownRule, persons: [clause(['WOMAN', 'MAN'], 16, null)] };
    await shelters.shelter('both', { total: 20, admits: from16 as never });
    await follow('both', girls);
    expect(await verbs('both', [girl])).toEqual(nobody);
    expect(await verbs('both', [{ gender: 'WOMAN', age: 16 }])).toEqual(taken('both'));
    expect(await verbs('both', [man])).toEqual(nobody);
  });
});

describe('what a hold cannot judge', () => {
  it('raises a question and turns nobody away', async () => {
    const strict: AdmissionRule = {
      persons: mothers.persons,
      legalStatuses: ['CITIZEN'],
      nationalities: ['ID'],
      exploitation: ['SEXUAL'],
      pregnancy: false,
      accessibility: [],
      referralRequired: true,
    };
    await home('strict', strict, 20);
    expect(await verbs('strict', [woman])).toEqual(taken('strict'));
    const { asks } = (await hold('strict', [woman])) as SeenHold;
    expect(asks.map(({ code }) => code).sort()).toEqual([
      'ASK_ACCESSIBILITY_OF_PERSON',
      'ASK_EXPLOITATION_OF_PERSON',
      'ASK_LEGAL_STATUS_OF_PERSON',
      'ASK_NATIONALITY_OF_PERSON',
      'ASK_PREGNANCY_OF_PERSON',
      'REFERRAL_REQUIRED',
    ]);
  });
});

describe('a waitlist entry', () => {
  const listed = async (serviceId: string, party: HoldBedsCommand['party']) => (await join(serviceId, party)) as WaitingView;
  const state = async ({ id }: WaitingView) => (await shelters.capacity.waiting(id))!.waiting;
  const free = async (held: SeenHold) =>
    changeHold('releaseHold')(shelters.capacity, caseworker, {
      idempotencyKey: shelters.key(),
      holdId: held.hold.id,
      expectedVersion: held.hold.version,
    });

  it('gets no offer while the service does not admit it, and one as soon as it does', async () => {
    await home('changing', unknownRule, 1);
    const full = (await hold('changing', [woman])) as SeenHold;
    const waiting = await listed('changing', [man]);
    await follow('changing', girls);
    await free(full);
    expect(await state(waiting)).toMatchObject({ state: 'WAITING', holdId: null });
    await follow('changing', unknownRule);
    expect(await state(waiting)).toMatchObject({ state: 'OFFERED' });
  });

  it.each([
    ['does not admit them any more', 'narrower', girls],
    ['is not known to admit them', 'not known', null],
  ])('cannot take an offer of a service that %s', async (_, serviceId, admits) => {
    await home(serviceId, unknownRule, 1);
    const waiting = await listed(serviceId, [man]);
    const { holdId } = await state(waiting);
    await follow(serviceId, admits);
    const take = { idempotencyKey: shelters.key(), holdId: holdId!, expectedVersion: 1 };
    expect(await changeHold('takeOffer')(shelters.capacity, caseworker, take)).toMatchObject({
      kind: 'HoldNotActive',
      held: { hold: { state: 'DECLINED' } },
    });
    expect(await state(waiting)).toMatchObject({ state: 'MISSED' });
    expect(await shelters.counts(serviceId)).toEqual([{ occupied: 0, held: 0, free: 1 }]);
  });

  it.each([
    ['confirmHold', caseworker],
    ['acceptHold', owner],
  ] as const)('is declined by %s, too, if the service does not admit them any more', async (verb, caller) => {
    const serviceId = `narrower ${verb}`;
    await home(serviceId, unknownRule, 1);
    const waiting = await listed(serviceId, [man]);
    const { holdId } = await state(waiting);
    await follow(serviceId, girls);
    const step = { idempotencyKey: shelters.key(), holdId: holdId!, expectedVersion: 1 };
    expect(await changeHold(verb)(shelters.capacity, caller, step)).toMatchObject({ kind: 'HoldNotActive' });
    expect(await shelters.counts(serviceId)).toEqual([{ occupied: 0, held: 0, free: 1 }]);
  });

  it('is asked what the rule leaves open when it takes the offer', async () => {
    const known = { ...unknownRule, persons: [clause(['MAN'], 18, null)] };
    await home('opened', known, 1);
    const { holdId } = await state(await listed('opened', [man]));
    await follow('opened', { ...unknownRule, persons: [{ ...clause(['MAN'], 18, null), asked: true }] });
    const take = { idempotencyKey: shelters.key(), holdId: holdId!, expectedVersion: 1 };
    const { asks } = (await changeHold('takeOffer')(shelters.capacity, caseworker, take)) as SeenHold;
    expect(asks.filter(({ code }) => code === 'ASK_PERSONS')).toHaveLength(1);
  });
});

describe('a service without pools', () => {
  it('refuses whom its own rule refuses, in every mutation', async () => {
    await follow('no pools', girls);
    expect(await verbs('no pools', [man])).toEqual(nobody);
    expect((await verbs('no pools', [girl])).slice(0, 3)).toEqual(['NoBedsLeft', 'GroupChanged', 'YES']);
  });
});
