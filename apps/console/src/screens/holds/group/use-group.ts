import { useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Problem } from '../../../app/graph/problem';
import { useSpeech } from '../../../i18n/messages';
import type { ShownHold } from '../queries';
import { withChanges, withPlan, type GroupParty } from './arrange';
import { askForPlan, askToHold, Failed, findCandidates, partiesToPlace } from './ask-group';
import type { GroupDraft } from './draft';
import type { GroupAnswer } from './queries';
import type { Candidate } from './shelters';

/** Why a group cannot be held. */
export type GroupRefusal = Exclude<GroupAnswer, { __typename: 'GroupHeld' }>;

/** The state of a group. */
export type GroupState =
  | { readonly kind: 'form'; readonly nothingNear: boolean }
  | { readonly kind: 'asking' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly again: () => void; readonly before: GroupState }
  | {
      readonly kind: 'proposed';
      readonly parties: readonly GroupParty[];
      readonly shelters: readonly Candidate[];
      readonly refusal: GroupRefusal | null;
    }
  | { readonly kind: 'held'; readonly holds: readonly ShownHold[]; readonly shelters: readonly Candidate[] };

/** A group on the screen, from the form to the holds. */
export interface GroupOfScreen {
  readonly state: GroupState;
  readonly propose: (draft: GroupDraft) => void;
  /** Plans again for the current parties, without these shelters. */
  readonly proposeWithout: (serviceIds: ReadonlySet<string>) => void;
  readonly correct: (change: (parties: readonly GroupParty[]) => GroupParty[]) => void;
  readonly hold: () => void;
  readonly back: () => void;
}

/** Finds shelters, plans, takes corrections, and holds all parties or none. */
export function useGroup(onHeld: (holds: readonly ShownHold[]) => void): GroupOfScreen {
  const client = useClient();
  const { language: locale } = useSpeech();
  const asking = { client, locale };
  const [state, setState] = useState<GroupState>({ kind: 'form', nothingNear: false });
  const key = useRef<string | null>(null);
  const plan = async (parties: readonly GroupParty[], shelters: readonly Candidate[]): Promise<GroupState> => {
    if (shelters.length === 0) return { kind: 'form', nothingNear: true };
    const planned = await askForPlan(asking, parties, shelters);
    key.current = null;
    return { kind: 'proposed', parties: withPlan(parties, planned), shelters, refusal: null };
  };
  const holdThem = async (now: Extract<GroupState, { kind: 'proposed' }>): Promise<GroupState> => {
    key.current ??= crypto.randomUUID();
    const placed = now.parties.filter(({ serviceId }) => serviceId !== null);
    const answer = await askToHold(asking, placed, key.current);
    key.current = null;
    if (answer.__typename === 'GroupHeld') {
      onHeld(answer.holds);
      return { kind: 'held', holds: answer.holds, shelters: now.shelters };
    }
    const parties = answer.__typename === 'GroupChanged' ? withChanges(now.parties, placed, answer.changes) : now.parties;
    return { ...now, parties, refusal: answer };
  };
  const run = (work: () => Promise<GroupState>, before: GroupState = state) => {
    setState({ kind: 'asking' });
    work().then(setState, (error: unknown) => {
      if (!(error instanceof Failed)) throw error;
      setState({ kind: 'problem', problem: error.problem, again: () => run(work, before), before });
    });
  };
  return {
    state,
    propose: (draft) => run(async () => plan(partiesToPlace(draft), await findCandidates(asking, draft))),
    proposeWithout: (serviceIds) =>
      state.kind === 'proposed' &&
      run(() =>
        plan(
          state.parties,
          state.shelters.filter(({ id }) => !serviceIds.has(id)),
        ),
      ),
    correct: (change) => {
      key.current = null;
      setState((now) => (now.kind === 'proposed' ? { ...now, parties: change(now.parties), refusal: null } : now));
    },
    hold: () => state.kind === 'proposed' && run(() => holdThem(state)),
    back: () => setState(state.kind === 'problem' ? state.before : { kind: 'form', nothingNear: false }),
  };
}
