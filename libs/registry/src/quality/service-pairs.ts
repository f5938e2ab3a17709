import { enumOf, type FieldProblem, type IdempotencyConflict, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { writeOnce } from '../entries/write-command.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import { publishServices } from '../publishing/publish-services.js';
import type { PairDecided, ServicePairs } from './quality-ports.js';

/** Pairs without a decision: services of two sources that may be one. */
export const possiblePairs = (
  registry: Registry,
  after: readonly [string, string] | null,
  first: number,
): ReturnType<ServicePairs['page']> => registry.transaction(({ pairs }) => pairs.page(after, first));

/** Decisions on a pair. */
export const PairDecision = enumOf('MERGE', 'KEEP_APART', 'UNDO');
/** {@link PairDecision} */
export type PairDecision = (typeof PairDecision)[keyof typeof PairDecision];

/** What {@link decidePair} needs. */
export interface DecidePair extends Command {
  readonly serviceIds: readonly string[];
  readonly decision: PairDecision;
  /** Which of the two stays after a merge. */
  readonly keepId: string | null;
}

/**
 * Merges two services, keeps them apart, or undoes that. After a merge, only the kept service is shown, as long as it is published itself.
 * Imports still update the records of the other one, but do not show it.
 */
export async function decidePair(
  registry: Registry,
  caller: Caller,
  command: DecidePair,
): Promise<PairDecided | InvalidInput | NotFound | IdempotencyConflict> {
  return (
    invalid(command, problemsOf(command)) ??
    writeOnce(registry, caller, 'decidePair', command, (tx): Promise<PairDecided | NotFound> => decide(tx, caller, command))
  );
}

async function decide(tx: RegistryTransaction, caller: Caller, command: DecidePair): Promise<PairDecided | NotFound> {
  if (!mayWrite(caller, 'decidePair', null)) return notFound;
  const [oneId, otherId] = [...command.serviceIds].sort() as [string, string];
  const known = await tx.records.summaries('service', [oneId, otherId]);
  // Any text may be given as an id: what is no service leaves nothing behind.
  await tx.dirty.mark([oneId, otherId].filter((id) => known.has(id)));
  const before = await tx.pairs.lock(oneId, otherId);
  const decided = command.decision === 'UNDO' ? undoneOf(oneId, otherId, before) : await newDecision(tx, oneId, otherId, command);
  if (decided === null) return notFound;
  await tx.pairs.decide(decided, caller.subject);
  await publishServices(tx, [oneId, otherId]);
  return decided;
}

const undoneOf = (oneId: string, otherId: string, before: Pick<PairDecided, 'state' | 'goneId'> | null): PairDecided | null =>
  before === null || before.state === 'UNDONE' ? null : { oneId, otherId, state: 'UNDONE', goneId: before.goneId };

/** Null if one of them is not published. */
async function newDecision(tx: RegistryTransaction, oneId: string, otherId: string, command: DecidePair): Promise<PairDecided | null> {
  const entries = await tx.entries.lock([oneId, otherId]);
  const isShown = (id: string): boolean => entries.get(id)?.withdrawn === false;
  if (!isShown(oneId) || !isShown(otherId)) return null;
  if (command.decision === 'KEEP_APART') return { oneId, otherId, state: 'APART', goneId: null };
  return { oneId, otherId, state: 'MERGED', goneId: command.keepId === oneId ? otherId : oneId };
}

function problemsOf({ serviceIds, decision, keepId }: DecidePair): readonly FieldProblem[] {
  if (new Set(serviceIds).size !== 2 || serviceIds.length !== 2) return [{ path: 'serviceIds', message: 'Give two different ids.' }];
  if (decision === 'MERGE' && !serviceIds.includes(keepId ?? '')) return [{ path: 'keepId', message: 'Say which of the two stays.' }];
  return [];
}
