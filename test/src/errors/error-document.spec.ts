import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { errorDocument } from './error-document.js';

const file = inRepository('docs', 'errors.md');

/** After a change of docs/errors.json: HAVEN_WRITE_DOCS=true npm run jest -- --selectProjects e2e -- error-document */
it('docs/errors.md says what docs/errors.json says', async () => {
  const written = errorDocument();
  if (process.env['HAVEN_WRITE_DOCS'] === 'true') await writeFile(file, written);
  expect(await readFile(file, 'utf8')).toBe(written);
});
