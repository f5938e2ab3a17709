import { gather, type Evidence } from './checker/evidence.js';
import { verdictOf, type Verdict } from './checker/verdict.js';
import { readHistory } from './history-file.js';
import type { CallLine, HistoryLine, PoolChangeLine } from './history.js';

/** The faults of a history, and how often each thing happened in it. */
export interface Judged {
  readonly verdict: Verdict;
  /**
   * Requests by operation and kind of answer, like `holdBeds Hold`; `-`: no answer; refusals also by reason. A count with occupied beds is
   * `setBedCounts of people`.
   */
  readonly answers: Readonly<Record<string, number>>;
  /** Versions of holds by state. */
  readonly states: Readonly<Record<string, number>>;
  /** Waitlist entries by final state. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Check-outs that freed fewer beds than the hold had, because a count had found some empty. */
  readonly leftBefore: number;
  readonly seconds: number;
}

/** Judges a file. */
export async function judgeFile(path: string): Promise<Judged> {
  const since = performance.now();
  const gathering = gather();
  const tally: Record<'answers' | 'states' | 'waiting', Record<string, number>> = { answers: {}, states: {}, waiting: {} };
  const count = (of: keyof typeof tally, what: string) => (tally[of][what] = (tally[of][what] ?? 0) + 1);
  for await (const line of readHistory(path)) {
    gathering.add(line);
    tallyLine(line, count);
  }
  const evidence = gathering.evidence();
  const verdict = verdictOf(evidence);
  return { ...tally, verdict, leftBefore: leftBefore(evidence), seconds: Math.round((performance.now() - since) / 100) / 10 };
}

function leftBefore({ poolChanges, bySubject, holds }: Evidence): number {
  const isOne = ({ subject, poolId, occupied }: PoolChangeLine, before: PoolChangeLine | undefined) => {
    const operation = bySubject.get(subject ?? '');
    if (operation?.operation !== 'checkOut') return false;
    const beds = holds.get(operation.input.holdId!)?.beds.find((part) => part.poolId === poolId)?.beds ?? 0;
    return before!.occupied - occupied < beds;
  };
  return [...poolChanges.values()].reduce((sum, changes) => sum + changes.filter((one, n) => isOne(one, changes[n - 1])).length, 0);
}

function tallyLine(line: HistoryLine, count: (of: 'answers' | 'states' | 'waiting', what: string) => void): void {
  if (line.line === 'call') count('answers', `${line.operation}${countsPeople(line) ? ' of people' : ''} ${line.answer?.kind ?? '-'}`);
  if (line.line === 'call' && line.answer?.kind === 'NotAdmitted') count('answers', `${line.operation} ${line.answer.reasons.join()}`);
  if (line.line === 'holdChange') count('states', line.state);
  if (line.line === 'waiting') count('waiting', line.state);
}

const countsPeople = ({ input }: CallLine): boolean => input.occupied !== undefined;
