import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { askHsds, readHsds } from './ask-hsds.js';

interface Feed {
  readonly contents: readonly { readonly id: string; readonly modified_date: string; readonly withdrawn: boolean }[];
  readonly next: string;
  readonly last_page: boolean;
}

let system: System;
beforeAll(() => {
  system = sharedSystem();
});

const feedAfter = (after?: string) => readHsds<Feed>(system, `/changes?per_page=100${after === undefined ? '' : `&after=${after}`}`);

/** All changes from a position on, and the last position. */
async function readOn(after?: string): Promise<{ contents: Feed['contents']; next: string }> {
  let page = await feedAfter(after);
  const contents = [...page.contents];
  while (!page.last_page) {
    page = await feedAfter(page.next);
    contents.push(...page.contents);
  }
  return { contents, next: page.next };
}

const sent = async <T>(name: string, type: string, made: string, input: object): Promise<T> => {
  const found = await system.query<Record<string, T & { __typename: string }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ${made} ... on UserError { message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return found[name]!;
};

describe('the change feed', () => {
  it('lists each service once, at its last change, and continues where a reader stopped', async () => {
    const readListed = async (): ReturnType<typeof readOn> => {
      const listed = await readHsds(system, '/services');
      const found = await readOn();
      const published = found.contents.filter(({ withdrawn }) => !withdrawn).length;
      return published === listed.total_items ? found : sleep(50).then(readListed);
    };
    const { contents, next } = await readListed();
    expect(new Set(contents.map(({ id }) => id)).size).toBe(contents.length);

    const organization = await sent<{ id: string }>('registerOrganization', 'RegisterOrganizationInput', 'Organization { id }', {
      name: 'Feed',
    });
    const service = {
      name: 'In the feed',
      categories: ['LEGAL'],
      languages: ['en'],
      locations: [
        {
          country: 'GR',
          city: 'Nowhere',
          latitude: 35.1456789,
          longitude: 24.1234567,
          address: 'Canary Street 9',
          visibility: 'CONFIDENTIAL',
        },
      ],
    };
    const made = await sent<{ id: string; version: number }>('registerService', 'RegisterServiceInput', 'Service { id version }', {
      organizationId: organization.id,
      service,
    });
    const mine = async (after: string) => {
      const read = await readOn(after);
      return { ...read, contents: read.contents.filter(({ id }) => id === made.id) };
    };
    // On a server, transactions of other services delay a change until they end.
    const change = async (after: string): Promise<Awaited<ReturnType<typeof mine>>> => {
      const found = await mine(after);
      return found.contents.length > 0 ? found : sleep(50).then(() => change(after));
    };
    const first = await change(next);
    expect(first.contents).toEqual([{ id: made.id, modified_date: expect.any(String) as unknown, withdrawn: false }]);
    const shown = await (await askHsds(system, `/services/${made.id}`)).text();
    expect(shown).toContain('In the feed');
    expect(shown).not.toContain('Canary');
    expect(shown).not.toMatch(/35\.1456|24\.1234/);

    await sent('withdrawService', 'WithdrawServiceInput', 'Service { id }', { id: made.id, expectedVersion: made.version });
    const second = await change(first.next);
    expect(second.contents).toMatchObject([{ id: made.id, withdrawn: true }]);
    expect((await askHsds(system, `/services/${made.id}`)).status).toBe(404);
    expect((await mine(second.next)).contents).toEqual([]);
    expect((await mine(next)).contents).toHaveLength(1);
  });

  it('starts again for a reader from before the database was restored', async () => {
    const other = Buffer.from(JSON.stringify(['987654', '1', 'x'])).toString('base64url');
    const response = await askHsds(system, `/changes?after=${other}`);
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'FEED_BEGAN_ANEW' }]);
  });
});
