import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isFailure } from '@haven/use-case';
import { caseworker, openShelters, type Shelters } from '../../holds.fixture.js';
import { capacityOn } from '../../persistence/capacity-database.js';
import { issuedReferenceOf } from './issued-reference.js';
import { holdBeds } from '../hold-beds.js';
import { holdGroup, type GroupHeld } from '../../groups/hold-group.js';
import { joinWaitlist } from '../../waitlist/join-waitlist.js';
import type { SeenHold, WaitingView } from '../../ports.js';

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
  await shelters.shelter('house', { total: 100 });
  await shelters.shelter('full', { total: 1 });
  await shelters.hold('full');
});
afterAll(() => shelters.close());

const party = [{ gender: 'WOMAN' as const, age: 30 }];
const hold = (caseReference?: string, capacity = shelters.capacity) =>
  holdBeds(capacity, caseworker, { idempotencyKey: shelters.key(), serviceId: 'house', party, caseReference: caseReference ?? null });
const held = async (caseReference?: string) => (await hold(caseReference)) as SeenHold;

describe('a case reference', () => {
  it('is issued by Haven, a different one for each case', async () => {
    const references = [(await held()).caseReference!, (await held()).caseReference!];
    for (const reference of references) expect(issuedReferenceOf(reference)).toBe(reference);
    expect(new Set(references).size).toBe(2);
  });

  it('is the same when the call is repeated', async () => {
    const command = { idempotencyKey: shelters.key(), serviceId: 'house', party };
    expect(await holdBeds(shelters.capacity, caseworker, command)).toEqual(await holdBeds(shelters.capacity, caseworker, command));
  });

  it('is accepted for another bed, a waiting list or a group, however it is spelled', async () => {
    const reference = (await held()).caseReference!;
    const said = reference.replaceAll('-', ' ').toLowerCase();
    expect(await hold(said)).toMatchObject({ caseReference: reference });
    const asked = { idempotencyKey: shelters.key(), serviceId: 'full', party, caseReference: said };
    expect(await joinWaitlist(shelters.capacity, caseworker, asked)).toMatchObject({ caseReference: reference });
    const holds = [said, undefined].map((caseReference) => ({ serviceId: 'house', party, caseReference: caseReference ?? null }));
    const group = (await holdGroup(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), holds })) as GroupHeld;
    expect(group.holds[0]).toMatchObject({ caseReference: reference });
    expect(issuedReferenceOf(group.holds[1]!.caseReference!)).not.toBeNull();
  });

  it('belongs to a waitlist entry, and its offers inherit it', async () => {
    await shelters.shelter('line', { total: 1 });
    const asked = { idempotencyKey: shelters.key(), serviceId: 'line', party };
    const { caseReference, holdId } = (await joinWaitlist(shelters.capacity, caseworker, asked)) as WaitingView;
    expect(issuedReferenceOf(caseReference!)).not.toBeNull();
    expect((await shelters.capacity.hold(holdId!))?.caseReference).toBe(caseReference);
  });

  it.each([
    ...['Sokha', 'Maria-7', 'Nguyen Thi Hoa', 'សុខា 12', 'Ng'],
    ...['+855 12 345 678', '012345678', '0812-3456-7890', '(02) 1234567', '234-5678'],
    ...['1999-04-12', '12.4.99', '120499', 'N1234567', 'AB 123456', '3174012345670001'],
    ...['HTL-2026-041', 'case-42', 'a@example.org', '', 'K7M-4QX-8'],
    '2f1c9d0e-5b7a-4c1d-9a3e-0123456789ab',
  ])('cannot be %j, and the answer says what to do', async (text) => {
    const answer = await hold(text);
    expect(isFailure(answer) && answer.kind === 'InvalidInput' && answer.fields).toMatchObject([
      { path: 'caseReference', message: expect.stringMatching(/^Leave it out: Haven gives the case a reference/) },
    ]);
    const holds = [{ serviceId: 'house', party, caseReference: text }];
    expect(await holdGroup(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), holds })).toMatchObject({
      kind: 'InvalidInput',
      fields: [{ path: 'holds.0.caseReference' }],
    });
  });

  it('may have the format of the deployment, if one is configured', async () => {
    const capacity = capacityOn(shelters.database, { caseReference: 'HMIS-999999' });
    expect(await hold('hmis 104332', capacity)).toMatchObject({ caseReference: 'HMIS-104332' });
    expect(await hold('HTL-104332', capacity)).toMatchObject({
      kind: 'InvalidInput',
      fields: [{ path: 'caseReference', message: expect.stringContaining('HMIS-999999') }],
    });
    expect(issuedReferenceOf(((await hold(undefined, capacity)) as SeenHold).caseReference!)).not.toBeNull();
    expect(() => capacityOn(shelters.database, { caseReference: '999999999' })).toThrow('phone number');
  });

  it('stays as it is if a caller gave it to the previous version', async () => {
    const { hold: old } = await held();
    await shelters.rows(`UPDATE capacity.hold SET case_reference = 'HTL-2026-041' WHERE id = $1`, [old.id]);
    expect((await shelters.capacity.hold(old.id))?.caseReference).toBe('HTL-2026-041');
  });
});
