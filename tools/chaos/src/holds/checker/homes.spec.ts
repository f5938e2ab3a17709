import { describe, expect, it } from '@jest/globals';
import type { Answer, HistoryLine, Party, SeenHold } from '../history.js';
import { call, change, lines, pool, seenHold, step, storedHold, told } from './history.fixture.js';
import { flawless, judge } from './verdict.js';

const [women, anybody] = ['pool-own-rule', 'pool-silent'];
const woman = { gender: 'WOMAN', age: 30 } as const;
const man = { gender: 'MAN', age: 40 } as const;
const asking = (party: Party) => ({ serviceId: 'home', party });
const beds = [{ poolId: anybody, beds: 1 }];
const hold: SeenHold = seenHold('h1', 'home', beds);
const versions = { [women]: 1, [anybody]: 1 };

/** The home is for women. One of its pools says so too, the other has no rule; a woman has a bed there. */
const story = {
  rule: { line: 'shelter', serviceId: 'home', gender: 'WOMAN' },
  asked: call('a', 'holdBeds', 10, asking([woman]), { kind: 'Hold', hold }),
  own: pool(women, 'home', 1, { gender: 'WOMAN' }),
  silent: pool(anybody, 'home', 2, { held: 1 }),
  o1: change(women, 1, 'owner', {}),
  s1: change(anybody, 1, 'owner', {}),
  s2: change(anybody, 2, 'a', { held: 1 }),
  t1: told('home', 1, 'owner', 'CAPACITY', { [women]: 1 }),
  t2: told('home', 2, 'owner', 'CAPACITY', versions),
  t3: told('home', 3, 'a', 'CAPACITY', { ...versions, [anybody]: 2 }),
  h1: storedHold(hold, 'a'),
  h1v1: step('h1', 1, 'HELD', 'a'),
} as const satisfies Record<string, HistoryLine>;

const refused = (party: Party, answer: Answer) => call('x', 'holdBeds', 30, asking(party), answer);
const notAdmitted: Answer = { kind: 'NotAdmitted', reasons: ['NOT_ADMITTED_PERSONS'] };
const counts = { total: 2, occupied: 0, outOfService: 0 };
const noBedsLeft: Answer = {
  kind: 'NoBedsLeft',
  sequence: 3,
  pools: [
    { id: women, version: 1, held: 0, ...counts },
    { id: anybody, version: 2, held: 1, ...counts },
  ],
};

describe('the checker of homes', () => {
  it('finds nothing if the shelter and the pool admit everybody who has a bed', () => expect(judge(lines(story))).toEqual(flawless));

  it('finds a man in a pool without a rule, under a rule of its shelter for women', () => {
    expect(judge(lines(story, { asked: { input: asking([man]) } }))).toMatchObject({ wrongHomes: 1 });
    expect(judge(lines(story, { asked: { input: asking([man]) }, rule: { gender: null } }))).toEqual(flawless);
  });

  it('finds a man in a pool for women, at a shelter without a rule', () => {
    const inOwn = {
      ...{ rule: { gender: null }, silent: { version: 1, held: 0 }, s2: null },
      ...{ own: { version: 2, held: 1 }, h1: { beds: [{ poolId: women, beds: 1 }] } },
      t3: { versions: { ...versions, [women]: 2 } },
    };
    const answer = { kind: 'Hold', hold: { ...hold, beds: [{ poolId: women, beds: 1 }] } };
    const taken = change(women, 2, 'a', { held: 1 });
    expect(judge(lines(story, { ...inOwn, asked: { answer } }, [taken]))).toEqual(flawless);
    expect(judge(lines(story, { ...inOwn, asked: { answer, input: asking([man]) } }, [taken]))).toEqual({ ...flawless, wrongHomes: 1 });
  });

  it('finds a refusal of somebody whom the home admits, and somebody put on the list whom it can never admit', () => {
    expect(judge(lines(story, {}, [refused([man], notAdmitted)]))).toEqual(flawless);
    expect(judge(lines(story, {}, [refused([woman, man], notAdmitted)]))).toEqual(flawless);
    expect(judge(lines(story, {}, [refused([woman], notAdmitted)]))).toEqual({ ...flawless, wrongAdmissions: 1 });
    expect(judge(lines(story, {}, [refused([man], noBedsLeft)]))).toEqual({ ...flawless, wrongAdmissions: 1 });
  });

  it('finds a man who waits at a home for women', () => {
    const joins = call('x', 'joinWaitlist', 30, asking([man]), notAdmitted);
    expect(judge(lines(story, {}, [joins]))).toEqual(flawless);
    expect(judge(lines(story, { rule: { gender: null } }, [joins]))).toEqual({ ...flawless, wrongAdmissions: 1 });
  });
});
