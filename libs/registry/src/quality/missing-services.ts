import { enumOf, type FieldProblem, type IdempotencyConflict, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { withdrawEntries } from '../entries/withdraw-service.js';
import { writeOnce } from '../entries/write-command.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import { publishServices } from '../publishing/publish-services.js';
import type { MissingService, ServiceRoll } from './quality-ports.js';

/** The services that the newest file of their source lacks, the oldest first. */
export const missingServices = (
  registry: Registry,
  source: string | null,
  after: Pick<MissingService, 'since' | 'id'> | null,
  first: number,
): ReturnType<ServiceRoll['page']> => registry.transaction(({ roll }) => roll.page(source, after, first));

/** Decisions on a missing service. */
export const MissingDecision = enumOf('KEEP', 'WITHDRAW');
/** {@link MissingDecision} */
export type MissingDecision = (typeof MissingDecision)[keyof typeof MissingDecision];

/** What {@link resolveMissing} needs. */
export interface ResolveMissing extends Command {
  readonly source: string;
  /** Null: all missing services of the source. */
  readonly serviceIds: readonly string[] | null;
  readonly decision: MissingDecision;
}

/** How many were resolved, and how many services of the source are still missing. */
export interface MissingResolved {
  readonly resolved: number;
  readonly left: number;
}

/** A limit for each call: meanwhile nobody else can publish these services or count their beds. */
export const resolvedAtOnce = 500;

/** Keeps or withdraws missing services. A kept one is listed again only after a newer file has it and a later one lacks it. */
export async function resolveMissing(
  registry: Registry,
  caller: Caller,
  command: ResolveMissing,
): Promise<MissingResolved | InvalidInput | NotFound | IdempotencyConflict> {
  return (
    invalid(command, problemsOf(command)) ??
    writeOnce(registry, caller, 'resolveMissing', command, (tx): Promise<MissingResolved | NotFound> => resolve(tx, caller, command))
  );
}

async function resolve(tx: RegistryTransaction, caller: Caller, command: ResolveMissing): Promise<MissingResolved | NotFound> {
  const { source, serviceIds, decision } = command;
  if (!mayWrite(caller, 'resolveMissing', null)) return notFound;
  const ids = await tx.roll.lockMissing(source, serviceIds, resolvedAtOnce);
  if (ids.length === 0) return notFound;
  await tx.roll.decide(source, ids, decision === 'KEEP' ? 'KEPT' : 'WITHDRAWN', caller.subject);
  await (decision === 'KEEP' ? publishAsListed(tx, ids) : withdraw(tx, ids));
  return { resolved: ids.length, left: (await tx.roll.counts(source)).missing };
}

async function publishAsListed(tx: RegistryTransaction, ids: readonly string[]): Promise<void> {
  await tx.dirty.mark(ids);
  await publishServices(tx, ids);
}

async function withdraw(tx: RegistryTransaction, ids: readonly string[]): Promise<void> {
  await tx.dirty.mark(ids);
  const entries = await tx.entries.lock(ids);
  await withdrawEntries(
    tx,
    [...entries.values()].filter(({ withdrawn }) => !withdrawn),
  );
}

const problemsOf = ({ serviceIds }: ResolveMissing): readonly FieldProblem[] =>
  serviceIds !== null && (serviceIds.length === 0 || serviceIds.length > resolvedAtOnce)
    ? [{ path: 'serviceIds', message: `Give 1 to ${resolvedAtOnce} ids, or leave them out for all of the source.` }]
    : [];
