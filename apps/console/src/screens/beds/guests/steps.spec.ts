import { describe, expect, it } from '@jest/globals';
import { createSteps, type Step, type StepOutcome } from './steps.js';

/** A clock, a network and a server that the test controls. */
function world() {
  const told: Step[] = [];
  const ended: string[] = [];
  const timers: { at: number; work: () => void }[] = [];
  const state = { now: 0, online: true, answers: [] as StepOutcome[] };
  const steps = createSteps({
    maySend: () => state.online,
    send: (step) => {
      told.push(step);
      return Promise.resolve(state.answers.shift() ?? 'taken');
    },
    ended: (step, outcome) => Promise.resolve(void ended.push(`${step.stayId} ${outcome}`)),
    now: () => state.now,
    later: (milliseconds, work) => void timers.push({ at: state.now + milliseconds, work }),
  });
  const pass = async (milliseconds: number) => {
    state.now += milliseconds;
    for (const { work } of timers.splice(0).filter((timer) => timer.at <= state.now || (timers.push(timer), false))) work();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const step = (stayId: string) => ({ key: `key of ${stayId}`, stayId, version: 3, verb: 'arrived' as const, notBefore: state.now + 10 });
  return { steps, told, ended, state, pass, step };
}

describe('steps of a party', () => {
  it('wait for a moment, and are sent once', async () => {
    const { steps, told, ended, pass, step } = world();
    steps.take(step('a'));
    await pass(9);
    expect(told).toEqual([]);
    await pass(1);
    await pass(10_000);
    expect([told.map(({ key }) => key), ended, steps.all.get()]).toEqual([['key of a'], ['a taken'], []]);
  });

  it('can be undone until they are sent, and not later', async () => {
    const { steps, told, state, pass, step } = world();
    steps.take(step('a'));
    steps.takeBack('a');
    await pass(20);
    expect(told).toEqual([]);
    state.answers = ['unknown'];
    steps.take(step('b'));
    await pass(20);
    steps.takeBack('b');
    expect(steps.all.get().map(({ stayId, isSent }) => [stayId, isSent])).toEqual([['b', true]]);
  });

  it('are sent again with the same key while there is no answer', async () => {
    const { steps, told, ended, state, pass, step } = world();
    state.answers = ['unknown', 'unknown', 'changed'];
    steps.take(step('a'));
    await pass(10);
    await pass(5_000);
    await pass(5_000);
    expect([told.map(({ key }) => key), ended]).toEqual([['key of a', 'key of a', 'key of a'], ['a changed']]);
  });

  it('wait for the network and the user', async () => {
    const { steps, told, state, pass, step } = world();
    state.online = false;
    steps.take(step('a'));
    await pass(1_000);
    expect(told).toEqual([]);
    state.online = true;
    steps.send();
    await pass(0);
    expect(told).toHaveLength(1);
  });

  it('are one at a time for each party', async () => {
    const { steps, told, pass, step } = world();
    steps.take(step('a'));
    steps.take({ ...step('a'), key: 'another', verb: 'decline' });
    await pass(20);
    expect(told.map(({ verb }) => verb)).toEqual(['arrived']);
  });
});
