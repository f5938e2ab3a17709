/** The counts that people enter for a room; held and free beds follow from them and the holds. */
export interface Counts {
  readonly total: number;
  readonly occupied: number;
  readonly outOfService: number;
}

/** A room as the server last returned it. It contains no data of guests. */
export interface Room {
  readonly id: string;
  readonly shelterId: string;
  readonly name: string;
  readonly counts: Counts;
  readonly held: number;
  readonly version: number;
  /** ISO 8601; null: never counted. */
  readonly confirmedAt: string | null;
  /** Role of the last person who counted, as the graph names it; null: unknown. */
  readonly countedBy: string | null;
}

/** A change by staff to a room that is not on record yet. */
export interface Change {
  /** Its idempotency key. Once the change may have been sent, key and content do not change until there is an answer. */
  readonly key: string;
  readonly roomId: string;
  /** What the screen showed when staff made the change. version null: the result of the previous change. */
  readonly base: { readonly version: number | null; readonly counts: Counts };
  readonly counts: Counts;
  /** Staff looked and confirmed the counts: worth sending even if nothing differs. */
  readonly isConfirmation: boolean;
  /** Milliseconds since 1970 by the clock of this device. */
  readonly saidAt: number;
  /** The user can undo it until then, so it is not sent earlier. */
  readonly notBefore: number;
  /** It may have reached the server; there is no answer yet. */
  readonly isSent: boolean;
  /** The count's time as sent to the server; null: just now. */
  readonly countedAt: string | null;
}

/** A change that the server did not take: staff have to look again. */
export interface Question {
  readonly roomId: string;
  /** The counts that staff entered here. */
  readonly mine: Counts;
  readonly saidAt: number;
  /** The record has at least this version; the user can decide once this device has that version. */
  readonly atLeast: number;
  /** Code of the server's refusal; null: somebody else has counted meanwhile. */
  readonly refusal: string | null;
}

/** The rooms that this device knows, and the changes that it has to send. */
export interface Ledger {
  readonly rooms: readonly Room[];
  /** In the order of entry: for each room at most one that was sent and one that waits. */
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
}

export const emptyLedger: Ledger = { rooms: [], changes: [], questions: [] };

/** Key and time of a new change. */
export interface Stamp {
  readonly key: string;
  readonly saidAt: number;
}

export const sameCounts = (a: Counts, b: Counts): boolean =>
  a.total === b.total && a.occupied === b.occupied && a.outOfService === b.outOfService;

const ofRoom = (roomId: string) => (one: { readonly roomId: string }) => one.roomId === roomId;
const notOfRoom = (roomId: string) => (one: { readonly roomId: string }) => one.roomId !== roomId;

/** The counts to show for a room: the last change made here, else the record. */
export function shownCounts({ rooms, changes }: Ledger, roomId: string): Counts | null {
  return changes.findLast(ofRoom(roomId))?.counts ?? rooms.find(({ id }) => id === roomId)?.counts ?? null;
}

/** The number of changes that are not on record yet. */
export const unsentIn = ({ changes, questions }: Ledger): number =>
  changes.length + questions.filter(({ refusal }) => refusal === null).length;

/**
 * Staff look at `shown` and enter `counts`. If another tab has changed the room since, or a question is open, staff may have seen old
 * counts: that becomes a question, never a count.
 */
export function enterCounts(ledger: Ledger, roomId: string, shown: Counts, counts: Counts, stamp: Stamp, isConfirmation = false): Ledger {
  const now = shownCounts(ledger, roomId);
  if (!now) return ledger;
  const open = ledger.questions.find(ofRoom(roomId));
  const { saidAt } = stamp;
  if (open) return ask(ledger, { ...open, mine: counts, saidAt });
  if (!sameCounts(now, shown)) return ask(ledger, { roomId, mine: counts, saidAt, atLeast: 0, refusal: null });
  const last = ledger.changes.findLast(ofRoom(roomId));
  const waiting = last?.isSent === false ? last : null;
  const change = waiting ? merged(waiting, counts, stamp, isConfirmation) : begun(ledger, last, roomId, counts, stamp, isConfirmation);
  const others = ledger.changes.filter((one) => one !== waiting);
  return { ...ledger, changes: hasEffect(change) ? [...others, change] : others };
}

/** Replaces a change that was never sent: only the last look into the room counts. */
const merged = (waiting: Change, counts: Counts, { saidAt }: Stamp, isConfirmation: boolean): Change => ({
  ...waiting,
  counts,
  saidAt,
  isConfirmation: waiting.isConfirmation || isConfirmation,
  notBefore: 0,
});

function begun(ledger: Ledger, sent: Change | undefined, roomId: string, counts: Counts, stamp: Stamp, isConfirmation: boolean): Change {
  const room = ledger.rooms.find(({ id }) => id === roomId)!;
  const base = sent ? { version: null, counts: sent.counts } : { version: room.version, counts: room.counts };
  return { ...stamp, roomId, base, counts, isConfirmation, notBefore: 0, isSent: false, countedAt: null };
}

const hasEffect = ({ isConfirmation, counts, base }: Change): boolean => isConfirmation || !sameCounts(counts, base.counts);

/** Staff confirm all rooms as shown. A count that is being sent stays; a waiting one is replaced. */
export function confirmAll(
  ledger: Ledger,
  roomIds: readonly string[],
  keyOf: (roomId: string) => string,
  saidAt: number,
  notBefore: number,
): Ledger {
  let next = ledger;
  for (const roomId of roomIds) {
    const shown = shownCounts(next, roomId);
    if (!shown || next.questions.some(ofRoom(roomId)) || next.changes.some((one) => one.roomId === roomId && one.isSent)) continue;
    const isNew = !next.changes.some(ofRoom(roomId));
    next = enterCounts(next, roomId, shown, shown, { key: keyOf(roomId), saidAt }, true);
    if (isNew) next = { ...next, changes: next.changes.map((one) => (one.key === keyOf(roomId) ? { ...one, notBefore } : one)) };
  }
  return next;
}

/** Takes back confirmations that were not sent yet; later counts stay. */
export const takeBack = (ledger: Ledger, keys: readonly string[]): Ledger => ({
  ...ledger,
  changes: ledger.changes
    .map((one) => (keys.includes(one.key) && !one.isSent ? { ...one, isConfirmation: false } : one))
    .filter((one) => one.isSent || hasEffect(one)),
});

/** The next change to send; a change with a lost answer is sent again unchanged. */
export const nextToSend = ({ changes }: Ledger, now: number): Change | null =>
  changes.find(({ base, notBefore }) => base.version !== null && notBefore <= now) ?? null;

/** Marks a change as possibly sent. The first call sets its date: content and key belong together. */
export const markSent = (ledger: Ledger, key: string, datedBy: (change: Change) => string | null): Ledger => ({
  ...ledger,
  changes: ledger.changes.map((one) => (one.key === key && !one.isSent ? { ...one, isSent: true, countedAt: datedBy(one) } : one)),
});

/** The result of sending a change. `unknown`: the server may or may not have taken it. */
export type Outcome =
  | { readonly kind: 'stored'; readonly room: Room }
  | { readonly kind: 'conflict'; readonly currentVersion: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Applies the answer to the change with this key; a repeated answer has no effect. */
export function answered(ledger: Ledger, key: string, outcome: Outcome): Ledger {
  const change = ledger.changes.find((one) => one.key === key);
  if (!change || outcome.kind === 'unknown') return ledger;
  if (outcome.kind === 'stored') return stored(ledger, change, outcome.room);
  const { roomId } = change;
  // An open question is about a later change.
  const open = ledger.questions.find(ofRoom(roomId));
  const last = ledger.changes.findLast(ofRoom(roomId))!;
  const own = open ? { mine: open.mine, saidAt: open.saidAt } : { mine: last.counts, saidAt: last.saidAt };
  const [atLeast, refusal] = outcome.kind === 'conflict' ? [outcome.currentVersion, null] : [0, outcome.code];
  // A restored database has older versions than this device: with version 0, any version from the server counts as newer.
  const rooms = ledger.rooms.map((room) =>
    room.id === roomId && room.version > atLeast && refusal === null ? { ...room, version: 0 } : room,
  );
  const without = { ...ledger, rooms, changes: ledger.changes.filter(notOfRoom(roomId)) };
  return ask(without, { roomId, ...own, atLeast, refusal });
}

/** Later changes of the room are now based on the result of this one. */
function stored(ledger: Ledger, { key, roomId }: Change, room: Room): Ledger {
  const base = { version: room.version, counts: room.counts };
  const changes = ledger.changes.filter((one) => one.key !== key).map((one) => (one.roomId === roomId ? { ...one, base } : one));
  return mergeRooms({ ...ledger, changes: changes.filter((one) => one.roomId !== roomId || hasEffect(one)) }, [room]);
}

const ask = (ledger: Ledger, question: Question): Ledger => ({
  ...ledger,
  questions: [...ledger.questions.filter(notOfRoom(question.roomId)), question],
});

/** Whether this device has the current record, so that staff can decide. */
export const isReady = ({ rooms }: Ledger, { roomId, atLeast }: Question): boolean =>
  rooms.some(({ id, version }) => id === roomId && version >= atLeast);

/** Staff saw both counts and keep their own: `shown` is the record that they saw. */
export function keepMine(ledger: Ledger, roomId: string, shown: Counts, stamp: Stamp): Ledger {
  const question = ledger.questions.find(ofRoom(roomId));
  return question && isReady(ledger, question) ? enterCounts(letGo(ledger, roomId), roomId, shown, question.mine, stamp, true) : ledger;
}

/** Staff saw both counts and the record is right, or there is nothing to decide. */
export const letGo = (ledger: Ledger, roomId: string): Ledger => ({
  ...ledger,
  questions: ledger.questions.filter(notOfRoom(roomId)),
});

/** Takes rooms from the server; a late answer does not undo a newer one. */
export function mergeRooms(ledger: Ledger, rooms: readonly Room[]): Ledger {
  const known = new Map(ledger.rooms.map((room) => [room.id, room]));
  for (const room of rooms) if ((known.get(room.id)?.version ?? 0) <= room.version) known.set(room.id, room);
  return { ...ledger, rooms: [...known.values()] };
}

/**
 * Takes all rooms of a shelter from a query that was sent after the last answer: also older versions, since a database may have been
 * restored. A removed room is kept only while it has unsent changes or open questions.
 */
export function mergeShelter(ledger: Ledger, shelterId: string, rooms: readonly Room[]): Ledger {
  const isThere = ({ id }: Room) => rooms.some((room) => room.id === id);
  const isNeeded = ({ id }: Room) => ledger.changes.some(ofRoom(id)) || ledger.questions.some(ofRoom(id));
  const kept = ledger.rooms.filter((room) => !isThere(room) && (room.shelterId !== shelterId || isNeeded(room)));
  return { ...ledger, rooms: [...kept, ...rooms] };
}

/** Removes rooms of shelters that no longer belong to the organization in the same way. */
export const mergeShelters = (ledger: Ledger, shelterIds: readonly string[]): Ledger =>
  [...new Set(ledger.rooms.map(({ shelterId }) => shelterId))]
    .filter((id) => !shelterIds.includes(id))
    .reduce((next, id) => mergeShelter(next, id, []), ledger);

/** The counts to send for a change: only those that differ, so that a confirmation claims no more than staff saw. */
export function sentCounts({ base, counts }: Change): Partial<Counts> {
  const names = ['total', 'occupied', 'outOfService'] as const;
  return Object.fromEntries(names.filter((name) => counts[name] !== base.counts[name]).map((name) => [name, counts[name]]));
}
