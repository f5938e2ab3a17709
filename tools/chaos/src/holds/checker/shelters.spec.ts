import { describe, expect, it } from '@jest/globals';
import type { Answer, CallLine, HistoryLine, SeenHold, SeenIntake, SeenWaiting, WaitingLine } from '../history.js';
import { at, call, change, lines, pool, seenHold, step, storedHold, told } from './history.fixture.js';
import { usualIntake, whyNoWaiting } from './replay.js';
import { flawless, judge, type Verdict } from './verdict.js';

const room = 'pool-room';
const one = [{ poolId: room, beds: 1 }];
const bed = { serviceId: 'inn', party: [{ gender: 'WOMAN', age: 30 } as const] };
const hold = (id: string, seen: Partial<SeenHold> = {}) => seenHold(id, 'inn', one, seen);
const held = (id: string, seen: Partial<SeenHold> = {}): Answer => ({ kind: 'Hold', hold: hold(id, seen) });
const wait = (id: string, seen: Partial<SeenWaiting> = {}): SeenWaiting => {
  return { id, serviceId: 'inn', state: 'WAITING', version: 1, holdId: null, ...seen };
};
const waiting = (id: string, seen: Partial<SeenWaiting> = {}): Answer => ({ kind: 'Waiting', waiting: wait(id, seen) });
const entry = (id: string, subject: string, place: number, seen: Partial<SeenWaiting>): WaitingLine => {
  return { line: 'waiting', subject, place, ...wait(id, seen) };
};
const intake = (version: number, said: Partial<SeenIntake> = {}): SeenIntake => {
  return { version, open: true, requiresAcceptance: true, mostBedsPerOrganization: null, ...said };
};
const counts = (occupied: number, heldBeds: number, total = 1) => ({ occupied, held: heldBeds, total });
const tell = (sequence: number, subject: string | null, version: number, status: string) =>
  told('inn', sequence, subject, status, { [room]: version });

/**
 * One bed is held; two parties wait. The bed is released and offered to the first, who lets the offer pass. The second takes it, arrives
 * and stays longer. The shelter accepts each hold itself. A third party comes and goes. There is one surge bed, which is held and not
 * accepted. Then the shelter closes its intake.
 */
const story = {
  first: call('a', 'holdBeds', 10, bed, held('h1')),
  joined: call('b', 'joinWaitlist', 20, bed, waiting('e1')),
  joinedToo: call('c', 'joinWaitlist', 30, bed, waiting('e2')),
  released: call('d', 'releaseHold', 40, { holdId: 'h1', expectedVersion: 1 }, held('h1', { state: 'RELEASED', version: 2 })),
  agedOffer: { line: 'aged', holdIds: ['o1'], deadline: 'end', invoked: 50 },
  looked: call(null, 'waiting', 60, { waitingId: 'e2' }, waiting('e2', { state: 'OFFERED', version: 2, holdId: 'o2' })),
  taken: call('f', 'takeOffer', 70, { holdId: 'o2', expectedVersion: 1 }, held('o2', { version: 2 })),
  arrived: call('g', 'confirmHold', 80, { holdId: 'o2', expectedVersion: 2 }, held('o2', { state: 'CONFIRMED', version: 3 })),
  stays: call(
    'h',
    'extendPlacement',
    90,
    { holdId: 'o2', expectedVersion: 3, expectedEnd: '2027-01-10' },
    held('o2', { state: 'CONFIRMED', version: 4, expectedEnd: '2027-01-10' }),
  ),
  asks: call(
    'i',
    'setIntake',
    100,
    { serviceId: 'inn', expectedVersion: 0, requiresAcceptance: true },
    { kind: 'Intake', intake: intake(1) },
  ),
  joinedLast: call('p', 'joinWaitlist', 110, bed, waiting('e3')),
  left: call('q', 'leaveWaitlist', 120, { waitingId: 'e3', expectedVersion: 1 }, waiting('e3', { state: 'LEFT', version: 2 })),
  more: call(
    'j',
    'addSurgeBeds',
    130,
    { poolId: room, beds: 1, endsAt: at(40) },
    { kind: 'BedPool', pool: { id: room, version: 8, outOfService: 0, ...counts(1, 0, 2) } },
  ),
  unaccepted: call('k', 'holdBeds', 140, bed, held('h3', { acceptBy: at(20) })),
  agedAcceptance: { line: 'aged', holdIds: ['h3'], deadline: 'acceptance', invoked: 150 },
  over: { line: 'over', holdIds: ['h3'], at: 155 },
  closed: call(
    'l',
    'setIntake',
    160,
    { serviceId: 'inn', expectedVersion: 1, open: false },
    { kind: 'Intake', intake: intake(2, { open: false }) },
  ),
  refused: call('m', 'holdBeds', 170, bed, { kind: 'NotAdmitted', reasons: ['INTAKE_CLOSED'] }),
  room: pool(room, 'inn', 11, counts(1, 0)),
  r1: change(room, 1, 'owner', counts(0, 0)),
  r2: change(room, 2, 'a', counts(0, 1)),
  r3: change(room, 3, 'd', counts(0, 0)),
  r4: change(room, 4, 'b', counts(0, 1)),
  r5: change(room, 5, null, counts(0, 0)),
  r6: change(room, 6, 'c', counts(0, 1)),
  r7: change(room, 7, 'g', counts(1, 0)),
  r8: change(room, 8, 'j', counts(1, 0, 2)),
  r9: change(room, 9, 'k', counts(1, 1, 2)),
  r10: change(room, 10, null, counts(1, 0, 2)),
  r11: change(room, 11, null, { ...counts(1, 0, 1), at: at(41) }),
  t1: tell(1, 'owner', 1, 'CAPACITY'),
  t2: tell(2, 'a', 2, 'NO_CAPACITY'),
  t3: tell(3, 'b', 2, 'WAITLIST'),
  t4: tell(4, 'c', 2, 'WAITLIST'),
  t5: tell(5, 'd', 4, 'WAITLIST'),
  t6: { ...tell(6, null, 6, 'NO_CAPACITY'), transaction: 'sweep 1' },
  t7: tell(7, 'g', 7, 'NO_CAPACITY'),
  t8: tell(8, 'i', 7, 'NO_CAPACITY'),
  t9: tell(9, 'p', 7, 'WAITLIST'),
  t10: tell(10, 'q', 7, 'NO_CAPACITY'),
  t11: tell(11, 'j', 8, 'ADDITIONAL_ASSESSMENT_REQUIRED'),
  t12: tell(12, 'k', 9, 'NO_CAPACITY'),
  t13: { ...tell(13, null, 10, 'ADDITIONAL_ASSESSMENT_REQUIRED'), transaction: 'sweep 2' },
  t14: { ...tell(14, null, 11, 'NO_CAPACITY'), transaction: 'sweep 3' },
  t15: tell(15, 'l', 11, 'NO_CAPACITY'),
  h1: storedHold(hold('h1', { state: 'RELEASED', version: 2 }), 'a'),
  o1: storedHold(hold('o1', { state: 'EXPIRED', version: 2, expiresAt: at(1) }), 'b'),
  o2: storedHold(hold('o2', { state: 'CONFIRMED', version: 4, expectedEnd: '2027-01-10' }), 'c'),
  h3: storedHold(hold('h3', { state: 'EXPIRED', version: 2 }), 'k'),
  h1v1: step('h1', 1, 'HELD', 'a'),
  h1v2: step('h1', 2, 'RELEASED', 'd'),
  o1v1: step('o1', 1, 'HELD', 'b'),
  o1v2: step('o1', 2, 'EXPIRED', null, { transaction: 'sweep 1' }),
  o2v1: step('o2', 1, 'HELD', 'c'),
  o2v2: step('o2', 2, 'HELD', 'f'),
  o2v3: step('o2', 3, 'CONFIRMED', 'g'),
  o2v4: step('o2', 4, 'CONFIRMED', 'h'),
  h3v1: step('h3', 1, 'HELD', 'k'),
  h3v2: step('h3', 2, 'EXPIRED', null, { transaction: 'sweep 2' }),
  e1: entry('e1', 'b', 1, { state: 'MISSED', version: 3, holdId: 'o1' }),
  e2: entry('e2', 'c', 2, { state: 'TAKEN', version: 3, holdId: 'o2' }),
  e3: entry('e3', 'p', 3, { state: 'LEFT', version: 2 }),
  intake: { line: 'intake', serviceId: 'inn', ...intake(2, { open: false }) },
  surge: { line: 'surge', id: 's1', poolId: room, beds: 1, removed: 1, endsAt: at(40) },
  rest: { line: 'rest', at: at(59) },
} as const satisfies Record<string, HistoryLine>;

type Doctored = { readonly [K in keyof typeof story]?: object | null };
const guiltOf = (doctored: Doctored, added: readonly HistoryLine[] = []) => judge(lines(story, doctored, added));

/** In the transaction of the party that joins. */
const joining = { subject: 'x', transaction: 'by x' };
const atTwelve = { versions: { [room]: 12 } };
const leftAtTwelve: Answer = { kind: 'BedPool', pool: { id: room, version: 12, outOfService: 0, ...counts(1, 0, 1) } };

/** There are two beds, of which an organization may hold one; it does, and waits for the other. */
const limited = {
  said: call(
    's',
    'setIntake',
    10,
    { serviceId: 'inn', expectedVersion: 0, mostBedsPerOrganization: 1 },
    { kind: 'Intake', intake: intake(1, { requiresAcceptance: false, mostBedsPerOrganization: 1 }) },
  ),
  first: call('a', 'holdBeds', 20, bed, held('h1')),
  joined: call('b', 'joinWaitlist', 30, bed, waiting('e1')),
  room: pool(room, 'inn', 2, counts(0, 1, 2)),
  r1: change(room, 1, 'owner', counts(0, 0, 2)),
  r2: change(room, 2, 'a', counts(0, 1, 2)),
  t1: tell(1, 'owner', 1, 'CAPACITY'),
  t2: tell(2, 's', 1, 'CAPACITY'),
  t3: tell(3, 'a', 2, 'CAPACITY'),
  t4: tell(4, 'b', 2, 'CAPACITY'),
  h1: storedHold(hold('h1'), 'a'),
  h1v1: step('h1', 1, 'HELD', 'a'),
  e1: entry('e1', 'b', 1, {}),
  intake: { line: 'intake', serviceId: 'inn', ...intake(1, { requiresAcceptance: false, mostBedsPerOrganization: 1 }) },
  rest: { line: 'rest', at: at(59) },
} as const satisfies Record<string, HistoryLine>;

/** The only bed is offered to the party that joins. They take it; then the shelter accepts. */
const accepted = {
  said: call(
    's',
    'setIntake',
    10,
    { serviceId: 'inn', expectedVersion: 0, requiresAcceptance: true },
    { kind: 'Intake', intake: intake(1) },
  ),
  joined: call('b', 'joinWaitlist', 20, bed, waiting('e1', { state: 'OFFERED', version: 2, holdId: 'o1' })),
  taken: call('f', 'takeOffer', 30, { holdId: 'o1', expectedVersion: 1 }, held('o1', { version: 2, acceptBy: at(20) })),
  yes: call('g', 'acceptHold', 40, { holdId: 'o1', expectedVersion: 2 }, held('o1', { version: 3 })),
  room: pool(room, 'inn', 2, counts(0, 1)),
  r1: change(room, 1, 'owner', counts(0, 0)),
  r2: change(room, 2, 'b', counts(0, 1)),
  t1: tell(1, 'owner', 1, 'CAPACITY'),
  t2: tell(2, 's', 1, 'ADDITIONAL_ASSESSMENT_REQUIRED'),
  t3: tell(3, 'b', 2, 'NO_CAPACITY'),
  o1: storedHold(hold('o1', { version: 3 }), 'b'),
  o1v1: step('o1', 1, 'HELD', 'b'),
  o1v2: step('o1', 2, 'HELD', 'f'),
  o1v3: step('o1', 3, 'HELD', 'g'),
  e1: entry('e1', 'b', 1, { state: 'TAKEN', version: 3, holdId: 'o1' }),
  intake: { line: 'intake', serviceId: 'inn', ...intake(1) },
  rest: { line: 'rest', at: at(59) },
} as const satisfies Record<string, HistoryLine>;

/** As if the second in line had got the bed first, and the first second. */
const outOfTurn = {
  r4: { subject: 'c' },
  r6: { subject: 'b' },
  o1: { subject: 'c' },
  o2: { subject: 'b' },
  o1v1: { subject: 'c' },
  o2v1: { subject: 'b' },
  e1: { state: 'TAKEN', holdId: 'o2' },
  e2: { state: 'MISSED', holdId: 'o1' },
  looked: null,
};

describe('the checker of waiting lists, intakes and surge beds', () => {
  it('finds nothing in a correct history, whatever the order of its lines', () => {
    expect(judge(lines(story))).toEqual(flawless);
    expect(judge(lines(story).reverse())).toEqual(flawless);
  });

  it('accepts an offer without an answer by the state of the database', () => {
    const unheard = { returned: null, answer: null };
    expect(guiltOf({ joined: unheard, joinedToo: unheard, taken: unheard, left: unheard, asks: unheard })).toEqual(flawless);
  });

  it.each<[string, Doctored, Partial<Verdict>]>([
    ['an offer to the second in line', outOfTurn, { unfair: 1 }],
    ['an offer that is not passed on with the bed', { t6: { versions: { [room]: 5 } } }, { unfair: 2, untold: 2 }],
    ['an offer to somebody who never joined', { e2: null }, { wrongHolds: 1, unfair: 1, lost: 0 }],
    ['an offer to somebody who joined only later', { t4: { subject: null }, t7: { subject: 'c' } }, { unfair: 3 }],
    ['an offer that the entry does not know of', { e2: { holdId: null } }, { wrongHolds: 1, wrongWaiting: 2 }],
    ['somebody who joined later and has the place of who came before', { e2: { place: 4 } }, { wrongWaiting: 1 }],
    ['somebody who joined and is on no list', { e3: null }, { wrongWaiting: 3 }],
    ['a look at an offer before anybody can have had it', { looked: { invoked: 12, returned: 13 } }, { waitingOutOfOrder: 1 }],
    ['a look at somebody as they never were', { looked: { answer: waiting('e2', { state: 'TAKEN', version: 2 }) } }, { wrongWaiting: 1 }],
    ['somebody who left and still waits', { e3: { state: 'WAITING', version: 1 } }, { wrongWaiting: 1 }],
    ['an offer that is taken twice', { o2v3: { state: 'HELD', subject: 'f' } }, { wrongHolds: 1 }],
    ['a hold that outlives its acceptance', { h3v2: { subject: 'm', state: 'CONFIRMED' } }, { outlived: 1, wrongHolds: 1 }],
    ['a hold that dies though its shelter has time', { agedAcceptance: null }, { expiredEarly: 1 }],
    [
      'a hold that dies for want of a yes that nobody needed',
      { asks: { input: { ...story.asks.input, requiresAcceptance: false } } },
      { expiredEarly: 1 },
    ],
    ['a hold at a shelter that wants to say yes, and is not asked', { unaccepted: { answer: held('h3') } }, { wrongHoldAnswers: 1 }],
    ['a stay that ends otherwise than was said', { o2: { expectedEnd: null } }, { wrongHolds: 1 }],
    ['a stay that was extended in words only', { o2v4: null, o2: { version: 3, expectedEnd: null } }, { lost: 1 }],
    ['a hold behind a closed door', { asks: { input: { ...story.asks.input, open: false } } }, { wrongAdmissions: 3 }],
    ['a refusal at an open door', { closed: null, t15: null, intake: intake(1) }, { wrongAdmissions: 1 }],
    [
      'a hold beyond the limit of its organization',
      { asks: { input: { ...story.asks.input, mostBedsPerOrganization: 0 } } },
      { wrongAdmissions: 5 },
    ],
    [
      'a refusal for a limit that there is not',
      { refused: { answer: { kind: 'NotAdmitted', reasons: ['HOLD_LIMIT'] } } },
      { wrongAdmissions: 1 },
    ],
    ['a door that is not as somebody left it', { intake: { open: true } }, { wrongAdmissions: 1 }],
    ['more beds than were asked for', { surge: { beds: 2 } }, { wrongSurges: 1 }],
    ['beds for some time that go before their end', { r11: { at: at(39) } }, { wrongSurges: 1 }],
    ['a hold that is over and never ends', { h3: { state: 'HELD', version: 1 }, h3v2: null }, { unfinished: 1 }],
    [
      'beds for some time that stay',
      { surge: { removed: 0 }, r11: null, t14: null, room: { version: 10, total: 2 } },
      { unfinished: 1, wrongSurges: 0 },
    ],
    ['a change that the world is not told of', { t7: null }, { untold: 9 }],
    ['a status that is not so', { t5: { status: 'CAPACITY' } }, { untold: 1 }],
    ['a shelter that did a later thing first', { first: { invoked: 200, returned: 205 } }, { sheltersOutOfOrder: 10 }],
  ])('finds %s', (_, doctored, guilty) => expect(guiltOf(doctored)).toMatchObject(guilty));

  it.each<[string, Doctored, readonly HistoryLine[]]>([
    ['of who changes the door', { t14: null, t15: { sequence: 14 } }, []],
    ['of who is refused at the door', { t14: { subject: 'l', versions: { [room]: 10 } }, t15: { subject: 'm' } }, []],
    [
      'of who joins, and is told of first',
      { closed: null, refused: null, intake: intake(1), t14: joining, t15: { ...joining, status: 'WAITLIST' } },
      [call('x', 'joinWaitlist', 160, bed, waiting('e4')), entry('e4', 'x', 4, {})],
    ],
    [
      'of who wanted to join, and never heard that the door is closed',
      { t14: { subject: 'l', versions: { [room]: 10 } }, t15: joining },
      [{ ...call('x', 'joinWaitlist', 175, bed, null), returned: null }],
    ],
    [
      'of who counts, and is told what is left',
      { r11: { subject: 'y', ...counts(1, 0, 2) }, room: { version: 12 }, t14: { subject: 'y', versions: { [room]: 12 } }, t15: atTwelve },
      [
        call('y', 'setBedCounts', 158, { poolId: room, expectedVersion: 10, outOfService: 0 }, leftAtTwelve),
        change(room, 12, null, { ...counts(1, 0, 1), at: at(41) }),
      ],
    ],
  ])('lets a surge bed go in the step %s', (_, doctored, added) => expect(guiltOf(doctored, added)).toEqual(flawless));

  it('finds a surge bed that is given out long after its end', () => {
    expect(guiltOf({ r9: { at: at(50) }, r10: { at: at(51) }, r11: { at: at(52) } })).toMatchObject({ wrongSurges: 1 });
    expect(guiltOf({ r9: { at: at(40) } })).toMatchObject({ wrongSurges: 0 });
  });

  it('finds an offer beyond the limit of an organization, and one that an organization should have got', () => {
    expect(judge(lines(limited))).toEqual(flawless);
    expect(judge(lines(limited, { joined: { organization: 'other' } }))).toMatchObject({ unfair: 1 });
    const offer = { state: 'OFFERED', version: 2, holdId: 'o1' } as const;
    const offered = {
      joined: { answer: waiting('e1', offer) },
      room: { version: 3, held: 2 },
      t4: { versions: { [room]: 3 }, status: 'NO_CAPACITY' },
      e1: offer,
    };
    const added = [change(room, 3, 'b', counts(0, 2, 2)), storedHold(hold('o1'), 'b'), step('o1', 1, 'HELD', 'b')];
    expect(judge(lines(limited, offered, added))).toEqual({ ...flawless, unfair: 1 });
  });

  it('finds an entry that could never get an offer, and a refusal of one that could', () => {
    const two = { ...bed, party: [...bed.party, ...bed.party] };
    const refused = (reason: string, input: CallLine['input']) =>
      call('x', 'joinWaitlist', 35, input, { kind: 'NotAdmitted', reasons: [reason] });
    expect(judge(lines(limited, { joined: { input: two } }))).toEqual({ ...flawless, wrongAdmissions: 1 });
    expect(judge(lines(limited, {}, [refused('HOLD_LIMIT', two)]))).toEqual(flawless);
    expect(judge(lines(limited, {}, [refused('HOLD_LIMIT', bed)]))).toEqual({ ...flawless, wrongAdmissions: 1 });
    expect(guiltOf({ joinedToo: { input: two } })).toMatchObject({ wrongAdmissions: 1 });
    expect(guiltOf({}, [refused('TOO_FEW_BEDS', two)])).toEqual(flawless);
    expect(guiltOf({}, [refused('TOO_FEW_BEDS', bed)])).toEqual({ ...flawless, wrongAdmissions: 1 });
  });

  it('treats a pool without beds on record as unknown', () => {
    const two = [...bed.party, ...bed.party];
    const whyNot = (beds: number) =>
      whyNoWaiting(
        two,
        { intake: usualIntake, held: {}, beds: new Map([[room, { all: beds, lasting: beds }]]) },
        [{ ...pool(room, 'inn', 1, {}), admits: ['WOMAN', 'MAN'] }],
        'all',
      );
    expect([0, 1, 2].map(whyNot)).toEqual([null, 'TOO_FEW_BEDS', null]);
  });

  it("finds that a shelter's time to accept does not begin when an offer is taken", () => {
    expect(judge(lines(accepted))).toEqual(flawless);
    const [first, last] = [
      { ...accepted.yes.input, expectedVersion: 1 },
      { ...accepted.taken.input, expectedVersion: 2 },
    ];
    const early = {
      yes: { invoked: 30, returned: 35, input: first, answer: held('o1', { version: 2, isOffer: true }) },
      taken: { invoked: 40, returned: 45, input: last, answer: held('o1', { version: 3 }) },
      o1v2: { subject: 'g' },
      o1v3: { subject: 'f' },
    };
    expect(judge(lines(accepted, early))).toEqual(flawless);
    expect(judge(lines(accepted, { taken: { answer: held('o1', { version: 2 }) } }))).toEqual({ ...flawless, wrongHoldAnswers: 1 });
    const silent = {
      ...{ taken: null, yes: null, o1v3: null },
      ...{ o1: { state: 'EXPIRED', version: 2 }, o1v2: { state: 'EXPIRED', subject: null, transaction: 'sweep' } },
      ...{ e1: { state: 'MISSED' }, room: { version: 3, held: 0 } },
    };
    const sweep: HistoryLine[] = [
      { line: 'aged', holdIds: ['o1'], deadline: 'acceptance', invoked: 30 },
      change(room, 3, null, counts(0, 0)),
      { ...tell(4, null, 3, 'ADDITIONAL_ASSESSMENT_REQUIRED'), transaction: 'sweep' },
    ];
    expect(judge(lines(accepted, silent, sweep))).toEqual({ ...flawless, expiredEarly: 1 });
  });

  it('finds a read of beds in the middle of an offer', () => {
    const pools = [{ id: room, version: 5, outOfService: 0, ...counts(0, 0) }];
    const look = call(null, 'availability', 65, { serviceId: 'inn' }, { kind: 'Availability', sequence: 6, pools });
    expect(guiltOf({}, [look])).toMatchObject({ untold: 1 });
  });

  it.each([
    [136, 1],
    [62, 0],
  ])('finds the refusal of a group for which there is room (asked at %d: %d)', (invoked, guilty) => {
    const group = call(
      'z',
      'holdGroup',
      invoked,
      { holds: [bed] },
      { kind: 'GroupChanged', changes: [{ party: 0, code: 'NO_BEDS_LEFT' }] },
    );
    expect(guiltOf({}, [{ ...group, returned: invoked + 2 }]).wrongAdmissions).toBe(guilty);
  });

  it('finds a refusal for lack of beds at a closed intake', () => {
    const pools = [{ id: room, version: 11, outOfService: 0, ...counts(1, 0) }];
    expect(guiltOf({ refused: { answer: { kind: 'NoBedsLeft', sequence: 15, pools } } })).toMatchObject({ wrongAdmissions: 1 });
  });
});
