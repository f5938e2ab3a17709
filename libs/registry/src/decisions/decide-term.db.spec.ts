import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { publishAnew } from '../publishing/read-anew.js';
import { findService } from '../search/find-services.js';
import { coordinator, itemsOf, openTestRegistry, providerOf, type TestRegistry } from '../registry.fixture.js';
import { decideTerm, type DecideTerm } from './decide-term.js';
import { decision, serviceOf, term } from './decisions.fixture.js';
import { termDecisions } from './term-decisions.js';
import { unclearTerms } from './unclear-terms.js';

const vague = term('Zorbing');
const women = { groups: ['WOMEN'], minimumAge: null, maximumAge: null, agesAreLimit: false } as const;

describe('a decision about a term', () => {
  let on: TestRegistry;
  beforeEach(async () => {
    await on?.close();
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const imported = (services: readonly JsonObject[], source = 'test') => loadDirectory(on.registry, itemsOf(...services), { source });
  const decide = async (given: Partial<DecideTerm>, caller = coordinator) => {
    const answer = await decideTerm(on.registry, caller, { ...on.command(), ...decision, ...given });
    return 'decided' in answer ? answer.decided : answer;
  };
  const categories = async (id: string) => (await findService(on.registry, id))!.categories;
  const persons = async (id: string) => (await findService(on.registry, id))!.admission.persons;

  it('gives its categories to all services of the source that carry the term, and to none of another source', async () => {
    await imported([serviceOf('a', { attributes: [vague] }), serviceOf('b', { attributes: [vague] }), serviceOf('c', {})]);
    await imported([serviceOf('other', { attributes: [vague] })], 'elsewhere');
    const decided = await decide({ name: ' zorbing ', taxonomy: 'THEIRS', categories: ['LEGAL', 'MEDICAL'] });
    expect(decided).toMatchObject({ id: '1', services: 2, waiting: 0, withdrawn: false, decidedBy: 'c', name: ' zorbing ' });
    for (const id of ['a', 'b']) expect(await categories(id)).toEqual(['MEDICAL', 'LEGAL']);
    for (const id of ['c', 'other']) expect(await categories(id)).toEqual([]);
    const left = await unclearTerms(on.registry, null, null, 9);
    expect(left.items.map(({ source, name }) => [source, name]).sort()).toEqual([
      ['elsewhere', 'Zorbing'],
      ['test', 'Program c'],
    ]);
  });

  it('applies to all sources if none is named, except where a source or a service has its own', async () => {
    await imported([serviceOf('a', { attributes: [vague] }), serviceOf('b', { attributes: [vague] })]);
    await imported([serviceOf('other', { attributes: [vague] })], 'elsewhere');
    await decide({ source: null, serviceId: 'b', categories: ['EDUCATION'] });
    await decide({ categories: ['MEDICAL'] });
    await decide({ source: null, categories: ['LEGAL'] });
    expect(await Promise.all(['other', 'a', 'b'].map(categories))).toEqual([['LEGAL'], ['MEDICAL'], ['EDUCATION']]);
  });

  it('comes before crosswalks and words, but what a person entered at a service stays', async () => {
    const said = { value: 'EMPLOYMENT', taxonomy_term: { id: 'said', code: 'haven:category', name: 'n', description: 'd' } };
    await imported([
      serviceOf('never', { name: 'Rent assistance', attributes: [term('Emergency Shelter'), term('House Cleaning')] }),
      serviceOf('beside', { attributes: [term('Emergency Shelter'), term('Primary Care')] }),
      serviceOf('said', { attributes: [term('Emergency Shelter'), said] }),
    ]);
    await decide({ name: 'Emergency Shelter', categories: ['LEGAL'] });
    expect(await Promise.all(['never', 'beside', 'said'].map(categories))).toEqual([['LEGAL'], ['MEDICAL', 'LEGAL'], ['EMPLOYMENT']]);
    await decide({ name: 'House Cleaning', categories: ['ACCOMMODATION'] });
    expect(await categories('never')).toEqual(['ACCOMMODATION', 'LEGAL']);
    await decide({ name: 'House Cleaning', categories: [] });
    await decide({ name: 'Emergency Shelter', categories: [] });
    expect(await categories('never')).toEqual(['MATERIAL_ASSISTANCE']);
  });

  it('can say whom the term means, and the rule names the decision', async () => {
    const text = 'Mostly women, as a rule';
    await imported([
      serviceOf('a', { attributes: [vague, term('Emergency Shelter')] }),
      serviceOf('b', { attributes: [term('Emergency Shelter')], eligibility_description: text }),
      serviceOf('c', { attributes: [term('Women/Girls')], eligibility_description: 'Men only' }),
    ]);
    await decide({ categories: null, persons: women });
    const { decidedAt } = (await termDecisions(on.registry, null, null, 1)).items[0]!;
    const rule = (await persons('a'))!;
    expect(rule[0]).toMatchObject({ genders: ['WOMAN'], minimumAge: 18, terms: [`Decision 1 of ${decidedAt.slice(0, 10)}`] });
    expect(await categories('a')).toEqual(['ACCOMMODATION']);

    await decide({
      kind: 'ELIGIBILITY',
      taxonomy: null,
      name: text,
      categories: null,
      persons: { ...women, minimumAge: 60, agesAreLimit: true },
    });
    expect((await persons('b'))!.map(({ minimumAge }) => minimumAge)).toContain(60);
    expect((await termDecisions(on.registry, null, null, 1)).items[0]).toMatchObject({ name: null, persons: ['women', 'limit:60-'] });
    expect(await on.whereIs(text)).not.toContain('registry.term_decision');

    await decide({ name: 'Women/Girls', categories: null, persons: women });
    expect((await persons('c'))!.flatMap(({ genders }) => genders ?? [])).not.toContain('MAN');
    await decide({ name: 'Women/Girls', categories: null, persons: { ...women, groups: [] } });
    expect((await persons('c'))!.flatMap(({ genders }) => genders ?? [])).toContain('MAN');
  });

  it('can decide about a service alone, whatever its terms and words', async () => {
    await imported([serviceOf('a', { name: 'Legal aid clinic', attributes: [vague] }), serviceOf('b', { attributes: [vague] })]);
    const whole = { kind: 'SERVICE', name: null, taxonomy: null, source: null } as const;
    await decide({ ...whole, serviceId: 'a', categories: [], persons: women });
    expect([await categories('a'), await categories('b')]).toEqual([[], []]);
    expect(await persons('a')).not.toBeNull();
    expect(await persons('b')).toBeNull();
    expect((await unclearTerms(on.registry, null, null, 9)).items.flatMap(({ examples }) => examples.map(({ id }) => id))).toEqual(['b']);
    await decide({ ...whole, serviceId: 'b', categories: ['LEGAL'] });
    expect(await categories('b')).toEqual(['LEGAL']);
  });

  it('can be changed and withdrawn, and all of it stays on record', async () => {
    await imported([serviceOf('a', { name: 'Legal aid clinic', attributes: [vague] })]);
    const before = canonicalJson((await findService(on.registry, 'a'))!.hsds);
    await decide({ categories: ['MEDICAL'] });
    expect(await decide({ categories: ['MEDICAL'] })).toMatchObject({ id: '1' });
    await decide({ categories: ['EDUCATION', 'LEGAL'] });
    expect(await decide({ categories: null, withdraw: true })).toMatchObject({ withdrawn: true, services: 1 });
    expect(canonicalJson((await findService(on.registry, 'a'))!.hsds)).toBe(before);
    expect(await decide({ categories: null, withdraw: true })).toMatchObject({ kind: 'DecisionRefused', code: 'NOT_DECIDED' });
    const { items: decisions, totalCount } = await termDecisions(on.registry, 'test', null, 2);
    expect(decisions.map(({ categories: said, isCurrent, withdrawn }) => [said, isCurrent, withdrawn])).toEqual([
      [null, true, true],
      [['EDUCATION', 'LEGAL'], false, false],
    ]);
    expect([totalCount, (await termDecisions(on.registry, 'test', decisions[1]!.id, 2)).items.length]).toEqual([3, 1]);
    expect((await unclearTerms(on.registry, null, null, 9)).items).toHaveLength(1);
  });

  it('is taken once for each key, from coordinators only', async () => {
    await imported([serviceOf('a', { attributes: [vague] })]);
    const once = on.command();
    const first = await decide({ ...once, categories: ['LEGAL'] });
    await decide({ categories: ['MEDICAL'] });
    expect(await decide({ ...once, categories: ['LEGAL'] })).toEqual(first);
    expect(await decide({ ...once, categories: ['MEDICAL'] })).toEqual({ kind: 'IdempotencyConflict' });
    expect(await decide({ categories: ['LEGAL'] }, providerOf('o'))).toEqual({ kind: 'NotFound' });
    expect(await categories('a')).toEqual(['MEDICAL']);
  });

  it('is refused with advice', async () => {
    const said = { value: 'EMPLOYMENT', taxonomy_term: { id: 'said', code: 'haven:category', name: 'n', description: 'd' } };
    await imported([serviceOf('a', { attributes: [said] })]);
    const refusal = async (given: Partial<DecideTerm>) => {
      const answer = await decide({ source: null, serviceId: 'a', categories: ['LEGAL'], ...given });
      return 'code' in answer ? answer.code : answer.kind;
    };
    expect(await refusal({})).toBe('TERM_NOT_CARRIED');
    const whole = { kind: 'SERVICE', name: null, taxonomy: null } as const;
    expect(await refusal(whole)).toBe('CATEGORIES_SAID');
    expect(await refusal({ ...whole, serviceId: 'nobody' })).toBe('NotFound');
    const invalid = async (given: Partial<DecideTerm>) => {
      const answer = await decide({ categories: ['LEGAL'], ...given });
      return 'fields' in answer ? answer.fields.map(({ path }) => path) : [];
    };
    expect(await invalid({ name: ' ' })).toEqual(['name']);
    expect(await invalid({ source: null, taxonomy: null })).toEqual(['taxonomy']);
    expect(await invalid({ serviceId: 'a' })).toEqual(['source']);
    expect(await invalid({ categories: null })).toEqual(['categories']);
    expect(await invalid({ withdraw: true })).toEqual(['withdraw']);
    expect(await invalid({ kind: 'SERVICE', name: null, taxonomy: null })).toEqual(['serviceId']);
    expect(await invalid({ kind: 'ELIGIBILITY', taxonomy: null })).toEqual(['categories']);
    expect(await invalid({ persons: { ...women, minimumAge: 9, maximumAge: 3 } })).toEqual(['persons.minimumAge']);
  });

  it('about many services is published after the answer, and continues after a crash', async () => {
    await imported(Array.from({ length: 60 }, (_, n) => serviceOf(`s${n}`, { attributes: [vague] })));
    expect(await decide({ categories: ['LEGAL'] })).toMatchObject({ services: 60, waiting: 60 });
    expect(await categories('s7')).toEqual([]);
    await publishAnew(on.registry);
    expect(await categories('s7')).toEqual(['LEGAL']);
    expect((await termDecisions(on.registry, null, null, 1)).items[0]!.waiting).toBe(0);
  });

  it('covers services that a running import has already described', async () => {
    const deciding: Promise<unknown>[] = [];
    const onLine = () => void (deciding.length === 0 && deciding.push(decide({ categories: ['LEGAL'] })));
    await loadDirectory(on.registry, itemsOf(serviceOf('a', { attributes: [vague] })), { source: 'test', onLine });
    await Promise.all(deciding);
    expect(deciding).toHaveLength(1);
    expect(await categories('a')).toEqual(['LEGAL']);
  });
});
