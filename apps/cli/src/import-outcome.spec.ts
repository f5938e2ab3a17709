import { describe, expect, it } from '@jest/globals';
import { countedLine, ImportOutcome } from './import-outcome.js';

const counts = (read: number, stored: number, unchanged: number) => ({ read, stored, unchanged, skipped: read - stored - unchanged });
const line = (code: string, action: string, object: string | null = null) => ({
  code,
  action,
  object,
  file: 'a.zip',
  message: `Text of ${code}.`,
});

describe('the outcome of an import', () => {
  it('counts what was read, over all objects', () => {
    expect(countedLine({ service: counts(3, 2, 0), phone: counts(4, 1, 3) }, false)).toBe('7 read: 3 stored, 3 unchanged, 1 skipped.');
    expect(countedLine({}, true)).toBe('0 read: 0 would be stored, 0 unchanged, 0 skipped.');
  });

  it('is no failure if anything was read, new or not', () => {
    const outcome = new ImportOutcome();
    outcome.note(line('ZIP_BROKEN', 'skipped'));
    expect(outcome.failure({ service: counts(1, 0, 1) }, 'p')).toBeNull();
    expect(outcome.failure({ service: counts(1, 1, 0) }, 'p')).toBeNull();
  });

  it('says in one line why nothing was read: problems of a file come before problems of a row', () => {
    const outcome = new ImportOutcome();
    [
      line('EMPTY_FILE', 'kept'),
      line('NAME_UNKNOWN', 'skipped', 'service'),
      line('ZIP_BROKEN', 'skipped'),
      line('UNKNOWN_FILE', 'skipped'),
    ].forEach((one) => outcome.note(one));
    expect(outcome.failure({ service: counts(1, 0, 0) }, '/p')).toBe(
      'Nothing was imported from /p. a.zip: Text of ZIP_BROKEN. (ZIP_BROKEN)',
    );
    expect(outcome.countedCodes()).toEqual([
      '       1  kept EMPTY_FILE',
      '       1  skipped NAME_UNKNOWN',
      '       1  skipped UNKNOWN_FILE',
      '       1  skipped ZIP_BROKEN',
    ]);
  });

  it('says so if there was nothing to report', () => {
    expect(new ImportOutcome().failure({}, '/p')).toMatch(/^Nothing was imported from \/p\. It contains no table .+ such files\.$/);
  });
});
