import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../app/graph/problem';
import { useAnswer } from '../../app/graph/use-answer';
import { useAgain } from '../../app/graph/use-again';
import { useLiveness } from '../../app/graph/use-liveness';
import type { Liveness } from '../../app/graph/socket';
import { clock } from '../../app/clock/server-time';
import { useSpeech } from '../../i18n/messages';
import { missingFrom, withUpdates, without, type Board } from './board';
import { changedHolds, oneHold, openHolds, type ShownHold } from './queries';

/** The holds of the screen, and how fresh they are. */
export interface BoardOfScreen {
  readonly board: Board<ShownHold>;
  /** Whether the first answer has arrived. */
  readonly isLoaded: boolean;
  readonly liveness: Liveness;
  /** When the full list last arrived, by the server's clock. */
  readonly asOf: number | null;
  readonly problem: Problem | null;
  readonly again: () => void;
  /** Applies an update of a hold. */
  readonly hear: (news: ShownHold) => void;
  /** Fetches the current state of a hold; null: it no longer exists. */
  readonly look: (id: string) => Promise<ShownHold | null>;
  readonly forget: (id: string) => void;
}

/** Follows all holds: subscribes to changes and repeats the query at intervals, more often while the subscription is down. */
export function useBoard(): BoardOfScreen {
  const client = useClient();
  const { language } = useSpeech();
  const [board, setBoard] = useState<Board<ShownHold>>(new Map());
  const [asOf, setAsOf] = useState<number | null>(null);
  const live = useLiveness();
  const answer = useAnswer(openHolds, { locale: language });
  const again = useRef(answer.again);
  again.current = answer.again;
  const list = answer.kind === 'ready' ? answer.data.holds : null;
  const hear = useCallback((news: ShownHold) => setBoard((now) => withUpdates(now, [news])), []);
  const forget = useCallback((id: string) => setBoard((now) => without(now, id)), []);
  const look = useCallback(
    async (id: string) => {
      const { data, error } = await client.query(oneHold, { id, locale: language }).toPromise();
      if (data?.hold) hear(data.hold);
      else if (data && !error) forget(id);
      return data?.hold ?? null;
    },
    [client, language, hear, forget],
  );
  useEffect(() => {
    if (!list) return;
    setAsOf(clock.now());
    setBoard((now) => withUpdates(now, list));
    for (const id of missingFrom(board, list)) void look(id);
    // Runs once for each answer.
  }, [list]);
  useEffect(() => {
    const { unsubscribe } = client.subscription(changedHolds, { locale: language }).subscribe(({ data, error }) => {
      if (data) hear(data.holdChanged);
      // The list query shows the same problem: both fail for the same reason.
      if (error && problemOf(error).kind !== 'expired') again.current();
    });
    return unsubscribe;
    // One subscription for as long as the screen is shown.
  }, [client, language, hear]);
  useAgain(answer.again, live);
  return {
    board,
    isLoaded: asOf !== null,
    liveness: live,
    asOf,
    problem: answer.kind === 'problem' ? answer.problem : null,
    again: answer.again,
    hear,
    look,
    forget,
  };
}
