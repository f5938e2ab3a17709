import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonClause } from '@haven/kernel';
import { derivedId } from '../domain/derived-id.js';
import { havenCode, havenTerm } from '../domain/haven-attributes.js';
import type { JsonObject } from '../domain/hsds/record.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from './find-services.js';
import type { ImportLine } from './import-report.js';
import { loadDirectory } from './load-directory.js';

const anybody = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };
const from12 = { ...anybody, minimumAge: 12 };
const family: readonly PersonClause[] = [from12, { ...anybody, maximumAge: 5 }, { ...anybody, maximumAge: 17, accompaniedOnly: true }];
const women: PersonClause = { ...anybody, genders: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'] };
const workedOut = 'Worked out by Haven on import';

/** A service with this text, and clauses as an export has them; `label` as an import leaves it on what it has worked out. */
const service = (text: string | null, clauses: readonly PersonClause[], label: string | null): JsonObject => ({
  id: 's',
  name: 'Legal aid',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  ...(text !== null && { eligibility_description: text }),
  attributes: clauses.map((clause) => ({
    id: derivedId('attribute', 'service', 's', havenCode.person, JSON.stringify(clause)),
    link_entity: 'service',
    link_id: 's',
    value: JSON.stringify(clause),
    ...(label !== null && { label }),
    taxonomy_term: { id: derivedId('term', havenCode.person), ...havenTerm(havenCode.person).properties },
  })),
});

describe('a rule that an import worked out', () => {
  let on: TestRegistry;
  const load = async (...given: Parameters<typeof service>) => {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, itemsOf(service(...given)), { source: 'test', onLine: (line) => lines.push(line) });
    return lines.map(({ code }) => code);
  };
  const persons = async () => (await findService(on.registry, 's'))!.admission.persons;

  beforeEach(async () => void (on = await openTestRegistry()));
  afterEach(() => on.close());

  it('comes back by no export that says it: the text is read anew, and only what it still says is the rule', async () => {
    await load('Families with children', family, workedOut);
    expect(await persons()).toBeNull();
    expect(await on.whereIs('accompaniedOnly')).toEqual([]);
    await load(null, family, workedOut);
    expect(await persons()).toBeNull();
    await load('Women only', family, workedOut);
    expect(await persons()).toEqual([women]);
  });

  it('stays where the text still says it, with nothing to tell', async () => {
    expect(await load('Women only', [], null)).toContain('ADMISSION_READ');
    const told = (await on.events()).length;
    expect(await load('Women only', [], null)).not.toContain('ADMISSION_READ');
    expect(await load('Women only', [women], workedOut)).not.toContain('ADMISSION_READ');
    expect(await persons()).toEqual([women]);
    expect(await on.events()).toHaveLength(told);
  });

  it('follows a text that says something else now', async () => {
    await load('Women only', [], null);
    await load('12 and older', [], null);
    expect(await persons()).toEqual([from12]);
    await load('Ask us', [], null);
    expect(await persons()).toBeNull();
  });

  it('gives way to what is said, which stays whatever the text says', async () => {
    await load('Women only', [], null);
    await load('Women only', family, null);
    expect(await persons()).toHaveLength(3);
    await load('Families with children', family, null);
    expect(await persons()).toHaveLength(3);
  });
});
