import type { Counts, HoldLine, Party, PoolChangeLine, SeenIntake, WaitingLine } from '../history.js';
import { free, hasRoom, holdMeant, isAdmitted } from './beds.js';
import { boundsOfSteps } from './bounds.js';
import type { Evidence, JudgedPool } from './evidence.js';
import type { Operation } from './operations.js';
import { expiriesOf, stepsOf, type Step } from './steps.js';
import { endedWaits, isLastOfTransaction, waitsOver, type IsOver } from './wait-ends.js';

/** A shelter between two steps. */
export interface ShelterState {
  readonly intake: SeenIntake;
  /** Beds that each organization holds before arrival. */
  readonly held: Readonly<Record<string, number>>;
  /** All beds of each pool, and how many of them are not surge beds. */
  readonly beds: ReadonlyMap<string, { readonly all: number; readonly lasting: number }>;
}

/** The course of events at the shelters, step by step, and the impossible parts of it. */
export interface Replay {
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** The states of each shelter, by sequence; the first is the beginning. */
  readonly states: ReadonlyMap<string, readonly ShelterState[]>;
  /** Holds that the shelter had to accept. */
  readonly toAccept: ReadonlySet<string>;
  /** The operation in whose transaction a hold was offered; null: the sweeper's. */
  readonly offeredIn: ReadonlyMap<string, Operation | null>;
  /** The operation that took an entry without an offer off the list. */
  readonly leftBy: ReadonlyMap<string, Operation>;
  /** For each shelter, the operations that set its intake, in order. */
  readonly intakes: ReadonlyMap<string, readonly Operation[]>;
  readonly untold: number;
  readonly unfair: number;
  readonly wrongAdmissions: number;
  readonly wrongWaiting: number;
  /** Waitlist entries that expired. */
  readonly waitedOut: ReadonlySet<string>;
  readonly wrongWaitEnds: number;
}

/** Findings, for all shelters together. */
interface Found {
  readonly toAccept: Set<string>;
  readonly offeredIn: Map<string, Operation | null>;
  readonly leftBy: Map<string, Operation>;
  untold: number;
  unfair: number;
  wrongAdmissions: number;
  wrongWaiting: number;
  readonly waitedOut: Set<string>;
  wrongWaitEnds: number;
}

interface Shelter {
  readonly evidence: Evidence;
  readonly found: Found;
  readonly serviceId: string;
  readonly pools: readonly JudgedPool[];
  readonly counts: Map<string, Counts>;
  readonly line: Map<string, WaitingLine>;
  readonly held: Record<string, number>;
  /** Surge beds of each pool. */
  readonly surged: Record<string, number>;
  readonly intakes: Operation[];
  intake: SeenIntake;
  /** Position of the last entry that joined. */
  lastPlace: number;
  readonly isOver: IsOver;
}

/** The intake of a shelter that has not set it. */
export const usualIntake: SeenIntake = { version: 0, open: true, requiresAcceptance: false, mostBedsPerOrganization: null };

/** Replays each shelter step by step. */
export function replay(evidence: Evidence): Replay {
  const found: Found = {
    toAccept: new Set(),
    offeredIn: new Map(),
    leftBy: new Map(),
    untold: 0,
    unfair: 0,
    wrongAdmissions: 0,
    wrongWaiting: 0,
    waitedOut: new Set(),
    wrongWaitEnds: 0,
  };
  const [expiries, ended, isOverBy] = [expiriesOf(evidence), endedWaits(evidence), waitsOver(evidence)];
  const [steps, states, intakes] = [new Map<string, readonly Step[]>(), new Map<string, ShelterState[]>(), new Map<string, Operation[]>()];
  for (const [serviceId, pools] of evidence.poolsOf) {
    const all = stepsOf(evidence, serviceId, expiries.take);
    found.untold += all.faults;
    const shelter: Shelter = {
      ...{ evidence, found, serviceId, pools, counts: new Map(), line: new Map(), held: {}, surged: {}, intakes: [] },
      intake: usualIntake,
      lastPlace: 0,
      isOver: isOverBy(boundsOfSteps(all.steps)),
    };
    const after = [stateOf(shelter)];
    all.steps.forEach((step, index) => {
      const waitedOut = isLastOfTransaction(all.steps, index) ? ended.get(step.told.transaction) : [];
      after.push((play(shelter, step, waitedOut ?? []), stateOf(shelter)));
    });
    steps.set(serviceId, all.steps);
    states.set(serviceId, after);
    intakes.set(serviceId, shelter.intakes);
  }
  return { ...found, untold: found.untold + expiries.left(), steps, states, intakes };
}

const stateOf = ({ intake, held, counts, surged }: Shelter): ShelterState => ({
  intake,
  held: { ...held },
  beds: new Map([...counts].map(([poolId, { total }]) => [poolId, { all: total, lasting: total - (surged[poolId] ?? 0) }])),
});

function play(shelter: Shelter, step: Step, waitedOut: readonly string[]): void {
  const { found, counts, held } = shelter;
  if (!isExpiry(step, counts)) found.untold += 1;
  for (const { organization, beds } of step.expired) add(held, organization, -sumOf(beds));
  for (const change of step.own) {
    const organization = change.subject === null ? null : organizationOf(shelter.evidence, step.operation);
    if (organization !== null) add(held, organization, change.held - (counts.get(change.poolId)?.held ?? 0));
    keepSurges(shelter, step, change);
    counts.set(change.poolId, change);
  }
  if (!step.isTidying && step.operation) acts[step.operation.operation]?.(shelter, step.operation);
  offer(shelter, step);
  for (const change of step.offers) counts.set(change.poolId, change);
  for (const waitingId of waitedOut) endWait(shelter, waitingId, step.told.sequence);
  if (step.told.status !== statusOf(shelter)) found.untold += 1;
}

const add = (sums: Record<string, number>, key: string, beds: number) => (sums[key] = (sums[key] ?? 0) + beds);
/** Surge beds are added by an operation, and go by themselves. */
function keepSurges({ counts, surged }: Shelter, { operation }: Step, { poolId, subject, total }: PoolChangeLine): void {
  const isMore = operation?.operation === 'addSurgeBeds' && subject === operation.subject;
  if (subject === null || isMore) add(surged, poolId, total - (counts.get(poolId)?.total ?? 0));
}
const sumOf = (beds: HoldLine['beds']): number => beds.reduce((sum, part) => sum + part.beds, 0);

function organizationOf(evidence: Evidence, operation: Operation | null): string | null {
  if (!operation) return null;
  return operation.operation === 'holdBeds' || operation.operation === 'holdGroup'
    ? operation.organization
    : (holdMeant(evidence, operation)?.organization ?? null);
}

/** The beds that became free are those of the expired holds, pool by pool. */
function isExpiry({ own, expired }: Step, before: ReadonlyMap<string, Counts>): boolean {
  const freed = new Map<string, number>();
  const held = new Map<string, number>();
  const more = (poolId: string, beds: number) => void freed.set(poolId, (freed.get(poolId) ?? 0) + beds);
  for (const { poolId, held: now, subject } of own) {
    if (subject === null) more(poolId, (held.get(poolId) ?? before.get(poolId)?.held ?? 0) - now);
    held.set(poolId, now);
  }
  for (const { poolId, beds } of expired.flatMap((hold) => hold.beds)) more(poolId, -beds);
  return [...freed.values()].every((beds) => beds === 0);
}

function claim({ evidence, found, serviceId, intake, held }: Shelter, { subject, organization }: Operation): void {
  const { open, mostBedsPerOrganization: most, requiresAcceptance } = intake;
  if (!open || (most !== null && held[organization!]! > most)) found.wrongAdmissions += 1;
  const made = evidence.holdsBySubject.get(subject!)?.filter((hold) => hold.serviceId === serviceId) ?? [];
  if (requiresAcceptance) for (const { id } of made) found.toAccept.add(id);
}

function join(shelter: Shelter, { subject, input }: Operation): void {
  const { evidence, found, serviceId, pools, line, lastPlace } = shelter;
  const entry = evidence.waitingBySubject.get(subject!);
  if (whyNoWaiting(input.party ?? [], stateOf(shelter), pools, 'all')) found.wrongAdmissions += 1;
  if (entry?.serviceId !== serviceId || entry.place <= lastPlace) found.wrongWaiting += 1;
  if (!entry) return;
  shelter.lastPlace = entry.place;
  line.set(entry.subject, entry);
}

/** An entry expires when its time is over, and not before. */
function endWait({ evidence, found, line, isOver }: Shelter, waitingId: string, sequence: number): void {
  const entry = evidence.waiting.get(waitingId);
  if (!entry || !line.delete(entry.subject)) return;
  found.waitedOut.add(waitingId);
  if (isOver(waitingId, sequence) === false) found.wrongWaitEnds += 1;
}

/** Why a party cannot join the list of a shelter: it could never get an offer. `counted`: whether surge beds count. */
export function whyNoWaiting(
  party: Party,
  { intake: { open, mostBedsPerOrganization: most }, beds }: ShelterState,
  pools: readonly JudgedPool[],
  counted: 'all' | 'lasting',
): string | null {
  if (!open) return 'INTAKE_CLOSED';
  if (most !== null && party.length > most) return 'HOLD_LIMIT';
  if (!isAdmitted(party, pools)) return 'NOT_ADMITTED_PERSONS';
  // A pool without beds on record may have any number.
  const bedsOf = (poolId: string) => Math.max(0, beds.get(poolId)?.[counted] ?? 0) || party.length;
  return hasRoom(party, pools, bedsOf) ? null : 'TOO_FEW_BEDS';
}

/** Entries with an offer, and ended ones, are not in line; their hold decides their state. */
function leave({ evidence, found, line }: Shelter, operation: Operation): void {
  const entry = evidence.waiting.get(operation.input.waitingId!);
  if (!entry || !line.has(entry.subject)) return;
  if (operation.input.expectedVersion !== 1) found.wrongWaiting += 1;
  line.delete(entry.subject);
  found.leftBy.set(entry.id, operation);
}

function setIntake(shelter: Shelter, operation: Operation): void {
  const { open, requiresAcceptance, mostBedsPerOrganization, noBedLimit, expectedVersion } = operation.input;
  const before = shelter.intake;
  if (expectedVersion !== before.version) shelter.found.wrongAdmissions += 1;
  shelter.intakes.push(operation);
  shelter.intake = {
    version: before.version + 1,
    open: open ?? before.open,
    requiresAcceptance: requiresAcceptance ?? before.requiresAcceptance,
    mostBedsPerOrganization: noBedLimit ? null : (mostBedsPerOrganization ?? before.mostBedsPerOrganization),
  };
}

/** Effects of operations besides taking and giving back beds. */
const acts: { readonly [O in Operation['operation']]?: (shelter: Shelter, operation: Operation) => void } = {
  holdBeds: claim,
  holdGroup: claim,
  joinWaitlist: join,
  leaveWaitlist: leave,
  setIntake,
};

/**
 * First come, first served, among those whom the free beds admit, within the limit of each organization. Entries that do not fit keep their
 * place.
 */
function offer(shelter: Shelter, step: Step): void {
  const { evidence, found, pools, counts, line, held, intake } = shelter;
  const made = new Set(step.offers.map(({ subject }) => subject!));
  const left = new Map([...counts].map(([poolId, seen]) => [poolId, free(seen)]));
  const freeIn = (poolId: string) => left.get(poolId) ?? 0;
  for (const entry of intake.open ? line.values() : []) {
    if (made.size === 0 && ![...left.values()].some((beds) => beds > 0)) break;
    const isOffered = made.delete(entry.subject);
    const joined = evidence.bySubject.get(entry.subject);
    const isDue = hasRoom(joined?.input.party ?? [], pools, freeIn) && isWithinLimit(intake, held, joined);
    judgeTurn(shelter, shelter.isOver(entry.id, step.told.sequence), isDue, isOffered);
    if (!isOffered) continue;
    line.delete(entry.subject);
    const hold = evidence.holds.get(entry.holdId ?? '');
    if (!hold) continue;
    for (const { poolId, beds } of hold.beds) left.set(poolId, freeIn(poolId) - beds);
    add(held, hold.organization, sumOf(hold.beds));
    found.offeredIn.set(hold.id, step.operation);
    if (intake.requiresAcceptance) found.toAccept.add(hold.id);
  }
  found.unfair += made.size + outOfTurn(evidence, step.offers);
}

/** An expired entry gets no more offers; if nobody knows whether it had expired, both are right. */
function judgeTurn({ found }: Shelter, isOver: ReturnType<IsOver>, isDue: boolean, isOffered: boolean): void {
  if (isOffered && isOver) found.wrongWaitEnds += 1;
  if (isOffered ? !isDue : isDue && isOver === false) found.unfair += 1;
}

function isWithinLimit({ mostBedsPerOrganization: most }: SeenIntake, held: Shelter['held'], joined: Operation | undefined): boolean {
  return most === null || !joined || (held[joined.organization!] ?? 0) + (joined.input.party?.length ?? 0) <= most;
}

function outOfTurn({ waitingBySubject }: Evidence, offers: readonly PoolChangeLine[]): number {
  const place = ({ subject }: PoolChangeLine) => waitingBySubject.get(subject!)?.place ?? Infinity;
  return offers.filter((one, n) => n > 0 && offers[n - 1]!.poolId === one.poolId && place(offers[n - 1]!) >= place(one)).length;
}

/** The status that must be published for a shelter. */
function statusOf({ counts, intake, line }: Shelter): string {
  const all = [...counts.values()];
  if (!intake.open) return 'NO_CAPACITY';
  if (all.some((seen) => free(seen) > 0)) return intake.requiresAcceptance ? 'ADDITIONAL_ASSESSMENT_REQUIRED' : 'CAPACITY';
  if (line.size > 0) return 'WAITLIST';
  return all.some(({ total }) => total > 0) ? 'NO_CAPACITY' : 'UNKNOWN';
}
