import type { History, Last, Said } from './history.js';
import { bedsTotal, type Shelter } from './shelters.js';

/** The faults of a history. */
export interface Verdict {
  /** Events that were written and are not on their topic. */
  readonly lost: number;
  /** Different events with the same sequence of a key: one change published twice. */
  readonly doubled: number;
  /** Events that came after a later one of their key. */
  readonly outOfOrder: number;
  /** Events on the topics that matching has not handled, and the other way round; keys whose last event it lacks. */
  readonly unhandled: number;
  /** Shelters whose entry or beds are not shown as last acknowledged. */
  readonly stale: number;
  /** Shelters whose beds were changed more or less often than acknowledged. */
  readonly miscounted: number;
  /** Events that still wait in an outbox or are parked. */
  readonly stuck: number;
}

/** No faults. */
export const innocent: Verdict = { lost: 0, doubled: 0, outOfOrder: 0, unhandled: 0, stale: 0, miscounted: 0, stuck: 0 };

const keyOf = ({ topic, key }: Pick<Said, 'topic' | 'key'>) => `${topic} ${key}`;

/** Judges a history that has come to rest. */
export function verdictOn(history: History): Verdict {
  return {
    ...verdictOnLog(history),
    ...verdictOnMatching(history),
    ...verdictOnShelters(history),
    stuck: history.waiting + history.parked,
  };
}

/** Compares the topics with what was written. */
export function verdictOnLog({ written, log }: Pick<History, 'written' | 'log'>): Pick<Verdict, 'lost' | 'doubled' | 'outOfOrder'> {
  const events = distinct(log);
  const byKey = Map.groupBy(events, keyOf);
  const missing = ({ sequence, ...key }: Last) => {
    const there = new Set((byKey.get(keyOf(key)) ?? []).map((said) => said.sequence));
    return Array.from({ length: sequence }, (_, index) => index + 1).filter((one) => !there.has(one)).length;
  };
  return {
    lost: sum(written.map(missing)),
    doubled: events.length - new Set(events.map((said) => `${keyOf(said)} ${said.sequence}`)).size,
    outOfOrder: sum([...byKey.values()].map(overtaken)),
  };
}

/** A relay may send an event again; the first one counts. */
const distinct = (log: readonly Said[]): Said[] => [...Map.groupBy(log, ({ id }) => id).values()].map(([first]) => first!);

function overtaken(ofKey: readonly Said[]): number {
  let highest = 0;
  return ofKey.filter(({ sequence }) => {
    const isLate = sequence < highest;
    highest = Math.max(highest, sequence);
    return isLate;
  }).length;
}

function verdictOnMatching({ written, log, handled, inbox }: History): Pick<Verdict, 'unhandled'> {
  const [ids, known] = [new Set(log.map(({ id }) => id)), new Set(inbox)];
  const last = new Map(handled.map((one) => [keyOf(one), one.sequence]));
  const behind = written.filter((one) => last.get(keyOf(one)) !== one.sequence);
  const differing = [...ids].filter((id) => !known.has(id)).length + [...known].filter((id) => !ids.has(id)).length;
  return { unhandled: differing + behind.length };
}

function verdictOnShelters({ acknowledged, seen, written }: History): Pick<Verdict, 'stale' | 'miscounted'> {
  const changes = new Map(written.filter(({ topic }) => topic.includes('availability')).map(({ key, sequence }) => [key, sequence]));
  const isShown = (shelter: Shelter) => {
    const shown = seen.get(shelter.serviceId);
    const [pool] = shown?.availability?.pools ?? [];
    return (
      shown?.service.name === shelter.name &&
      shown.availability?.free === bedsTotal - shelter.occupied &&
      pool?.version === shelter.poolVersion
    );
  };
  return {
    stale: acknowledged.filter((shelter) => !isShown(shelter)).length,
    miscounted: acknowledged.filter(({ serviceId, poolVersion }) => changes.get(serviceId) !== poolVersion).length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
