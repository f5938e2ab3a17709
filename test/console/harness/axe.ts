import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Rules that parts of somebody else's page break: each with what those parts look like. */
export type KnownViolations = Readonly<Record<string, RegExp>>;

/**
 * Fails when somebody could not use what is on the page now, or would have to scroll sideways; also when a known violation has gone, so
 * that the list of them only has what is there.
 */
export async function expectAccessible(page: Page, known: KnownViolations = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html, isKnown: known[id]?.test(html) ?? false })));
  expect(found.filter(({ isKnown }) => !isKnown).map(({ id, html }) => `${id}: ${html}`)).toEqual([]);
  expect([...new Set(found.map(({ id }) => id))].sort()).toEqual(Object.keys(known).sort());
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
