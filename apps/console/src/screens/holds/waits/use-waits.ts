import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useAgain } from '../../../app/graph/use-again';
import { useAnswer } from '../../../app/graph/use-answer';
import type { BoardOfScreen } from '../use-board';
import { leaveWaitlist, openWaits, type LeaveAnswer, type ShownWait } from './queries';

/** The result of leaving a waiting list, until the entry is gone. */
export type LeaveState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly answer: Exclude<LeaveAnswer, { __typename: 'Waiting' }> }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly key: string };

/** The waitlist entries of the user's organization. */
export interface Waits {
  readonly waits: readonly ShownWait[];
  readonly problem: Problem | null;
  readonly again: () => void;
  readonly leaving: ReadonlyMap<string, LeaveState>;
  readonly leave: (wait: ShownWait, key?: string) => void;
}

const none: readonly ShownWait[] = [];
const gatheredMilliseconds = 500;

/** No subscription reports positions on waiting lists, so this repeats the query at intervals, and after each change of a hold. */
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
    // A freed bed or a taken offer changes all positions; several changes within this time cause one query.
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
