import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@haven/test/reference/requests/random';
import { answerOf } from './answers.js';
import type { Api } from './api.js';
import type { HistoryFile } from './history-file.js';
import type { Answer, CallInput, CallLine, Change, Look } from './history.js';

/** One client: records its requests and answers. */
export interface CallerOf {
  /** Resolves to null if it gave up without an answer. */
  change(operation: Change, input: CallInput): Promise<Answer | null>;
  look(operation: Look, input: CallInput): Promise<Answer | null>;
}

/** Shared by the clients of a run. */
export interface Calling {
  readonly apis: readonly Api[];
  readonly history: HistoryFile;
  readonly random: Random;
}

type Request = Pick<CallLine, 'operation' | 'key' | 'subject' | 'organization' | 'input'>;

/** Without an answer, it asks again soon, and then less and less often: a database that recovers is busy. */
const pauses = { shortest: 60, longest: 600 } as const;
const mostTries = 16;
/** Share of unanswered operations that are not repeated. */
const givenUp = 0.05;
/** Shares of answered operations that are repeated, and whose key is used again for something else. */
const askedAgain = 0.04;
const keyMisused = 0.005;

/** Client number `client`, who works for an organization. */
export function callerOf({ apis, history, random }: Calling, client: number, organization: string): CallerOf {
  let keys = 0;
  const ask = async (request: Request): Promise<Answer | null> => {
    const ready = apis.filter((api) => api.isReady());
    if (ready.length === 0) return null;
    const api = random.pick(ready);
    const from = { line: 'call', client, process: apis.indexOf(api), ...request, invoked: history.now() } as const;
    const told = await api.ask(request).then(
      (value) => ({ value }),
      () => null,
    );
    const answer = told && answerOf(request.operation, told.value);
    history.add({ ...from, returned: told && history.now(), answer });
    return answer;
  };
  const insist = async (request: Request): Promise<Answer | null> => {
    for (let tries = 0; tries < mostTries; tries++) {
      const answer = await ask(request);
      if (answer) return answer;
      if (random.chance(givenUp)) return null;
      await sleep(Math.min(pauses.shortest * 2 ** tries, pauses.longest) * (0.5 + random.next()));
    }
    return null;
  };
  return {
    look: (operation, input) => ask({ operation, key: null, subject: null, organization: null, input }),
    change: async (operation, input) => {
      const name = `c${client}-${++keys}`;
      const request = { operation, key: `key-${name}`, subject: name, organization, input };
      // Somebody who presses the button twice.
      if (random.chance(askedAgain / 2)) return (await Promise.all([insist(request), ask(request)]))[0];
      const answer = await insist(request);
      if (answer && random.chance(askedAgain / 2)) await ask(request);
      if (answer && operation === 'holdBeds' && random.chance(keyMisused)) await ask({ ...request, input: { ...input, minutes: 240 } });
      return answer;
    },
  };
}
