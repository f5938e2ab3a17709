import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, useSubscription } from 'urql';
import { problemOf, type Problem } from '../../app/graph/problem';
import { useOnline } from '../../app/offline/online';
import { useSession } from '../../app/session/session-context';
import { useStore } from '../../app/store';
import { useSpeech } from '../../i18n/messages';
import type { Outbox } from './kept/outbox';
import { roomOf } from './kept/send-change';
import { mergeRooms, mergeShelter } from './ledger/ledger';
import { oneAtATime } from './one-at-a-time';
import { bedsChanged, guestsChanged, shelterNow, type ShelterNow } from './queries';

/** A shelter as the server last returned it. Data of guests is kept in memory only. */
export interface ShelterOfScreen {
  readonly now: ShelterNow | null;
  readonly problem: Problem | null;
  /** Repeats the query after a step by this user; changes by others arrive by subscription. */
  readonly refresh: () => Promise<void>;
}

/** Follows a shelter: subscriptions signal changes, a query returns the current state. */
export function useShelter(shelterId: string, outbox: Outbox): ShelterOfScreen {
  const client = useClient();
  const { language } = useSpeech();
  const session = useStore(useSession().state);
  const online = useOnline();
  const isOpen = session.kind === 'signed-in';
  const [now, setNow] = useState<ShelterNow | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const mayAsk = useRef(isOpen);
  mayAsk.current = isOpen;
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        if (!mayAsk.current) return;
        const answers = outbox.answers();
        const { data, error } = await client.query(shelterNow, { serviceId: shelterId, locale: language }).toPromise();
        if (!data) return setProblem(problemOf(error!));
        setNow(data);
        setProblem(null);
        const rooms = roomsOf(shelterId, data);
        // The result of a query from before the last answer to a count may be out of date.
        const isNewest = answers === outbox.answers();
        const at = Date.now();
        outbox.change((book) => ({ ...book, ...(isNewest ? mergeShelter(book, shelterId, rooms) : mergeRooms(book, rooms)), usedAt: at }));
      }),
    [client, language, outbox, shelterId],
  );
  useEffect(() => {
    if (isOpen && online) void refresh();
  }, [isOpen, online, refresh]);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [refresh]);
  const heard = useCallback(
    (_: unknown, data: unknown) => {
      void refresh();
      return data;
    },
    [refresh],
  );
  useSubscription({ query: bedsChanged, variables: { serviceId: shelterId }, pause: !isOpen }, heard);
  useSubscription({ query: guestsChanged, variables: { serviceId: shelterId }, pause: !isOpen }, heard);
  return { now, problem, refresh };
}

function roomsOf(shelterId: string, { bedPools, bedReconciliation }: ShelterNow) {
  const by = new Map(bedReconciliation.map(({ poolId, countedBy }) => [poolId, countedBy]));
  return bedPools.map((pool) => roomOf(shelterId, pool, by.get(pool.id) ?? null));
}
