import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import type { ReviewRequest, Settings } from '@haven/config';
import { ask } from '../ask.js';
import { CommandProblem } from '../command-problem.js';
import type { MeantTerm, ReviewCommand } from './parse-review.js';
import { type Answer, type Question, walk } from './walk.js';
import type { Waiting } from './waiting.js';

/** Lists what waits for a coordinator, takes one answer, or asks for one after the other. */
export async function runReview(command: ReviewCommand, settings: Settings, question?: Question): Promise<number> {
  switch (command.action) {
    case 'list':
      printList(await listed(command.source, settings));
      return 0;
    case 'place':
      return print(await send(placeRequest(command), settings));
    case 'term':
      return print(await send(termRequest(command.term), settings));
    case 'walk':
      return walkThrough(await listed(command.source, settings), settings, question);
  }
}

const send = (request: ReviewRequest, settings: Settings): Promise<unknown> => ask(request, settings, () => Promise.resolve());

const listed = async (source: string | null, settings: Settings): Promise<Waiting> =>
  (await send({ command: 'review', action: 'list', source }, settings)) as Waiting;

/** Records who decides, and uses a new key for each answer of a person. */
const signed = () => ({ key: randomUUID(), by: userInfo().username });

const placeRequest = ({ id, decision }: Pick<Extract<ReviewCommand, { action: 'place' }>, 'id' | 'decision'>): ReviewRequest => ({
  command: 'review',
  action: 'place',
  id,
  decision,
  ...signed(),
});

const termRequest = (term: MeantTerm): ReviewRequest => ({ command: 'review', action: 'term', ...term, ...signed() });

function print(result: unknown): number {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}

/** One a line. */
function printList({ places, terms, placesInAll, termsInAll }: Waiting): void {
  places.forEach((place) => process.stdout.write(`${JSON.stringify({ waits: 'place', ...place })}\n`));
  terms.forEach((term) => process.stdout.write(`${JSON.stringify({ waits: 'term', ...term })}\n`));
  process.stderr.write(`${placesInAll} places and ${termsInAll} unclear terms wait. One at a time: npm run haven -- review\n`);
}

async function walkThrough(waiting: Waiting, settings: Settings, given?: Question): Promise<number> {
  const { question, close } = given ? { question: given, close: () => undefined } : atTerminal();
  let taken = 0;
  try {
    for await (const answer of walk(waiting, question)) taken += await take(answer, settings);
  } finally {
    close();
  }
  process.stderr.write(`${taken} answered. What is left: npm run haven -- review list\n`);
  return 0;
}

/** A refusal says what to do instead. Then the next item is shown. */
async function take(answer: Answer, settings: Settings): Promise<number> {
  try {
    await send('place' in answer ? placeRequest({ id: answer.place.id, decision: answer.decision }) : termRequest(answer.term), settings);
    return 1;
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 0;
  }
}

/** Reads lines, so that answers can also be piped in. */
function atTerminal(): { readonly question: Question; readonly close: () => void } {
  const lines = createInterface({ input: process.stdin });
  const next = lines[Symbol.asyncIterator]();
  return {
    question: async (text) => {
      process.stderr.write(text);
      const { done, value } = await next.next();
      return done ? null : value;
    },
    close: () => lines.close(),
  };
}
