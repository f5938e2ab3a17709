/** The failures among what a use case answers: each has a kind, and no result has one. */
export type FailureOf<Answer> = Extract<Answer, { readonly kind: string }>;

/** The result of a use case. */
export type ResultOf<Answer> = Exclude<Answer, { readonly kind: string }>;

/** Whether a use case answered a failure and not its result. */
export const isFailure = <Answer>(answer: Answer): answer is FailureOf<Answer> =>
  typeof answer === 'object' && answer !== null && 'kind' in answer;
