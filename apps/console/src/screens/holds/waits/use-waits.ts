import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useAgain } from '../../../app/graph/use-again';
import { useAnswer } from '../../../app/graph/use-answer';
import type { BoardOfScreen } from '../use-board';
import { leaveWaitlist, openWaits, type LeaveAnswer, type ShownWait } from './queries';

/** What came of leaving a list, until it is not on it any more. */
export type LeaveState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly answer: Exclude<LeaveAnswer, { __typename: 'Waiting' }> }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly key: string };

/** The lists that somebody of ours waits on. */
export interface Waits {
  readonly waits: readonly ShownWait[];
  readonly problem: Problem | null;
  readonly again: () => void;
  readonly leaving: ReadonlyMap<string, LeaveState>;
  readonly leave: (wait: ShownWait, key?: string) => void;
}

const none: readonly ShownWait[] = [];
const gatheredMilliseconds = 500;

/** Nobody tells of a place in line: it is asked for in turns, and whenever something happens to a hold. */
export function useWaits({ board, liveness }: Pick<BoardOfScreen, 'board' | 'liveness'>): Waits {
  const client = useClient();
  const answer = useAnswer(openWaits, {});
  const [waits, setWaits] = useState(none);
  const [leaving, setLeaving] = useState<ReadonlyMap<string, LeaveState>>(new Map());
  const list = answer.kind === 'ready' ? answer.data.waits : null;
  useEffect(() => {
    if (list) setWaits(list);
  }, [list]);
  const latest = useRef(answer.again);
  latest.current = answer.again;
  useAgain(answer.again, liveness);
  useEffect(() => {
    if (board.size === 0) return;
    // A bed that became free, or an offer that was taken, moves everybody; many changes at once are one reason to ask.
    const timer = setTimeout(() => latest.current(), gatheredMilliseconds);
    return () => clearTimeout(timer);
  }, [board]);
  const put = (id: string, state: LeaveState) => setLeaving((before) => new Map(before).set(id, state));
  const leave = async (wait: ShownWait, key: string) => {
    put(wait.id, { kind: 'asking' });
    const input = { idempotencyKey: key, waitingId: wait.id, expectedVersion: wait.version };
    const { data, error } = await client.mutation(leaveWaitlist, { input }).toPromise();
    if (!data) return put(wait.id, { kind: 'problem', problem: problemOf(error!), key });
    const left = data.leaveWaitlist;
    answer.again();
    if (left.__typename === 'Waiting') return setWaits((before) => before.filter(({ id }) => id !== wait.id));
    return put(wait.id, { kind: 'refused', answer: left });
  };
  return {
    waits,
    problem: answer.kind === 'problem' ? answer.problem : null,
    again: answer.again,
    leaving,
    leave: (wait, key = crypto.randomUUID()) => void leave(wait, key),
  };
}
