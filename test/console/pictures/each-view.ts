import { fileURLToPath } from 'node:url';
import { test } from '../harness/console-test.js';

const folder = process.env['HAVEN_PICTURES'] ?? fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const views = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

/** A phone and a desk, English in the light and Arabic in the dark. */
export function eachView(take: (view: keyof typeof views, fileOf: (name: string) => string) => void): void {
  for (const view of ['phone', 'desktop'] as const)
    for (const [locale, colorScheme] of [
      ['en-GB', 'light'],
      ['ar', 'dark'],
    ] as const)
      test.describe(`${view}, ${locale}`, () => {
        test.use({ viewport: views[view], locale, colorScheme });
        take(view, (name) => `${folder}/${name}-${view}-${locale.slice(0, 2)}.png`);
      });
}
