import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, jest } from '@jest/globals';
import { objectNames } from '../hsds/record.js';
import { readDirectory } from './read-directory.js';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const whenPresent = existsSync(shared) ? describe : describe.skip;

interface Tally {
  readonly reads: Record<string, number>;
  readonly codes: Record<string, number>;
  readonly ids: Record<string, Set<string>>;
}

async function tally(path: string): Promise<Tally> {
  const found: Tally = { reads: {}, codes: {}, ids: {} };
  for await (const item of readDirectory(path)) {
    if (item.kind === 'progress') continue;
    const file = item.kind === 'record' ? item.file : item.line.file;
    found.reads[file] = (found.reads[file] ?? 0) + item.reads;
    if (item.kind === 'record') (found.ids[item.record.object] ??= new Set()).add(item.record.id);
    else {
      const code = `${item.line.object} ${item.line.field} ${item.line.code} ${item.line.action}`;
      found.codes[code] = (found.codes[code] ?? 0) + 1;
    }
  }
  return found;
}

jest.setTimeout(60_000);

whenPresent('real directories', () => {
  it('washington-dc: every row is a record or a report line', async () => {
    const { reads, ids } = await tally(`${shared}real/washington-dc`);
    expect(ids.service!.size).toBe(1658);
    expect(ids.location!.size).toBe(1204);
    expect(ids.organization!.size).toBe(399);
    expect(reads).toEqual({
      'accessibility_for_disabilities.csv': 578,
      'contacts.csv': 197,
      'languages.csv': 7,
      'locations.csv': 1204,
      'organizations.csv': 399,
      'phones.csv': 1121,
      'physical_addresses.csv': 3484,
      'programs.csv': 141,
      'schedules.csv': 6951,
      'service_attributes.csv': 7035,
      'services.csv': 1658,
      'services_at_location.csv': 2108,
      'taxonomy_terms.csv': 486,
      'taxonomy_terms_types.csv': 461,
      'taxonomy_types.csv': 4,
    });
  });

  it('illinois: every row is a record or a report line', async () => {
    const { reads, ids } = await tally(`${shared}real/illinois`);
    // One row names an organization and nothing else.
    expect(ids.service!.size).toBe(429);
    expect(reads).toEqual({
      'locations.csv': 520,
      'organizations.csv': 33,
      'phones.csv': 982,
      'postal_addresses.csv': 33,
      'regular_schedules.csv': 2492,
      'services.csv': 430,
    });
  });

  it('reports odd values of official examples and keeps them', async () => {
    const { codes } = await tally(`${shared}hsds/examples/service_full.json`);
    expect(codes).toEqual({
      'location latitude NOT_ON_EARTH kept': 1,
      'service_capacity available CAPACITY_ABOVE_MAXIMUM kept': 1,
      // Its extent is the word "extent".
      'service_area extent AREA_UNREAD kept': 1,
    });
  });

  it('official examples: each object of the tabular form is found', async () => {
    const { ids } = await tally(`${shared}hsds/examples/csv`);
    expect(Object.keys(ids).sort()).toEqual([...objectNames].sort());
  });
});
