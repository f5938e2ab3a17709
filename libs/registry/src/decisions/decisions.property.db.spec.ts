import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NeedCategory } from '@haven/kernel';
import fc from 'fast-check';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { decideTerm, type DecideTerm } from './decide-term.js';
import { decision, serviceOf, term } from './decisions.fixture.js';

const names = ['Emergency Shelter', 'Zorbing', 'Hobby Horses'] as const;
type Name = (typeof names)[number];
const byCrosswalk: { readonly [name in Name]: readonly NeedCategory[] } = {
  'Emergency Shelter': ['ACCOMMODATION'],
  Zorbing: [],
  'Hobby Horses': [],
};
const sources = ['north', 'south'] as const;

interface Service {
  readonly id: string;
  readonly source: (typeof sources)[number];
  readonly terms: readonly Name[];
}
const termsOf = [
  ['Emergency Shelter', 'Zorbing'],
  ['Zorbing'],
  ['Zorbing', 'Hobby Horses'],
  [],
] as const satisfies readonly (readonly Name[])[];
const services: readonly Service[] = sources.flatMap((source) => termsOf.map((terms, n) => ({ id: `${source}-${n}`, source, terms })));

type Scope = 'ALL' | (typeof sources)[number] | Service;
type Step =
  | { readonly kind: 'import'; readonly source: (typeof sources)[number] }
  | { readonly kind: 'decide'; readonly name: Name | null; readonly scope: Scope; readonly said: readonly NeedCategory[] | null };

const needs = fc.option(fc.subarray<NeedCategory>(['MEDICAL', 'LEGAL']), { nil: null, freq: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('import' as const), source: fc.constantFrom(...sources) }),
  fc.record({
    kind: fc.constant('decide' as const),
    name: fc.constantFrom(...names),
    scope: fc.constantFrom<Scope>('ALL', ...sources),
    said: needs,
  }),
  fc.record({ kind: fc.constant('decide' as const), name: fc.constant(null), scope: fc.constantFrom<Scope>(...services), said: needs }),
);

const idOf = (scope: Scope): string => (typeof scope === 'string' ? scope : scope.id);

/** What the contract says about a service: the nearest decision of each term, otherwise the crosswalk. */
function expected({ id, source, terms }: Service, decided: ReadonlyMap<string, readonly NeedCategory[]>): readonly NeedCategory[] {
  const whole = decided.get(`null ${id}`);
  const meant = terms.flatMap((name) => decided.get(`${name} ${source}`) ?? decided.get(`${name} ALL`) ?? byCrosswalk[name]);
  return [...new Set(whole ?? meant)].sort();
}

describe('decisions', () => {
  let on: TestRegistry;
  let runs = 0;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  it('apply whatever the order of decisions and imports, and leave nothing behind when withdrawn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const run = `run${(runs += 1)}`;
        const world = worldOf(run);
        const decided = new Map<string, readonly NeedCategory[]>();
        // Everything is imported, so that a decision about a service is possible.
        for (const source of sources) await world.import(source);
        for (const one of steps) {
          if (one.kind === 'import') await world.import(one.source);
          else if (await world.decide(one)) noteIn(decided, one);
          await world.compare(decided);
        }
        for (const source of sources) await world.import(source);
        await world.compare(decided);
        for (const key of [...decided.keys()]) {
          await world.withdraw(key);
          decided.delete(key);
        }
        await world.compare(decided);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('apply to a directory that is imported later', async () => {
    const world = worldOf('later');
    await world.decide({ kind: 'decide', name: 'Zorbing', scope: 'ALL', said: ['MEDICAL'] });
    await world.decide({ kind: 'decide', name: 'Zorbing', scope: 'north', said: ['LEGAL'] });
    for (const source of sources) await world.import(source);
    await world.compare(
      new Map([
        ['Zorbing ALL', ['MEDICAL']],
        ['Zorbing north', ['LEGAL']],
      ]),
    );
  });

  function noteIn(decided: Map<string, readonly NeedCategory[]>, { name, scope, said }: Extract<Step, { kind: 'decide' }>) {
    if (said === null) decided.delete(`${name} ${idOf(scope)}`);
    else decided.set(`${name} ${idOf(scope)}`, said);
  }

  /** Ids, sources and taxonomy are unique to each run. */
  function worldOf(run: string) {
    const decide = async (given: Partial<DecideTerm>) =>
      'decided' in (await decideTerm(on.registry, coordinator, { ...on.command(), ...decision, ...given }));
    const target = (name: string | null, scope: string) => ({
      ...(name === null ? { kind: 'SERVICE' as const, name, taxonomy: null } : { name, taxonomy: run }),
      source: name !== null && scope !== 'ALL' ? `${run}-${scope}` : null,
      serviceId: name === null ? `${run}-${scope}` : null,
    });
    return {
      import: (source: string) =>
        loadDirectory(
          on.registry,
          itemsOf(
            ...services
              .filter((one) => one.source === source)
              .map(({ id, terms }) => serviceOf(`${run}-${id}`, { name: 'Program', attributes: terms.map((name) => term(name, run)) })),
          ),
          { source: `${run}-${source}` },
        ),
      decide: ({ name, scope, said }: Extract<Step, { kind: 'decide' }>) =>
        decide({ ...target(name, idOf(scope)), categories: said, withdraw: said === null }),
      withdraw: (key: string) => {
        const at = key.lastIndexOf(' ');
        const name = key.slice(0, at);
        return decide({ ...target(name === 'null' ? null : name, key.slice(at + 1)), withdraw: true });
      },
      compare: async (decided: ReadonlyMap<string, readonly NeedCategory[]>) => {
        for (const service of services) {
          const view = await findService(on.registry, `${run}-${service.id}`);
          expect([service.id, ...[...view!.categories].sort()]).toEqual([service.id, ...expected(service, decided)]);
        }
      },
    };
  }
});
