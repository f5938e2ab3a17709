import type { FindDraft } from './question.js';

/**
 * Decides when a query is settled, and counts as demand. A query that the user is still typing or varying is not: somebody who tries five
 * distances looks for one bed. It is settled as soon as the user acts on its answer: beds are held, the party joins a waiting list, the
 * reasons of a place are opened, the answer is read aloud, or a matching place is called. It is also settled when the user presses "Start
 * again" while its answer is shown: a search in vain leads to no action, and matters most. Near misses, and a place that is only looked at,
 * settle nothing: the next step is often another way to the same bed.
 *
 * Each query counts once until the screen starts again. If somebody reads three places and holds the third, that is one query. So is the
 * same need of the same people at another distance, across a border, or with a carer who is named later. Other people, another place, need
 * or first language make another query.
 */
export interface Settling {
  /**
   * The user acted on the answer to this query. `turn`: of the screen, which increases with each restart. `send` counts the query; false: it
   * failed, and the query counts with the next action.
   */
  settle(turn: number, draft: FindDraft, send: () => Promise<boolean>): void;
}

/** The fields that tell one demand from another. */
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
