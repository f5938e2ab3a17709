import { useEffect, useMemo, useRef } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../../app/session/session-context';
import { announce } from '../../../ui/announce';
import { useSpeech } from '../../../i18n/messages';
import { createStore, useStore, type Store } from '../../../app/store';
import { createSteps, type Steps } from './steps';
import { sendStep } from './send-step';

/** The steps at a shelter. */
export interface StepsOfScreen extends Steps {
  /** Parties whose step was not taken, because the record had changed. */
  readonly changed: Store<readonly string[]>;
}

/** The steps at a shelter, sent only under the account that took them. */
export function useSteps(owner: string, refresh: () => Promise<void>): StepsOfScreen {
  const client = useClient();
  const session = useSession();
  const { t } = useSpeech();
  const latest = useRef({ refresh, t });
  latest.current = { refresh, t };
  const steps = useMemo(() => {
    const changed = createStore<readonly string[]>([]);
    const maySend = () => {
      const now = session.state.get();
      return navigator.onLine && now.kind === 'signed-in' && now.subject === owner && session.token() !== null;
    };
    const made = createSteps({
      maySend,
      send: (step) => sendStep(client, step),
      ended: async ({ stayId }, outcome) => {
        if (outcome === 'changed') {
          changed.set([...changed.get(), stayId]);
          announce(latest.current.t('beds.stay.changed'));
        }
        await latest.current.refresh();
      },
      now: Date.now,
      later: (milliseconds, work) => void setTimeout(work, milliseconds),
    });
    return { ...made, changed };
  }, [client, owner, session]);
  useEffect(() => {
    addEventListener('online', steps.send);
    const stop = session.state.follow(steps.send);
    return () => {
      removeEventListener('online', steps.send);
      stop();
    };
  }, [steps, session]);
  useStore(steps.all);
  return steps;
}
