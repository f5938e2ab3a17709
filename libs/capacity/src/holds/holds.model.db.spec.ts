import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HoldState } from '@haven/events';
import fc from 'fast-check';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { changeHold, holdOperations, type HoldOperation } from './change-hold.js';
import { expireHolds } from './expire-holds.js';
import { holdBeds } from './hold-beds.js';
import type { SeenHold } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import { bedPools } from '../beds/bed-pools.js';

const runs = Number(process.env['HAVEN_HOLD_RUNS'] ?? 15);
/** Room A is for women, room B for anybody. Pools are listed in order of name. */
const rooms = [
  { name: 'A', total: 3, admits: { persons: [{ genders: ['WOMAN' as const] }] } },
  { name: 'B', total: 2, admits: { persons: [{}] } },
];

interface ModelHold {
  readonly id: string;
  readonly beds: readonly [number, number];
  state: HoldState;
  version: number;
  minutesLeft: number;
}

/** The expected counts, in plain loops. */
class Model {
  readonly occupied = [0, 0];
  /** Beds of arrived guests that a count has found empty, and that nobody has checked out yet. */
  readonly seenEmpty = [0, 0];
  readonly holds: ModelHold[] = [];

  held(room: number): number {
    return this.holds.filter(({ state }) => state === 'HELD').reduce((sum, { beds }) => sum + beds[room]!, 0);
  }

  free(room: number): number {
    return rooms[room]!.total - this.occupied[room]! - this.held(room);
  }

  placed(room: number): number {
    return this.holds.filter(({ state }) => state === 'CONFIRMED').reduce((sum, { beds }) => sum + beds[room]!, 0);
  }

  /** Every change of a service's beds first ends the holds that are due. */
  expire(): void {
    for (const hold of this.holds) if (hold.state === 'HELD' && hold.minutesLeft <= 0) this.to(hold, 'EXPIRED');
  }

  to(hold: ModelHold, state: HoldState): void {
    hold.state = state;
    hold.version += 1;
  }

  hasRoom(women: number, men: number): boolean {
    return men <= this.free(1) && women + men <= this.free(0) + this.free(1);
  }

  confirm(hold: ModelHold): void {
    this.to(hold, 'CONFIRMED');
    hold.beds.forEach((beds, room) => (this.occupied[room]! += beds));
  }

  checkOut(hold: ModelHold): void {
    this.to(hold, 'CHECKED_OUT');
    hold.beds.forEach((beds, room) => {
      const seen = Math.min(this.seenEmpty[room]!, beds);
      this.seenEmpty[room]! -= seen;
      this.occupied[room]! -= beds - seen;
    });
  }

  recount(room: number, occupied: number): void {
    const seen = this.seenEmpty[room]! + Math.max(this.occupied[room]! - occupied, 0);
    this.seenEmpty[room] = Math.min(seen, this.placed(room));
    this.occupied[room] = occupied;
  }
}

let shelters: Shelters;

interface Real {
  readonly serviceId: string;
  readonly pools: readonly string[];
}

/** A command that may always run. After it, every count must match the model. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  check = (): boolean => true;
  abstract act(model: Model, real: Real): Promise<void>;
  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    const counts = await shelters.counts(real.serviceId);
    expect(counts).toEqual([0, 1].map((room) => ({ occupied: model.occupied[room], held: model.held(room), free: model.free(room) })));
  }
}

class Hold extends Step {
  constructor(
    readonly women: number,
    readonly men: number,
    readonly minutes: number,
  ) {
    super();
  }
  async act(model: Model, { serviceId, pools }: Real): Promise<void> {
    const party = [
      ...Array.from({ length: this.women }, () => 'WOMAN' as const),
      ...Array.from({ length: this.men }, () => 'MAN' as const),
    ];
    const command = { idempotencyKey: shelters.key(), serviceId, party: party.map((gender) => ({ gender })), minutes: this.minutes };
    const answer = await holdBeds(shelters.capacity, caseworker, command);
    expect(await holdBeds(shelters.capacity, caseworker, command)).toEqual(answer);
    model.expire();
    if (!model.hasRoom(this.women, this.men)) return expect(answer).toMatchObject({ kind: 'NoBedsLeft' });
    const { hold } = answer as SeenHold;
    const beds = pools.map((pool) => hold.beds.find(({ poolId }) => poolId === pool)?.beds ?? 0) as [number, number];
    expect(beds[0] + beds[1]).toBe(party.length);
    expect(beds[0]).toBeLessThanOrEqual(this.women);
    model.holds.push({ id: hold.id, beds, state: 'HELD', version: 1, minutesLeft: this.minutes });
  }
  override toString = (): string => `hold(${this.women} women, ${this.men} men, ${this.minutes} min)`;
}

class Change extends Step {
  constructor(
    readonly operation: HoldOperation,
    readonly index: number,
    readonly outdated: boolean,
  ) {
    super();
  }
  async act(model: Model): Promise<void> {
    // Counted from the newest, because most older holds have ended.
    const target = model.holds.at(-1 - this.index);
    if (!target) return;
    const expectedVersion = target.version - Number(this.outdated);
    const command = { idempotencyKey: shelters.key(), holdId: target.id, expectedVersion };
    const answer = await changeHold(this.operation)(shelters.capacity, owner, command);
    model.expire();
    const verb = holdOperations[this.operation];
    if (target.state !== (verb === 'checkOut' ? 'CONFIRMED' : 'HELD')) {
      expect(answer).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: target.state, version: target.version } } });
    } else if (this.outdated) {
      expect(answer).toEqual({ kind: 'VersionConflict', currentVersion: target.version });
    } else {
      if (verb === 'confirm') model.confirm(target);
      else if (verb === 'checkOut') model.checkOut(target);
      else model.to(target, verb === 'release' ? 'RELEASED' : 'DECLINED');
      expect(answer).toMatchObject({ hold: { id: target.id, state: target.state, version: target.version } });
    }
  }
  override toString = (): string => `${this.operation}(${this.index}${this.outdated ? ', outdated' : ''})`;
}

class Pass extends Step {
  constructor(
    readonly minutes: number,
    readonly isSwept: boolean,
  ) {
    super();
  }
  async act(model: Model, { serviceId }: Real): Promise<void> {
    await shelters.pass(serviceId, this.minutes);
    for (const hold of model.holds) hold.minutesLeft -= this.minutes;
    if (!this.isSwept) return;
    await expireHolds(shelters.capacity);
    model.expire();
  }
  override toString = (): string => `pass(${this.minutes} min${this.isSwept ? ', swept' : ''})`;
}

class Recount extends Step {
  constructor(
    readonly room: number,
    readonly occupied: number,
  ) {
    super();
  }
  async act(model: Model, { serviceId, pools }: Real): Promise<void> {
    const pool = (await bedPools(shelters.capacity, serviceId))[this.room]!;
    const seen = { poolId: pools[this.room]!, expectedVersion: pool.version, occupied: this.occupied };
    const answer = await setBedCounts(shelters.capacity, owner, { idempotencyKey: shelters.key(), ...seen });
    if (this.occupied + model.held(this.room) > rooms[this.room]!.total) return expect(answer).toMatchObject({ kind: 'InvalidInput' });
    model.recount(this.room, this.occupied);
  }
  override toString = (): string => `recount(${rooms[this.room]!.name}, ${this.occupied})`;
}

// Weighted so that many holds get as far as an arrival, a recount and a departure.
const operations: HoldOperation[] = ['confirmHold', 'confirmHold', 'confirmHold', 'checkOut', 'checkOut', 'releaseHold', 'declineHold'];
const holding = fc
  .record({ women: fc.nat(2), men: fc.nat(1), minutes: fc.integer({ min: 15, max: 240 }) })
  .filter(({ women, men }) => women + men > 0)
  .map(({ women, men, minutes }) => new Hold(women, men, minutes));
const changing = fc
  .tuple(fc.constantFrom(...operations), fc.nat(3), fc.integer({ min: 1, max: 6 }))
  .map(([operation, index, dice]) => new Change(operation, index, dice === 6));
const passing = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.boolean()).map(([minutes, isSwept]) => new Pass(minutes, isSwept));
const recounting = fc.tuple(fc.nat(1), fc.nat(2)).map(([room, occupied]) => new Recount(room, occupied));
const steps = fc.commands([holding, changing, changing, changing, passing, recounting, recounting], { maxCommands: 40, size: 'max' });

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('the life of holds', () => {
  it(
    `follows the model in ${runs} random lives`,
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (commands) => {
          const serviceId = randomUUID();
          await shelters.shelter(serviceId, ...rooms);
          const pools = (await bedPools(shelters.capacity, serviceId)).map(({ id }) => id);
          await fc.asyncModelRun(() => ({ model: new Model(), real: { serviceId, pools } }), commands);
          const told = await shelters.rows(
            `SELECT count(*)::int AS changes, max(c.version) AS last FROM capacity.hold_change c JOIN capacity.hold h ON h.id = c.hold_id
          WHERE h.service_id = $1 GROUP BY h.id HAVING count(*) <> max(c.version) OR max(c.version) <> max(h.version)`,
            [serviceId],
          );
          expect(told).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
    60_000 + runs * 10_000,
  );
});
