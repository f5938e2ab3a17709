/** Sends one query at a time. */
export interface OneInFlight<Question> {
  /** Sends the query now, or as soon as the previous one is answered; a query that was waiting is dropped. */
  ask(question: Question): void;
  /** Sends nothing more; an answer that still arrives is dropped. */
  stop(): void;
}

/**
 * While one query is running, only the newest of the others waits: however fast somebody types, the server has one query of theirs at a
 * time, and the last answer belongs to the last query. `onAnswer` gets each answer, and whether a newer query waits.
 */
export function oneInFlight<Question, Answer>(
  send: (question: Question) => Promise<Answer>,
  onAnswer: (answer: Answer, isLast: boolean) => void,
): OneInFlight<Question> {
  let waiting: { readonly question: Question } | null = null;
  let isBusy = false;
  let isStopped = false;
  const run = async (first: Question): Promise<void> => {
    isBusy = true;
    for (let next: { readonly question: Question } | null = { question: first }; next && !isStopped; next = takeWaiting()) {
      const answer = await send(next.question);
      if (!isStopped) onAnswer(answer, waiting === null);
    }
    isBusy = false;
  };
  const takeWaiting = () => {
    const next = waiting;
    waiting = null;
    return next;
  };
  return {
    ask: (question) => {
      if (isBusy) waiting = { question };
      else void run(question);
    },
    stop: () => {
      isStopped = true;
      waiting = null;
    },
  };
}
