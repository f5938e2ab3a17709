import { expect, it } from '@jest/globals';
import type { ShownHold, Shelter } from '../queries';
import { sheetRow } from './sheet-row';

const hold: ShownHold = {
  id: 'h',
  serviceId: 's',
  state: 'HELD',
  version: 1,
  createdAt: '2026-11-29T12:00:00.000Z',
  expiresAt: '2026-11-29T13:30:00.000Z',
  acceptBy: null,
  isOffer: false,
  expectedEnd: null,
  caseReference: 'K7M-4QX-7',
  beds: [{ beds: 1 }, { beds: 1 }],
  party: [{ gender: 'WOMAN', ageBand: 'ADULT' }],
  asks: [{ code: 'ASK_PREGNANCY', text: 'Ask whether she is pregnant.' }],
};
const home: Shelter = {
  id: 's',
  name: 'Rumah Melati',
  confidential: false,
  phones: [{ number: '+62 61 555 0101', extension: null, dial: null }],
  locations: [{ precision: 'EXACT', address: 'Jalan Kenanga 5', city: 'Medan', country: 'ID' }],
};

it('contains the place, the phone and the code, and nothing about the guests', () => {
  const row = sheetRow(hold, home);
  expect(row).toEqual({
    id: 'h',
    place: 'Rumah Melati',
    phones: home.phones,
    code: 'K7M-4QX-7',
    beds: 2,
    expiresAt: hold.expiresAt,
    acceptBy: null,
    country: 'ID',
    address: 'Jalan Kenanga 5, Medan',
    isConfidential: false,
  });
  expect(JSON.stringify(row)).not.toMatch(/WOMAN|ADULT|pregnan/i);
});

it.each([
  ['that is confidential', { ...home, confidential: true }],
  [
    'of which one place is known by its area only',
    { ...home, locations: [...home.locations, { ...home.locations[0]!, precision: 'AREA' as const }] },
  ],
  ['that nothing is known of', undefined],
  ['that is not in the directory any more', null],
])('has no address of a shelter %s', (_what, shelter) => {
  const row = sheetRow(hold, shelter);
  expect(row).toMatchObject({ address: null, isConfidential: true });
  expect(JSON.stringify(row)).not.toMatch(/Kenanga|Medan/);
});
