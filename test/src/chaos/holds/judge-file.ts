import { gather } from './checker/evidence.js';
import { verdictOf, type Verdict } from './checker/verdict.js';
import { readHistory } from './history-file.js';
import type { HistoryLine } from './history.js';

/** What a history is guilty of, and how often what happened in it. */
export interface Judged {
  readonly verdict: Verdict;
  /** Requests by operation and kind of answer, like `holdBeds Hold`; `-`: none. */
  readonly answers: Readonly<Record<string, number>>;
  /** Versions of holds by state. */
  readonly states: Readonly<Record<string, number>>;
  /** People on lists by how it ended. */
  readonly waiting: Readonly<Record<string, number>>;
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
  const verdict = verdictOf(gathering.evidence());
  return { ...tally, verdict, seconds: Math.round((performance.now() - since) / 100) / 10 };
}

function tallyLine(line: HistoryLine, count: (of: 'answers' | 'states' | 'waiting', what: string) => void): void {
  if (line.line === 'call') count('answers', `${line.operation} ${line.answer?.kind ?? '-'}`);
  if (line.line === 'holdChange') count('states', line.state);
  if (line.line === 'waiting') count('waiting', line.state);
}
