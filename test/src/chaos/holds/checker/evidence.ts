import type {
  AgedLine,
  Answer,
  CallLine,
  HistoryLine,
  HoldChangeLine,
  HoldLine,
  Instant,
  KillLine,
  PoolChangeLine,
  PoolLine,
} from '../history.js';

/** All requests of one key as the one operation that they are; a read is an operation by itself. */
export interface Operation extends Pick<CallLine, 'operation' | 'key' | 'subject' | 'input'> {
  /** Of the first request. */
  readonly invoked: Instant;
  /** Of the first answer; null: none ever came. */
  readonly returned: Instant | null;
  /** null: nobody knows whether it happened. */
  readonly answer: Answer | null;
  /** All answers that came. */
  readonly answers: readonly Answer[];
}

/** A history, arranged for judging. */
export interface Evidence {
  readonly operations: readonly Operation[];
  readonly bySubject: ReadonlyMap<string, Operation>;
  /** Requests that used a key again for something else. */
  readonly misused: readonly CallLine[];
  readonly aged: readonly AgedLine[];
  readonly kills: readonly KillLine[];
  readonly pools: ReadonlyMap<string, PoolLine>;
  /** Of each pool, in order of version. */
  readonly poolChanges: ReadonlyMap<string, readonly PoolChangeLine[]>;
  readonly holds: ReadonlyMap<string, HoldLine>;
  /** Of each hold, in order of version. */
  readonly holdChanges: ReadonlyMap<string, readonly HoldChangeLine[]>;
}

/** Arranges the lines of a history, in whatever order they stand. */
export function evidenceOf(lines: readonly HistoryLine[]): Evidence {
  const of = <L extends HistoryLine['line']>(line: L) => lines.filter((one): one is Extract<HistoryLine, { line: L }> => one.line === line);
  const { operations, misused } = operationsOf(of('call'));
  return {
    operations,
    misused,
    bySubject: new Map(operations.flatMap((one) => (one.subject === null ? [] : [[one.subject, one]]))),
    aged: of('aged'),
    kills: of('kill'),
    pools: new Map(of('pool').map((pool) => [pool.id, pool])),
    poolChanges: grouped(of('poolChange'), ({ poolId }) => poolId),
    holds: new Map(of('hold').map((hold) => [hold.id, hold])),
    holdChanges: grouped(of('holdChange'), ({ holdId }) => holdId),
  };
}

function grouped<T extends { readonly version: number }>(lines: readonly T[], keyOf: (line: T) => string): Map<string, T[]> {
  const groups = Map.groupBy(lines, keyOf);
  for (const group of groups.values()) group.sort((a, b) => a.version - b.version);
  return groups;
}

function operationsOf(calls: readonly CallLine[]): Pick<Evidence, 'operations' | 'misused'> {
  const reads = calls.filter(({ key }) => key === null).map((call) => operationOf([call]));
  const keyed = [...Map.groupBy(calls, ({ key }) => key)].filter(([key]) => key !== null).map(([, same]) => same.sort(byInvocation));
  const isFirst = (call: CallLine, [first]: CallLine[]) => sameText(call.input) === sameText(first!.input);
  return {
    operations: [...reads, ...keyed.map((same) => operationOf(same.filter((call) => isFirst(call, same))))],
    misused: keyed.flatMap((same) => same.filter((call) => !isFirst(call, same))),
  };
}

const byInvocation = (a: CallLine, b: CallLine) => a.invoked - b.invoked;

function operationOf(requests: readonly CallLine[]): Operation {
  const { operation, key, subject, input, invoked } = requests[0]!;
  const answered = requests.filter(({ answer }) => answer !== null).sort((a, b) => a.returned! - b.returned!);
  return {
    operation,
    key,
    subject,
    input,
    invoked,
    returned: answered[0]?.returned ?? null,
    answer: answered[0]?.answer ?? null,
    answers: answered.map(({ answer }) => answer!),
  };
}

/** Equal values as equal text, in whatever order their fields stand. */
export const sameText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
