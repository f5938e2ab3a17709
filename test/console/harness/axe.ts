import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { textsCutOff } from './cut-off.js';

/** Rules that parts of third-party pages break, each with a pattern for those parts. */
export type KnownViolations = Readonly<Record<string, RegExp>>;

interface View {
  readonly width: number;
  readonly height: number;
}

/** A phone and a desk. */
export const phoneAndDesk: readonly View[] = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** These, and the desk with everything twice and four times as large. */
export const everyView: readonly View[] = [{ width: 640, height: 400 }, { width: 320, height: 200 }, ...phoneAndDesk];

/** The list of passed rules is not needed, and no rule fetches anything. */
const common: RunOptions = { resultTypes: ['violations'], preload: false };
const allRules: RunOptions = { ...common, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } };
/** The dark theme changes colours only. */
const colourRules: RunOptions = { ...common, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * Fails when somebody could not use what is on the page now, would have to scroll sideways, or would miss the end of a text; also when a
 * known violation has gone, so that the list of them only has what is there.
 */
export async function expectAccessible(page: Page, known: KnownViolations = {}): Promise<void> {
  const found = (await violationsOn(page, allRules)).map(({ id, html }) => ({ id, html, isKnown: known[id]?.test(html) ?? false }));
  expect(found.filter(({ isKnown }) => !isKnown).map(({ id, html }) => `${id}: ${html}`)).toEqual([]);
  expect([...new Set(found.map(({ id }) => id))].sort()).toEqual(Object.keys(known).sort());
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await textsCutOff(page)).toEqual([]);
}

/** Checks each of these views, and its colours in the dark theme too. */
export async function expectAccessibleIn(page: Page, views: readonly View[]): Promise<void> {
  for (const view of views) {
    await page.setViewportSize(view);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await violationsOn(page, colourRules)).map(({ id, html }) => `${id}: ${html}`)).toEqual([]);
  }
}

/** Runs axe-core inside the page, without a second page for the results: much faster than its own package for Playwright. */
async function violationsOn(page: Page, options: RunOptions): Promise<{ id: string; html: string }[]> {
  // It would not check frames.
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (how) => {
    // A target that the header half covers would count as too small.
    scrollTo(0, 0);
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, how);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html })));
  }, options);
}
