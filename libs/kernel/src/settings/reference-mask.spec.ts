import { describe, expect, it } from '@jest/globals';
import { readReferenceMask, referenceOfMask, type ReferenceMask } from './reference-mask.js';

const maskOf = (text: string): ReferenceMask => {
  const read = readReferenceMask(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe("a deployment's format of case references", () => {
  it.each([
    ['HMIS-999999', 'HMIS-104332', 'HMIS-104332'],
    ['HMIS-999999', 'hmis104332', 'HMIS-104332'],
    ['HMIS-999999', ' h m i s  104 332 ', 'HMIS-104332'],
    ['hmis-999999', 'HMIS-1043-32', 'HMIS-104332'],
    ['HTL-2099-99999', 'htl 2026 00041', 'HTL-2026-00041'],
    ['CASE-AA-999', 'case kx 041', 'CASE-KX-041'],
  ])('%s takes %j as %s', (mask, text, reference) => expect(referenceOfMask(maskOf(mask), text)).toBe(reference));

  it.each([
    ['HMIS-999999', 'HMIS-10433'],
    ['HMIS-999999', 'HMIS-1043321'],
    ['HMIS-999999', 'HMIS-10433X'],
    ['HMIS-999999', 'HMIS-١٠٤٣٣٢'],
    ['HMIS-999999', 'HMIR-104332'],
    ['HMIS-999999', '104332'],
    ['HMIS-999999', 'Maria Santos'],
    ['HMIS-999999', '+855 12 345 678'],
    ['HMIS-999999', '1999-04-12'],
    ['HMIS-999999', 'N1234567'],
    ['HMIS-999999', ''],
    ['CASE-AA-999', 'CASE-1X-041'],
  ])('%s does not accept %j', (mask, text) => expect(referenceOfMask(maskOf(mask), text)).toBeNull());

  it.each([
    ['', /like HMIS-999999/],
    ['HMIS 999999', /letters, digits and hyphens/],
    ['^HMIS-\\d+$', /letters, digits and hyphens/],
    ['H'.repeat(35) + '999999', /up to 40/],
    ['999999', /phone number/],
    ['A-999999', /two letters/],
    ['HMIS', /a 9 for each digit/],
    ['HM-AAAAA-9', /a name/],
    ['HM-99999999', /phone number/],
    ['HM-9999-99999', /phone number/],
    ['HM-9999-99-99', /date of birth/],
    ['HM-99-99-9999', /date of birth/],
    ['HM-99-99-99', /date of birth/],
  ])('is not %j', (mask, problem) => expect(readReferenceMask(mask)).toMatchObject({ ok: false, error: expect.stringMatching(problem) }));
});
