import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '../../hsds/record.js';
import { scrub } from '../scrub.js';
import { decodeCell, encodeCell } from './cells.js';
import { neutraliseFormula, restoreFormula } from './formula.js';

const startsLikeFormula = /^[=+\-@\t\r]/;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `=${text}`),
  fc.string().map((text) => `'${text}`),
  fc.constantFrom("'=1", "''", '\t', '-', 'json:1'),
);

describe('formulas in cells', () => {
  it('are restored exactly', () => {
    fc.assert(fc.property(anyText, (text) => restoreFormula(neutraliseFormula(text)) === text));
  });

  it('never begin a cell', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => !startsLikeFormula.test(encodeCell(text, 'string')) && !startsLikeFormula.test(neutraliseFormula(text)),
      ),
    );
  });

  it('leave numbers numbers', () => {
    expect(encodeCell(-76.98, 'number')).toBe('-76.98');
    expect(encodeCell('-76.98', 'number')).toBe('json:"-76.98"');
    expect(encodeCell('-1+2', 'string')).toBe("'-1+2");
  });
});

describe('cells', () => {
  it('give back every value, whatever the type of the column', () => {
    const value = fc.oneof(fc.jsonValue(), anyText);
    fc.assert(
      fc.property(value, fc.constantFrom('string' as const, 'number' as const, 'date' as const, 'uri' as const), (given, type) => {
        const same = scrub(JSON.parse(JSON.stringify(given)) as JsonValue).value;
        expect(decodeCell(encodeCell(same, type), type, true).value).toEqual(same);
      }),
    );
  });

  it('of other publishers are kept unchanged', () => {
    expect(decodeCell("'tis", 'string', false).value).toBe("'tis");
    expect(decodeCell('json:{}', 'string', false).value).toBe('json:{}');
    expect(decodeCell('007', 'number', false).value).toBe('007');
    expect(decodeCell('38.8901', 'number', false).value).toBe(38.8901);
    expect(decodeCell('', 'string', false).value).toBeUndefined();
  });

  it('with broken JSON are kept as text and reported', () => {
    expect(decodeCell('json:{', 'string', true)).toEqual({ value: 'json:{', bad: true });
  });
});
