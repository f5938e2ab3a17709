import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceOf } from '../decisions/decisions.fixture.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { missingServices, resolveMissing, type MissingDecision } from './missing-services.js';

const names = ['a', 'b', 'c'] as const;
type State = 'UNKNOWN' | 'LISTED' | 'MISSING' | 'KEPT' | 'WITHDRAWN';
type Step =
  | { readonly kind: 'import'; readonly has: readonly string[]; readonly isWhole: boolean }
  | { readonly kind: 'resolve'; readonly ids: readonly string[] | null; readonly decision: MissingDecision };

const some = fc.subarray([...names]);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), has: some, isWhole: fc.boolean() }) },
  fc.record({
    kind: fc.constant('resolve' as const),
    ids: fc.option(fc.subarray([...names], { minLength: 1 }), { nil: null }),
    decision: fc.constantFrom<MissingDecision>('KEEP', 'WITHDRAW'),
  }),
);

/** The state that the contract requires after a step. */
function after(state: State, name: string, one: Step): State {
  if (state === 'WITHDRAWN') return state;
  if (one.kind === 'resolve') {
    const isMeant = state === 'MISSING' && (one.ids === null || one.ids.includes(name));
    return isMeant ? (one.decision === 'KEEP' ? 'KEPT' : 'WITHDRAWN') : state;
  }
  if (one.has.includes(name)) return 'LISTED';
  return state === 'LISTED' && one.isWhole && one.has.length > 0 ? 'MISSING' : state;
}

/** The last file contains only a service that a person withdrew. Even so, the other one is missing from it. */
const onlyWithdrawn: Step[] = [
  { kind: 'import', has: ['a'], isWhole: false },
  { kind: 'import', has: ['b'], isWhole: true },
  { kind: 'resolve', ids: null, decision: 'WITHDRAW' },
  { kind: 'import', has: ['a'], isWhole: true },
];

describe('a service of a directory', () => {
  let on: TestRegistry;
  let runs = 0;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  it('is in exactly one state, whatever the order of files and decisions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const source = `run${(runs += 1)}`;
        const states = new Map<string, State>(names.map((name) => [name, 'UNKNOWN']));
        for (const one of steps) {
          await take(source, one);
          for (const name of names) states.set(name, after(states.get(name)!, name, one));
          expect(await seen(source)).toEqual(names.map((name) => shown(states.get(name)!)));
        }
      }),
      { numRuns: 15, examples: [[onlyWithdrawn]] },
    );
  }, 240_000);

  async function take(source: string, one: Step): Promise<void> {
    if (one.kind === 'import') {
      const services = one.has.map((name) => serviceOf(`${source}-${name}`, { name: 'Program' }));
      await loadDirectory(on.registry, itemsOf(...services), { source, isWhole: one.isWhole });
    } else {
      const serviceIds = one.ids && one.ids.map((name) => `${source}-${name}`);
      await resolveMissing(on.registry, coordinator, { ...on.command(), source, serviceIds, decision: one.decision });
    }
  }

  /** Whether it is published, missing, and waits for a decision. */
  const shown = (state: State) => ({
    isPublished: state !== 'UNKNOWN' && state !== 'WITHDRAWN',
    isMissing: state === 'MISSING',
    isListed: state === 'MISSING',
  });

  async function seen(source: string) {
    const waiting = (await missingServices(on.registry, source, null, 100)).items.map(({ id }) => id);
    return Promise.all(
      names.map(async (name) => {
        const view = await findService(on.registry, `${source}-${name}`);
        return { isPublished: view !== null, isMissing: Boolean(view?.missingSince), isListed: waiting.includes(`${source}-${name}`) };
      }),
    );
  }
});
