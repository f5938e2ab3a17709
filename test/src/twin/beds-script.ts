import { change, comes } from './changes.js';
import type { Known, Look, Script, Step, Thing } from './changes.js';
import { twinIds } from './twin-directory.js';
import { see } from './twins.js';

const woman = { gender: 'WOMAN', age: 30 };

const step = (name: string, as: string, input: (known: Known) => object): Step => ({ name, as, input });
const transition = (name: string, hold = 'hold', more: object = {}): Step =>
  step(name, hold, (known) => ({ holdId: known(hold).id, expectedVersion: known(hold).version, ...more }));
const atShelter = (name: string, as: string, more: object): Step =>
  step(name, as, (known) => ({ serviceId: known('Shelter').id, ...more }));
const held = atShelter('holdBeds', 'hold', { party: [woman] });
const counts = (total: number, occupied: number): Step =>
  step('setBedCounts', 'pool', (known) => ({ poolId: known('pool').id, expectedVersion: known('pool').version, total, occupied }));

/** An item of the shelter, as a query lists it. */
const listed =
  (query: string, passes: (thing: Thing) => boolean = () => true): Look =>
  async (known, world) => {
    const { body } = await see(world, { kind: 'query', name: query, variables: { serviceId: known('Shelter').id } });
    return (JSON.parse(body) as { data: Record<string, Thing[]> }).data[query]!.find(passes) ?? null;
  };

const pool = listed('bedPools');
const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();

/** A stay in a house that was public, and holds that end in every way. */
const stays: readonly Step[] = [
  atShelter('setIntake', 'intake', { expectedVersion: 0, requiresAcceptance: true, acceptanceMinutes: 30 }),
  held,
  transition('extendHold', 'hold', { minutes: 120 }),
  ...['acceptHold', 'confirmHold'].map((name) => transition(name)),
  transition('extendPlacement', 'hold', { expectedEnd: new Date(Date.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10) }),
  transition('checkOut'),
  held,
  transition('declineHold'),
  held,
  transition('releaseHold'),
];

/** Surge beds, and beds for groups in a house that was never public. */
const more: readonly Step[] = [
  step('addSurgeBeds', 'pool', (known) => ({ poolId: known('pool').id, beds: 2, endsAt: tomorrow })),
  step('holdGroup', 'group', () => ({ holds: [{ serviceId: twinIds.service(0), party: [woman] }] })),
];

/** Everything that the graph can do with beds of confidential houses. */
export async function changeBeds(script: Script): Promise<void> {
  await change(script, [atShelter('defineBedPool', 'pool', { name: 'Beds', total: 4 }), counts(4, 1), ...stays, ...more]);
  await comes(script, 'surge', listed('surges'));
  await change(script, [{ name: 'endSurge', as: 'surge', input: (known) => ({ id: known('surge').id }) }]);
  await comes(script, 'pool', pool);
  const leaving = step('leaveWaitlist', 'leaving', (known) => ({
    waitingId: known('leaving').id,
    expectedVersion: known('leaving').version,
  }));
  const joining = ['waiting', 'leaving'].map((as) => atShelter('joinWaitlist', as, { party: [woman] }));
  await change(script, [counts(4, 4), ...joining, leaving]);
  await comes(script, 'pool', pool);
  await change(script, [counts(4, 3)]);
  await comes(
    script,
    'offer',
    listed('activeHolds', ({ isOffer }) => isOffer === true),
  );
  await change(script, [transition('takeOffer', 'offer')]);
}
