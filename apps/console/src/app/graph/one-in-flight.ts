/** Asks again whenever something changed, one question at a time. */
export interface OneInFlight<Question> {
  /** Asks now, or as soon as the question before has its answer; what was to be asked meanwhile is forgotten. */
  ask(question: Question): void;
  /** Asks nothing more; an answer that still comes is dropped. */
  stop(): void;
}

/**
 * While one question is on its way only the newest of the others waits: however fast somebody types, the server has one question
 * of theirs at a time, and the last answer is that to the last question. `onAnswer` gets each answer together with whether a newer
 * question waits.
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
