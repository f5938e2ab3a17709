import { expect, type Locator, type Page, type Request } from '@playwright/test';

/** The input that an operator types during a call. */
export interface Call {
  readonly place: string;
  readonly party: string;
  /** By name or tag, unambiguous. */
  readonly language: string;
}

/** A mother with a child in Medan, in words that every language of the interface accepts. */
export const mother: Call = { place: 'Medan', party: 'woman 24, boy 3', language: 'id' };

/** The parts of the screen, in any language. */
export const find = (page: Page) => {
  const input = (field: string): Locator => page.locator(`.find-${field} input`);
  return {
    place: input('place').first(),
    party: input('party'),
    languages: input('languages'),
    entries: page.locator('.entries .entry'),
    holds: page.locator('.entry .button-main'),
    held: page.locator('.held'),
  };
};

/** Fills in the query like an operator: leaves each field with Enter. */
export async function ask(page: Page, { place, party, language }: Call, delay = 0): Promise<void> {
  const screen = find(page);
  await screen.place.focus();
  await page.keyboard.type(place, { delay });
  await page.keyboard.press('Enter');
  await screen.party.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(party, { delay });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type(language, { delay });
  await page.keyboard.press('Enter');
  await screen.entries.first().waitFor();
}

/** One key each 200 ms, 60 words a minute: somebody who types on the phone every day. */
const typing = { delay: 200 };
/** How long a caller can be kept waiting. */
const callMilliseconds = 30_000;

/**
 * Finds a place for the mother and holds it in six interactions, by keyboard alone, at typing speed; after each, the focus is where the
 * next one starts.
 */
export async function findAndHoldByKeyboard(page: Page): Promise<void> {
  const screen = find(page);
  // Tab after the header leads to the first field, which has the focus from the beginning.
  await expect(screen.place).toBeFocused();
  const steps: (() => Promise<void>)[] = [
    () => page.keyboard.type('Medan\n', typing),
    () => page.keyboard.type('woman 24, boy 3\n', typing),
    () => page.keyboard.press('Enter'),
    () => page.keyboard.type('Indonesian\n', typing),
    () => page.keyboard.press('Enter'),
    () => page.keyboard.press('Enter'),
  ];
  const focused = [screen.party, screen.party, screen.languages, screen.languages, screen.holds.first(), screen.held];
  const began = Date.now();
  for (const [n, step] of steps.entries()) {
    await step();
    await expect(focused[n]!).toBeFocused();
    if (n === 3) await screen.holds.first().waitFor();
  }
  await expect(screen.held.getByRole('heading', { name: /^Held at/ })).toBeVisible();
  await expect(screen.held.getByRole('timer')).toHaveText(/^(\d+:)?\d+:\d\d$/);
  expect(Date.now() - began).toBeLessThan(callMilliseconds);
}

/** The operation of a request; null for all other requests. */
export const operationOf = (request: Request): string | null => {
  if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return null;
  return /(?:query|mutation) (\w+)/.exec((request.postDataJSON() as { query: string }).query)?.[1] ?? null;
};

interface Shown {
  readonly data?: {
    readonly match: { readonly needs: readonly { readonly matches: readonly { readonly service: { readonly id: string } }[] }[] };
  };
}

/**
 * Follows which services the screen shows, by their ids, the best first. The page draws an answer before a spec has read it, so callers
 * wait for the answer to the last query.
 */
export function followMatches(page: Page): () => Promise<readonly string[]> {
  let shown: Promise<readonly string[]> = Promise.resolve([]);
  page.on('request', (request) => {
    if (operationOf(request) !== 'FindMatches') return;
    const before = shown;
    shown = idsIn(request).catch(() => before);
  });
  return () => shown;
}

async function idsIn(request: Request): Promise<readonly string[]> {
  const { data } = (await (await request.response())!.json()) as Shown;
  return data!.match.needs.flatMap(({ matches }) => matches.map(({ service }) => service.id));
}

/** Records the variables of each operation, as text. */
export function followInputs(page: Page): (operation: string) => readonly string[] {
  const sent = new Map<string, string[]>();
  page.on('request', (request) => {
    const operation = operationOf(request);
    if (operation === null) return;
    const { variables } = request.postDataJSON() as { variables: object };
    sent.set(operation, [...(sent.get(operation) ?? []), JSON.stringify(variables)]);
  });
  return (operation) => sent.get(operation) ?? [];
}
