import { useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { useSession } from '../../../app/session/session-context';
import { useSpeech } from '../../../i18n/messages';
import { announce } from '../../../ui/announce';
import { checkOut, confirmHold, extendHold, extendPlacement, releaseHold, takeOffer, type ShownHold, type StepAnswer } from '../queries';
import type { BoardOfScreen } from '../use-board';

/** The steps that a user can take for a hold. */
export type Step =
  | { readonly verb: 'confirm' | 'release' | 'take' | 'checkOut' }
  | { readonly verb: 'extend'; readonly minutes: number }
  | { readonly verb: 'stay'; readonly expectedEnd: string | null };

/** A result other than a hold. */
export type Refusal = Exclude<StepAnswer, { __typename: 'Hold' }>;

/** The state of the last step of one hold. */
export type StepState =
  | { readonly kind: 'asking'; readonly verb: Step['verb'] }
  | { readonly kind: 'done'; readonly verb: Step['verb'] }
  | { readonly kind: 'refused'; readonly verb: Step['verb']; readonly answer: Refusal }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly sent: Sent };

/** A step as it was sent: a retry takes effect once, also when only the answer was lost. */
export interface Sent {
  readonly hold: ShownHold;
  readonly step: Step;
  readonly key: string;
}

/** The steps of the screen. */
export interface Steps {
  readonly of: (holdId: string) => StepState | undefined;
  readonly take: (hold: ShownHold, step: Step) => void;
  readonly again: (sent: Sent) => void;
  readonly close: (holdId: string) => void;
}

/** Sends each step with its own key and the version on the screen. */
export function useSteps({ hear, look }: Pick<BoardOfScreen, 'hear' | 'look'>): Steps {
  const client = useClient();
  const session = useSession();
  const { t, language } = useSpeech();
  const [states, setStates] = useState<ReadonlyMap<string, StepState>>(new Map());
  const put = (holdId: string, state: StepState | null) =>
    setStates((before) => {
      const next = new Map(before);
      if (state) next.set(holdId, state);
      else next.delete(holdId);
      return next;
    });
  const send = async (sent: Sent, isSecond = false): Promise<void> => {
    const { hold, step, key } = sent;
    const { verb } = step;
    put(hold.id, { kind: 'asking', verb });
    const common = { idempotencyKey: key, holdId: hold.id, expectedVersion: hold.version };
    const { data, error } = await ask(common, step);
    if (!data) {
      const problem = problemOf(error!);
      // The expired token may have been renewed meanwhile, without asking the user.
      if (problem.kind === 'expired' && !isSecond && (await session.refused(), session.token() !== null)) return send(sent, true);
      return put(hold.id, { kind: 'problem', problem, sent });
    }
    const { answer } = data;
    if (answer.__typename === 'Hold') {
      hear(answer);
      return put(hold.id, { kind: 'done', verb });
    }
    // The refusal contains the current state, which the screen shows with it.
    if (answer.__typename === 'HoldNotActive') hear(answer.hold);
    else if (!(await look(hold.id))) announce(t('holds.gone'));
    return put(hold.id, { kind: 'refused', verb, answer });
  };
  const ask = (input: { idempotencyKey: string; holdId: string; expectedVersion: number }, step: Step) => {
    const locale = language;
    if (step.verb === 'extend') return client.mutation(extendHold, { input: { ...input, minutes: step.minutes }, locale }).toPromise();
    if (step.verb === 'stay')
      return client.mutation(extendPlacement, { input: { ...input, expectedEnd: step.expectedEnd }, locale }).toPromise();
    return client.mutation(plainSteps[step.verb], { input, locale }).toPromise();
  };
  return {
    of: (holdId) => states.get(holdId),
    take: (hold, step) => void send({ hold, step, key: crypto.randomUUID() }),
    again: (sent) => void send(sent),
    close: (holdId) => put(holdId, null),
  };
}

const plainSteps = { confirm: confirmHold, release: releaseHold, take: takeOffer, checkOut };
