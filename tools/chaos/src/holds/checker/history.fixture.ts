import type { CallLine, HistoryLine, HoldChangeLine, HoldLine, PoolChangeLine, PoolLine, SeenHold, ToldLine } from '../history.js';
import type { WaitingChangeLine, WaitingLine } from '../history.js';

/** A time of the database, in seconds after the start of a story. */
export const at = (second: number): string => `2026-11-24T00:00:${String(second).padStart(2, '0')}.000Z`;

/** A hold of one bed, or of these, at a version. */
export const seenHold = (id: string, serviceId: string, beds: SeenHold['beds'], seen: Partial<SeenHold> = {}): SeenHold => ({
  id,
  serviceId,
  state: 'HELD',
  version: 1,
  beds,
  createdAt: at(0),
  expiresAt: at(30),
  acceptBy: null,
  isOffer: false,
  expectedEnd: null,
  ...seen,
});

/** The hold at the end. */
export function storedHold(hold: SeenHold, subject: string): HoldLine {
  const { isOffer: _, ...kept } = hold;
  return { line: 'hold', organization: 'ngo', subject, ...kept };
}

/** A version of a pool of two beds. */
export const change = (poolId: string, version: number, subject: string | null, counts: Partial<PoolChangeLine>): PoolChangeLine => ({
  line: 'poolChange',
  poolId,
  version,
  at: at(version),
  total: 2,
  occupied: 0,
  held: 0,
  outOfService: 0,
  subject,
  ...counts,
});

/** A version of a hold. */
export const step = (
  holdId: string,
  version: number,
  state: HoldChangeLine['state'],
  subject: string | null,
  rest: Partial<HoldChangeLine> = {},
): HoldChangeLine => ({ line: 'holdChange', holdId, version, state, at: at(version), subject, transaction: `by ${subject}`, ...rest });

/** A pool at the end. */
export const pool = (id: string, serviceId: string, version: number, rest: Partial<PoolLine>): PoolLine => ({
  ...{ line: 'pool', id, serviceId, gender: null, version, total: 2, occupied: 0, held: 0, outOfService: 0, seenEmpty: 0 },
  ...rest,
});

/** A request that is answered five microseconds later. */
export const call = (
  subject: string | null,
  operation: CallLine['operation'],
  invoked: number,
  input: CallLine['input'],
  answer: CallLine['answer'],
): CallLine => ({
  ...{ line: 'call', client: 1, process: 0, operation, input, invoked, returned: invoked + 5, answer },
  ...{ key: subject === null ? null : `key-${subject}`, subject, organization: subject === null ? null : 'ngo' },
});

/** The published beds after a step. */
export const told = (
  serviceId: string,
  sequence: number,
  subject: string | null,
  status: string,
  versions: ToldLine['versions'],
): ToldLine => ({ line: 'told', serviceId, sequence, status, versions, subject, transaction: `by ${subject}` });

/** Lines with names, so that some can be changed or removed (null). */
export type Story = Readonly<Record<string, HistoryLine>>;

/** The versions of a waitlist entry that ends in this state. */
export const wasOn = ({ id, state, version }: WaitingLine): WaitingChangeLine[] => {
  const states = (['WAITING', 'OFFERED', state] as const).slice(0, version - 1);
  return [...states, state].map((one, index) => ({
    ...{ line: 'waitingChange', waitingId: id, version: index + 1, state: one, transaction: `${one} of ${id}` },
  }));
};

/** The lines of a story, with some changed, removed or added. Adds versions of waitlist entries if the story has none. */
export function lines(
  story: Story,
  changed: Readonly<Record<string, object | null>> = {},
  added: readonly HistoryLine[] = [],
): HistoryLine[] {
  const unknown = Object.keys(changed).filter((name) => !(name in story));
  if (unknown.length > 0) throw new Error(`Not in the story: ${unknown.join(', ')}`);
  const kept = Object.entries(story).flatMap(([name, line]) => {
    const other = changed[name];
    return other === null ? [] : [{ ...line, ...other } as HistoryLine];
  });
  const all = [...kept, ...added];
  const named = new Set(all.flatMap((line) => (line.line === 'waitingChange' ? [line.waitingId] : [])));
  return [...all, ...all.flatMap((line) => (line.line === 'waiting' && !named.has(line.id) ? wasOn(line) : []))];
}
