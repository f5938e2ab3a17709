/** The failures of an answer. Each has a `kind`; no result has one. */
export type FailureOf<Answer> = Extract<Answer, { readonly kind: string }>;

/** The result of a use case. */
export type ResultOf<Answer> = Exclude<Answer, { readonly kind: string }>;

/** Whether an answer is a failure. */
export const isFailure = <Answer>(answer: Answer): answer is FailureOf<Answer> =>
  typeof answer === 'object' && answer !== null && 'kind' in answer;
