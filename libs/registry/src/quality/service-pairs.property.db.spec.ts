import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceOf } from '../decisions/decisions.fixture.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { decidePair, possiblePairs, type PairDecision } from './service-pairs.js';

const sides = ['north', 'south'] as const;
type Side = (typeof sides)[number];
type Step =
  { readonly kind: 'import'; readonly side: Side } | { readonly kind: 'decide'; readonly decision: PairDecision; readonly keep: Side };

/** The state of a pair in the model. */
interface World {
  readonly known: ReadonlySet<Side>;
  readonly gone: Side | null;
  readonly isDecided: boolean;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('import' as const), side: fc.constantFrom(...sides) }),
  fc.record({
    kind: fc.constant('decide' as const),
    decision: fc.constantFrom<PairDecision>('MERGE', 'KEEP_APART', 'UNDO'),
    keep: fc.constantFrom(...sides),
  }),
);

/** The state that the contract requires after a step. */
function after(world: World, one: Step): World {
  if (one.kind === 'import') return { ...world, known: new Set([...world.known, one.side]) };
  if (one.decision === 'UNDO') return { ...world, gone: null, isDecided: false };
  if (world.known.size < 2 || world.gone !== null) return world;
  return { ...world, isDecided: true, gone: one.decision === 'MERGE' ? sides.find((side) => side !== one.keep)! : null };
}

describe('a pair', () => {
  let on: TestRegistry;
  let runs = 0;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  it('is two services, one, or undecided, whatever the order of files and decisions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const run = `run${(runs += 1)}`;
        let world: World = { known: new Set(), gone: null, isDecided: false };
        for (const one of steps) {
          await take(run, one);
          world = after(world, one);
          const shown = sides.filter((side) => world.known.has(side) && world.gone !== side);
          expect(await seen(run)).toEqual({ shown, isAsked: shown.length === 2 && !world.isDecided });
        }
      }),
      { numRuns: 15 },
    );
  }, 240_000);

  async function take(run: string, one: Step): Promise<void> {
    if (one.kind === 'import') {
      const organization = { id: `${run}-${one.side}-o`, name: `Organization ${run}`, description: 'd' };
      const service = serviceOf(`${run}-${one.side}`, { name: `Program ${run}`, organization });
      await loadDirectory(on.registry, itemsOf(service), { source: `${run}-${one.side}`, isWhole: true });
    } else {
      const serviceIds = sides.map((side) => `${run}-${side}`);
      await decidePair(on.registry, coordinator, {
        ...on.command(),
        ...{ serviceIds, decision: one.decision, keepId: `${run}-${one.keep}` },
      });
    }
  }

  async function seen(run: string) {
    const views = await Promise.all(sides.map((side) => findService(on.registry, `${run}-${side}`)));
    const { items: pairs } = await possiblePairs(on.registry, [`${run}-n`, ''], 1);
    const isAsked = pairs.some(({ services: [one] }) => one.id === `${run}-north`);
    return { shown: sides.filter((_, at) => views[at] !== null), isAsked };
  }
});
