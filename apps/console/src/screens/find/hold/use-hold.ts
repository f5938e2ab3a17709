import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { clock } from '../../../app/clock/server-time';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useAgain } from '../../../app/graph/use-again';
import { useLiveness } from '../../../app/graph/use-liveness';
import { useResume } from '../../../app/graph/use-resume';
import { membersInput } from '../../../app/party/members-input';
import { useSpeech } from '../../../i18n/messages';
import type { FindDraft } from '../question/question';
import { followHold, holdForParty, lookAtHold, releaseHeld, type FollowedHold, type Held, type Match, type NotHeld } from '../queries';
import { endOf, type End } from './end-of-hold';

/** The held beds, or the reason why there are none, and the service. */
export type HoldState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly match: Match }
  | { readonly kind: 'held'; readonly match: Match; readonly hold: Held; readonly hasAccepted: boolean; readonly problem: Problem | null }
  | { readonly kind: 'over'; readonly match: Match; readonly why: End }
  | { readonly kind: 'refused'; readonly match: Match; readonly answer: NotHeld }
  | { readonly kind: 'problem'; readonly match: Match; readonly problem: Problem; readonly again: () => void };

/** The one hold of this screen. */
export interface HoldOfScreen {
  readonly state: HoldState;
  readonly now: () => number;
  hold(match: Match): void;
  release(): void;
  expired(): void;
  close(): void;
}

/**
 * Holds and releases beds for the party of the draft. `onHold`: called just before. `onChange`: called when the counts may have changed.
 */
export function useHold(draft: Pick<FindDraft, 'party'>, minutes: number | null, onHold: () => void, onChange: () => void): HoldOfScreen {
  const client = useClient();
  const { language } = useSpeech();
  const [state, setState] = useState<HoldState>({ kind: 'none' });
  const settle = (next: HoldState) => {
    setState(next);
    onChange();
  };
  // A retry after a lost answer is the same call with the same key: it takes effect once.
  const ask = async (match: Match, input: HoldInput): Promise<void> => {
    setState({ kind: 'asking', match });
    const { data, error } = await client.mutation(holdForParty, { input: input as never, locale: language }).toPromise();
    if (!data) return setState({ kind: 'problem', match, problem: problemOf(error!), again: () => void ask(match, input) });
    const answer = data.holdBeds;
    if (answer.__typename === 'Hold') settle({ kind: 'held', match, hold: answer, hasAccepted: false, problem: null });
    else settle({ kind: 'refused', match, answer });
  };
  const release = async () => {
    if (state.kind !== 'held') return;
    const { hold, match } = state;
    // The key names the action and the version of the hold: a retry after a lost answer takes effect once.
    const input = { idempotencyKey: `release ${hold.id} ${hold.version}`, holdId: hold.id, expectedVersion: hold.version };
    const { data, error } = await client.mutation(releaseHeld, { input }).toPromise();
    if (!data) return setState({ ...state, problem: problemOf(error!) });
    const answer = data.releaseHold;
    const now = answer.__typename === 'Hold' ? answer : answer.__typename === 'HoldNotActive' ? answer.hold : null;
    if (now) settle({ kind: 'over', match, why: endOf(now.state) ?? 'released' });
    else setState({ ...state, problem: { kind: 'unexpected', reference: null } });
  };
  useFollowed(state, settle);
  useResume('problem' in state ? state.problem : null, () => (state.kind === 'problem' ? state.again() : void release()));
  return {
    state,
    now: clock.now,
    hold: (match) => {
      onHold();
      void ask(match, holdInput(match, draft, minutes));
    },
    release: () => void release(),
    // Where the shelter must still say yes, the server tells what became of it: a yes may have come in the last second.
    expired: () => state.kind === 'held' && state.hold.acceptBy === null && settle({ kind: 'over', match: state.match, why: 'expired' }),
    close: () => setState({ kind: 'none' }),
  };
}

type HoldInput = ReturnType<typeof holdInput>;

const holdInput = ({ service }: Match, draft: Pick<FindDraft, 'party'>, minutes: number | null) => ({
  idempotencyKey: crypto.randomUUID(),
  serviceId: service.id,
  party: membersInput(draft.party),
  ...(minutes === null ? {} : { minutes }),
});

const untilFollowedMilliseconds = 2_000;

/** Changes to the hold by the shelter, a colleague or the clock show at once; without a connection, later. */
function useFollowed(state: HoldState, settle: (next: HoldState) => void): void {
  const client = useClient();
  const held = state.kind === 'held' ? state : null;
  const take = useRef<(now: FollowedHold) => void>(() => undefined);
  take.current = (now) => {
    if (!held || now.id !== held.hold.id) return;
    const end = endOf(now.state);
    if (end) return settle({ kind: 'over', match: held.match, why: end });
    if (now.version <= held.hold.version) return;
    const hasAccepted = held.hasAccepted || (held.hold.acceptBy !== null && now.acceptBy === null);
    settle({ ...held, hold: { ...held.hold, ...now }, hasAccepted });
  };
  const serviceId = held?.match.service.id;
  const id = held?.hold.id;
  const look = async () => {
    if (id === undefined) return;
    const { data } = await client.query(lookAtHold, { id }).toPromise();
    if (data?.hold) take.current(data.hold);
  };
  useAgain(() => void look(), useLiveness());
  useEffect(() => {
    if (serviceId === undefined) return;
    // Subscribing misses changes that were made before it started, so look once more.
    const timer = setTimeout(() => void look(), untilFollowedMilliseconds);
    const { unsubscribe } = client.subscription(followHold, { serviceId }).subscribe(({ data }) => data && take.current(data.holdChanged));
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, serviceId, id]);
}
