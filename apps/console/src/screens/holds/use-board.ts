import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../app/graph/problem';
import { useAnswer } from '../../app/graph/use-answer';
import { useAgain } from '../../app/graph/use-again';
import { useLiveness } from '../../app/graph/use-liveness';
import type { Liveness } from '../../app/graph/socket';
import { clock } from '../../app/clock/server-time';
import { useSpeech } from '../../i18n/messages';
import { missingFrom, withNews, without, type Board } from './board';
import { changedHolds, oneHold, openHolds, type ShownHold } from './queries';

/** The holds of the screen, and how far they can be trusted. */
export interface BoardOfScreen {
  readonly board: Board<ShownHold>;
  /** Whether anything was answered yet. */
  readonly isLoaded: boolean;
  readonly liveness: Liveness;
  /** When the whole list was answered last, by the server's clock. */
  readonly asOf: number | null;
  readonly problem: Problem | null;
  readonly again: () => void;
  /** Something was told of a hold. */
  readonly hear: (news: ShownHold) => void;
  /** Asks how a hold stands; null: it is not there any more. */
  readonly look: (id: string) => Promise<ShownHold | null>;
  readonly forget: (id: string) => void;
}

/** Follows all holds: subscribes to changes and asks again now and then, more often while the subscription is down. */
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
  const hear = useCallback((news: ShownHold) => setBoard((now) => withNews(now, [news])), []);
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
    setBoard((now) => withNews(now, list));
    for (const id of missingFrom(board, list)) void look(id);
    // Once for each answer.
  }, [list]);
  useEffect(() => {
    const { unsubscribe } = client.subscription(changedHolds, { locale: language }).subscribe(({ data, error }) => {
      if (data) hear(data.holdChanged);
      // What it means is told where the list is asked for: both fail alike.
      if (error && problemOf(error).kind !== 'expired') again.current();
    });
    return unsubscribe;
    // One subscription as long as the screen is there.
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
