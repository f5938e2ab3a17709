import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from '@jest/globals';
import type { System } from '../harness/system.js';

type Row = Readonly<Record<string, string>>;

/** A service as the source rows describe it. */
export interface SourceService {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly organization: string;
  readonly phones: readonly string[];
}

export const readRows = async (directory: string, file: string): Promise<Row[]> =>
  parse(await readFile(join(directory, file)), { columns: true, relax_quotes: true, relax_column_count: true, bom: true }) as Row[];

/** Services with a description, spread over the file, with the data of other files about them. */
export async function washingtonServices(directory: string, count: number): Promise<SourceService[]> {
  const services = (await readRows(directory, 'services.csv')).filter((row) => row['service_description'] && row['service_organization']);
  const organizations = new Map((await readRows(directory, 'organizations.csv')).map((row) => [row['id'], row['name']]));
  const phones = new Map((await readRows(directory, 'phones.csv')).map((row) => [row['id'], row['number'] ?? '']));
  const step = Math.floor(services.length / count);
  return Array.from({ length: count }, (_, index) => services[index * step]!).map((row) => ({
    id: row['service_recordid']!,
    name: row['service_name']!,
    description: row['service_description']!,
    organization: organizations.get(row['service_organization']!) ?? '',
    phones: (row['service_phones'] ?? '').split(',').flatMap((id) => (phones.has(id.trim()) ? [phones.get(id.trim())!] : [])),
  }));
}

const query = 'query ($id: ID!) { service(id: $id) { id name description organization { name } phones { number } } }';

interface Shown {
  readonly name: string;
  readonly description: string | null;
  readonly organization: { readonly name: string };
  readonly phones: readonly { readonly number: string }[];
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** Expects the API to show the same. */
export async function expectSample(system: System, row: SourceService): Promise<void> {
  const { service } = await system.query<{ service: Shown | null }>(query, { id: row.id });
  expect(service?.name).toBe(row.name.trim());
  expect(service?.description?.trim()).toBe(row.description.trim());
  expect(service?.organization.name).toBe(row.organization.trim());
  expect(service?.phones.map(({ number }) => digits(number))).toEqual(expect.arrayContaining(row.phones.map(digits)));
}
