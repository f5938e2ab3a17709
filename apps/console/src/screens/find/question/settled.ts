import type { FindDraft } from './question.js';

/**
 * When a question is settled, and counts as demand. While it is still typed and tried it is not: somebody who tries five distances looks
 * for one bed. It is settled as soon as its answer is put to use: a bed is held, the party is put on a waiting list, the reasons of a
 * place are opened, the answer is read aloud, or a place that fits is called; and also when the caller's question ends with its answer on the screen ("Start again"), since
 * what was looked for in vain leads to none of these, and matters most. What nearly fits, and a place that is only looked at, settle
 * nothing: the next step is often another way to the same bed.
 *
 * Each counts once until the screen starts again: that somebody reads three places and holds the third is one question, and so is the
 * same need of the same people at another distance, across a border, or with a carer who is named later. Other people, another place,
 * need or first language is another question.
 */
export interface Settling {
  /**
   * The answer to this question was put to use. `turn`: of the screen, which grows with each new beginning. `send` counts the question;
   * false: it could not be, and counts with what is put to use next.
   */
  settle(turn: number, draft: FindDraft, send: () => Promise<boolean>): void;
}

/** What demand tells apart. */
const demanded = ({ origin, categories, party, languages }: FindDraft): string =>
  JSON.stringify([origin, categories, party.map(({ gender, age, mayBeMinor }) => [gender, age, mayBeMinor]), languages[0]]);

/** {@link Settling} */
export function settling(): Settling {
  const counted = new Set<string>();
  let turnNow = -1;
  return {
    settle: (turn, draft, send) => {
      if (turn !== turnNow) counted.clear();
      turnNow = turn;
      const question = demanded(draft);
      if (counted.has(question)) return;
      counted.add(question);
      void send().then((isCounted) => isCounted || turn !== turnNow || counted.delete(question));
    },
  };
}
