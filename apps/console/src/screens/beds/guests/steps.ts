import { createStore, type Store } from '../../../app/store';

/** Steps that the shelter takes for a party. */
export type Verb = 'accept' | 'decline' | 'arrived' | 'left';

/** A step that staff pressed and that is not on record yet. It is about a person, so it is kept in memory only. */
export interface Step {
  /** Its idempotency key. */
  readonly key: string;
  readonly stayId: string;
  readonly version: number;
  readonly verb: Verb;
  /** A step cannot be undone once it is on record, so it waits for a moment. Milliseconds since 1970. */
  readonly notBefore: number;
  readonly isSent: boolean;
}

/** The result of a step. `changed`: the record had changed, and the step was not taken. */
export type StepOutcome = 'taken' | 'changed' | 'unknown';

/** The dependencies of the steps. */
export interface StepSurroundings {
  readonly maySend: () => boolean;
  readonly send: (step: Step) => Promise<StepOutcome>;
  /** Called when a step is on record, or the screen was out of date; resolves when the screen is up to date. */
  readonly ended: (step: Step, outcome: StepOutcome) => Promise<void>;
  readonly now: () => number;
  readonly later: (milliseconds: number, work: () => void) => void;
}

/** The steps in progress. */
export interface Steps {
  readonly all: Store<readonly Step[]>;
  /** One step of a party at a time. */
  take(step: Omit<Step, 'isSent'>): void;
  /** Undoes the step, unless it was sent. */
  takeBack(stayId: string): void;
  /** Retries the steps that could not be sent. */
  send(): void;
}

const againMilliseconds = 5_000;

/** Keeps each step until it is on record; a retry has the same key. */
export function createSteps({ maySend, send, ended, now, later }: StepSurroundings): Steps {
  const all = createStore<readonly Step[]>([]);
  const sending = new Set<string>();
  const without = (key: string) => all.set(all.get().filter((step) => step.key !== key));
  const sendOne = async (step: Step) => {
    if (sending.has(step.key) || !maySend()) return;
    sending.add(step.key);
    all.set(all.get().map((one) => (one.key === step.key ? { ...one, isSent: true } : one)));
    const outcome = await send(step).catch((): StepOutcome => 'unknown');
    if (outcome === 'unknown') return void (sending.delete(step.key), later(againMilliseconds, sendDue));
    await ended(step, outcome).finally(() => without(step.key));
    sending.delete(step.key);
  };
  const sendDue = () => {
    for (const step of all.get()) if (step.notBefore <= now()) void sendOne(step);
  };
  return {
    all,
    send: sendDue,
    take: (step) => {
      if (all.get().some(({ stayId }) => stayId === step.stayId)) return;
      all.set([...all.get(), { ...step, isSent: false }]);
      later(Math.max(0, step.notBefore - now()), sendDue);
    },
    takeBack: (stayId) => all.set(all.get().filter((step) => step.stayId !== stayId || step.isSent)),
  };
}
