/** What people count in a room; what is held follows from holds, and what is free from both. */
export interface Counts {
  readonly total: number;
  readonly occupied: number;
  readonly outOfService: number;
}

/** A room as it was last heard to be on record. Nothing here tells of a guest. */
export interface Room {
  readonly id: string;
  readonly shelterId: string;
  readonly name: string;
  readonly counts: Counts;
  readonly held: number;
  readonly version: number;
  /** ISO 8601; null: never counted. */
  readonly confirmedAt: string | null;
  /** Role of who counted last, as the graph names it; null: not known. */
  readonly countedBy: string | null;
}

/** A word of staff about a room, on its way to the record. */
export interface Change {
  /** Its idempotency key. Once it may have been sent, key and content stay as they are until the answer is known. */
  readonly key: string;
  readonly roomId: string;
  /** What the screen showed when it was said. version null: whatever the change before it leads to. */
  readonly base: { readonly version: number | null; readonly counts: Counts };
  readonly counts: Counts;
  /** Somebody looked and said that it is right: worth sending also where nothing differs. */
  readonly isConfirmation: boolean;
  /** Milliseconds since 1970 by the clock of this device. */
  readonly saidAt: number;
  /** It can be taken back until then, so it is not sent before. */
  readonly notBefore: number;
  /** May have reached the server; the answer is not known. */
  readonly isSent: boolean;
  /** When it was counted, as the server was told; null: just now. */
  readonly countedAt: string | null;
}

/** A word that the record did not take: somebody has to look again. */
export interface Question {
  readonly roomId: string;
  /** What staff said here. */
  readonly mine: Counts;
  readonly saidAt: number;
  /** The record has moved on to this version at least; it cannot be decided before that one is here. */
  readonly atLeast: number;
  /** Code of the server's refusal; null: somebody else counted meanwhile. */
  readonly refusal: string | null;
}

/** What this device knows of the beds, and what it has still to tell. */
export interface Ledger {
  readonly rooms: readonly Room[];
  /** In the order in which they were said: at most one that was sent and one that waits for each room. */
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
}

export const emptyLedger: Ledger = { rooms: [], changes: [], questions: [] };

/** A new word, and when it is said. */
export interface Stamp {
  readonly key: string;
  readonly saidAt: number;
}

export const sameCounts = (a: Counts, b: Counts): boolean =>
  a.total === b.total && a.occupied === b.occupied && a.outOfService === b.outOfService;

const ofRoom = (roomId: string) => (one: { readonly roomId: string }) => one.roomId === roomId;
const notOfRoom = (roomId: string) => (one: { readonly roomId: string }) => one.roomId !== roomId;

/** What to show of a room: the last word said here, else the record. */
export function shownCounts({ rooms, changes }: Ledger, roomId: string): Counts | null {
  return changes.findLast(ofRoom(roomId))?.counts ?? rooms.find(({ id }) => id === roomId)?.counts ?? null;
}

/** How many words are not on record yet. */
export const unsentIn = ({ changes, questions }: Ledger): number =>
  changes.length + questions.filter(({ refusal }) => refusal === null).length;

/**
 * Staff look at `shown` and say `counts`. Where another tab has said something else in between, or a question is open, they saw what may
 * no longer hold: that is a question, never a count.
 */
export function sayCounts(ledger: Ledger, roomId: string, shown: Counts, counts: Counts, stamp: Stamp, isConfirmation = false): Ledger {
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
  return { ...ledger, changes: saysSomething(change) ? [...others, change] : others };
}

/** What was never sent is replaced: only the last look into the room counts. */
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

const saysSomething = ({ isConfirmation, counts, base }: Change): boolean => isConfirmation || !sameCounts(counts, base.counts);

/** All rooms are as shown. A count that is under way stays; one that waits is replaced. */
export function sayAllRight(
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
    next = sayCounts(next, roomId, shown, shown, { key: keyOf(roomId), saidAt }, true);
    if (isNew) next = { ...next, changes: next.changes.map((one) => (one.key === keyOf(roomId) ? { ...one, notBefore } : one)) };
  }
  return next;
}

/** Takes back confirmations that were not sent yet; what was counted since stays. */
export const takeBack = (ledger: Ledger, keys: readonly string[]): Ledger => ({
  ...ledger,
  changes: ledger.changes
    .map((one) => (keys.includes(one.key) && !one.isSent ? { ...one, isConfirmation: false } : one))
    .filter((one) => one.isSent || saysSomething(one)),
});

/** The next word to tell; one whose answer was lost comes again as it was. */
export const nextToSend = ({ changes }: Ledger, now: number): Change | null =>
  changes.find(({ base, notBefore }) => base.version !== null && notBefore <= now) ?? null;

/** From now on it may have been sent. The first time decides how it is dated: content and key belong together. */
export const markSent = (ledger: Ledger, key: string, datedBy: (change: Change) => string | null): Ledger => ({
  ...ledger,
  changes: ledger.changes.map((one) => (one.key === key && !one.isSent ? { ...one, isSent: true, countedAt: datedBy(one) } : one)),
});

/** What came of a word that was sent. `unknown`: it may have been taken or not. */
export type Outcome =
  | { readonly kind: 'stored'; readonly room: Room }
  | { readonly kind: 'conflict'; readonly currentVersion: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** An answer to the change with this key; an answer that comes a second time says nothing new. */
export function answered(ledger: Ledger, key: string, outcome: Outcome): Ledger {
  const change = ledger.changes.find((one) => one.key === key);
  if (!change || outcome.kind === 'unknown') return ledger;
  if (outcome.kind === 'stored') return stored(ledger, change, outcome.room);
  const { roomId } = change;
  // A question that is open already is about a later word.
  const open = ledger.questions.find(ofRoom(roomId));
  const last = ledger.changes.findLast(ofRoom(roomId))!;
  const said = open ? { mine: open.mine, saidAt: open.saidAt } : { mine: last.counts, saidAt: last.saidAt };
  const [atLeast, refusal] = outcome.kind === 'conflict' ? [outcome.currentVersion, null] : [0, outcome.code];
  // A database that was restored has older versions than this device: what it heard before counts for nothing then.
  const rooms = ledger.rooms.map((room) =>
    room.id === roomId && room.version > atLeast && refusal === null ? { ...room, version: 0 } : room,
  );
  const without = { ...ledger, rooms, changes: ledger.changes.filter(notOfRoom(roomId)) };
  return ask(without, { roomId, ...said, atLeast, refusal });
}

/** What was said after it was said of what it led to. */
function stored(ledger: Ledger, { key, roomId }: Change, room: Room): Ledger {
  const base = { version: room.version, counts: room.counts };
  const changes = ledger.changes.filter((one) => one.key !== key).map((one) => (one.roomId === roomId ? { ...one, base } : one));
  return learn({ ...ledger, changes: changes.filter((one) => one.roomId !== roomId || saysSomething(one)) }, [room]);
}

const ask = (ledger: Ledger, question: Question): Ledger => ({
  ...ledger,
  questions: [...ledger.questions.filter(notOfRoom(question.roomId)), question],
});

/** Whether what is on record is here, so that somebody can decide. */
export const isReady = ({ rooms }: Ledger, { roomId, atLeast }: Question): boolean =>
  rooms.some(({ id, version }) => id === roomId && version >= atLeast);

/** Staff looked at both numbers and keep to theirs: `shown` is what they saw on record. */
export function keepMine(ledger: Ledger, roomId: string, shown: Counts, stamp: Stamp): Ledger {
  const question = ledger.questions.find(ofRoom(roomId));
  return question && isReady(ledger, question) ? sayCounts(letGo(ledger, roomId), roomId, shown, question.mine, stamp, true) : ledger;
}

/** Staff looked at both numbers and the record is right, or there is nothing to decide. */
export const letGo = (ledger: Ledger, roomId: string): Ledger => ({
  ...ledger,
  questions: ledger.questions.filter(notOfRoom(roomId)),
});

/** Takes in what is on record; an answer that comes late does not undo a newer one. */
export function learn(ledger: Ledger, rooms: readonly Room[]): Ledger {
  const known = new Map(ledger.rooms.map((room) => [room.id, room]));
  for (const room of rooms) if ((known.get(room.id)?.version ?? 0) <= room.version) known.set(room.id, room);
  return { ...ledger, rooms: [...known.values()] };
}

/**
 * Takes in all rooms of a shelter, asked after every answer that is here: also older versions, since a database may have been restored.
 * A room that is gone is kept only while something is left to say of it.
 */
export function learnShelter(ledger: Ledger, shelterId: string, rooms: readonly Room[]): Ledger {
  const isThere = ({ id }: Room) => rooms.some((room) => room.id === id);
  const isNeeded = ({ id }: Room) => ledger.changes.some(ofRoom(id)) || ledger.questions.some(ofRoom(id));
  const kept = ledger.rooms.filter((room) => !isThere(room) && (room.shelterId !== shelterId || isNeeded(room)));
  return { ...ledger, rooms: [...kept, ...rooms] };
}

/** Rooms of shelters that are not the organization's any longer go the same way. */
export const learnShelters = (ledger: Ledger, shelterIds: readonly string[]): Ledger =>
  [...new Set(ledger.rooms.map(({ shelterId }) => shelterId))]
    .filter((id) => !shelterIds.includes(id))
    .reduce((next, id) => learnShelter(next, id, []), ledger);

/** What is sent of a change: only what differs, so that a confirmation claims no more than it saw. */
export function sentCounts({ base, counts }: Change): Partial<Counts> {
  const names = ['total', 'occupied', 'outOfService'] as const;
  return Object.fromEntries(names.filter((name) => counts[name] !== base.counts[name]).map((name) => [name, counts[name]]));
}
