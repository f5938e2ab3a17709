import { describe, expect, it } from '@jest/globals';
import { interpretationOf } from './interpretation-of.js';
import type { LanguageFit } from '../../languages/language-fit.js';

describe('who interprets', () => {
  it.each<[LanguageFit, string | undefined]>([
    [{ grade: 'DIRECT', language: 'km', rank: 0 }, undefined],
    [{ grade: 'CLOSE', language: 'th', understoodBy: 'lo' }, undefined],
    [{ grade: 'INTERPRETER', language: 'km', interpreter: { language: 'km', by: 'THERE' } }, 'INTERPRETER_THERE'],
    [{ grade: 'INTERPRETER', language: 'km', interpreter: { language: null } }, 'INTERPRETER_BY_PHONE'],
    [{ grade: 'UNKNOWN' }, 'ASK_LANGUAGES'],
    [{ grade: 'NONE' }, 'LANGUAGE_NOT_SPOKEN'],
  ])('%j: %s', (fit, code) => expect(interpretationOf({ fit, failed: [], asks: [], said: [] })?.code).toBe(code));

  it('is the service itself if that is its work', () => {
    const said = [{ code: 'INTERPRETS', kind: 'FIT', data: { language: 'km' } }] as const;
    expect(interpretationOf({ fit: { grade: 'DIRECT', language: 'km', rank: 0 }, failed: [], asks: [], said })).toBe(said[0]);
  });
});
