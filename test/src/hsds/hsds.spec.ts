import { beforeAll, describe, expect, it } from '@jest/globals';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { askHsds, readHsds, type Document, type HsdsPage } from './ask-hsds.js';

let system: System;
beforeAll(() => {
  system = sharedSystem();
});

const idsOf = ({ contents }: HsdsPage): readonly string[] => contents.map(({ id }) => id as string);

/** Reads until no other suite has changed the number of services meanwhile. Answers that number, too. */
async function whileUnchanged<T>(read: () => Promise<T>): Promise<readonly [all: number, read: T]> {
  const count = async () => (await readHsds(system, '/services?per_page=1')).total_items;
  for (;;) {
    const before = await count();
    const answer = await read();
    if ((await count()) === before) return [before, answer];
  }
}

async function allPages(): Promise<readonly HsdsPage[]> {
  const pages = [await readHsds(system, '/services?per_page=100')];
  while (!pages.at(-1)!.last_page) pages.push(await readHsds(system, `/services?per_page=100&page=${pages.length + 1}`));
  return pages;
}

describe('the directory under /hsds', () => {
  it('describes itself to everybody, and shows nothing without a token', async () => {
    expect(await (await askHsds(system, '', { role: null })).json()).toMatchObject({ version: '3.1' });
    const refused = await askHsds(system, '/services', { role: null });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lists services in pages that together contain each once', async () => {
    const [all, [pages, beyond]] = await whileUnchanged(async () => {
      const read = await allPages();
      return [read, await readHsds(system, `/services?per_page=100&page=${read.length + 1}`)] as const;
    });
    expect(pages[0]).toMatchObject({ page_number: 1, size: 100, first_page: true, last_page: false, empty: false, total_items: all });
    const ids = pages.flatMap(idsOf);
    expect(ids.length).toBe(all);
    expect(new Set(ids).size).toBe(ids.length);
    expect(beyond).toMatchObject({ size: 0, empty: true, last_page: true, total_items: all });
  });

  it('shows own values in a list, everything if full is requested, and ids and times if minimal is', async () => {
    const [plain] = (await readHsds(system, '/services?per_page=1')).contents;
    expect(Object.values(plain!).some(Array.isArray)).toBe(false);
    expect(plain).toMatchObject({ status: 'active', organization: { name: expect.any(String) as unknown } });
    const [full] = (await readHsds(system, '/services?per_page=1&full=true')).contents;
    expect(Array.isArray(full!['service_at_locations'])).toBe(true);
    expect(full).toEqual(await readHsds<Document>(system, `/services/${full!['id'] as string}`));
    const [minimal] = (await readHsds(system, '/services?per_page=1&minimal=true')).contents;
    expect(Object.keys(minimal!).sort()).toEqual(['id', 'modified_date', 'name', 'status']);
  });

  it('can be filtered by text, organization, and time of modification', async () => {
    const { contents } = await readHsds(system, '/services?per_page=1&full=true');
    const [all, since] = await whileUnchanged(() => readHsds(system, '/services?modified_after=2020-01-01'));
    expect(since.total_items).toBe(all);
    const { id, name, organization } = contents[0] as { id: string; name: string; organization: { id: string } };
    for (const filter of [`search=${encodeURIComponent(name)}`, `organization_id=${organization.id}`]) {
      const found = await readHsds(system, `/services?per_page=100&${filter}`);
      expect(found.total_items).toBeLessThan(all);
      expect(idsOf(found)).toContain(id);
    }
    expect((await readHsds(system, '/services?modified_after=2120-01-01T00:00:00Z')).total_items).toBe(0);
  });

  it('lists services at places, each also alone, and organizations with their services', async () => {
    const [place] = (await readHsds(system, '/service_at_locations?per_page=1&full=true')).contents;
    expect(await readHsds<Document>(system, `/service_at_locations/${place!['id'] as string}`)).toEqual(place);
    const [service] = (await readHsds(system, '/services?per_page=1')).contents as readonly { organization: { id: string } }[];
    const path = `/organizations/${service!.organization.id}`;
    expect((await readHsds(system, '/organizations')).total_items).toBeGreaterThan(0);
    const named = await readHsds<{ services: readonly Document[] }>(system, path);
    const whole = await readHsds<{ services: readonly Document[] }>(system, `${path}?full_service=true`);
    expect(named.services.length).toBeGreaterThan(0);
    expect(Object.keys(named.services[0]!).sort()).toEqual(['id', 'name', 'status']);
    expect(Array.isArray(whole.services[0]!['service_at_locations'])).toBe(true);
  });

  it('sends a page again only if it has changed', async () => {
    const first = await askHsds(system, '/services?per_page=2');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await askHsds(system, '/services?per_page=2', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await askHsds(system, '/services?per_page=3', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('can be read as lines, as a whole', async () => {
    const [all, lines] = await whileUnchanged(async () => {
      const response = await askHsds(system, '/services?format=ndjson');
      expect(response.headers.get('content-type')).toMatch('application/x-ndjson');
      return (await response.text()).trimEnd().split('\n');
    });
    expect(lines.length).toBe(all);
    expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(all);
  });

  it.each([
    ['/services?per_page=101', 'per_page'],
    ['/services?page=0', 'page'],
    ['/services?page=1&page=2', 'page'],
    ['/services?full=perhaps', 'full'],
    ['/services?format=xml', 'format'],
    ['/services?modified_after=yesterday', 'modified_after'],
    ['/services?modified_after=2026-13-45', 'modified_after'],
    [`/services?search=${'x'.repeat(201)}`, 'search'],
    ['/services?search=%00', 'search'],
    ['/service_at_locations?proximity=500', 'proximity'],
    ['/changes?after=nonsense', 'after'],
  ])('says what is wrong with %s', async (path, parameter) => {
    const response = await askHsds(system, path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_USER_INPUT', parameter });
  });

  it.each(['/services/', '/organizations/', '/taxonomies/', '/taxonomy_terms/', '/service_at_locations/'])(
    'has nothing under an id that does not exist: %s',
    async (path) => {
      for (const id of ['nobody', '%00', '..%2F..%2Fmetrics', "'%20OR%20true--"]) {
        const response = await askHsds(system, `${path}${id}`);
        expect([response.status, await response.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
      }
    },
  );
});
