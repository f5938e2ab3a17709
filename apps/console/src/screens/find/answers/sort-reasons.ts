/** A reason as the API tells it. */
export interface ToldReason {
  readonly code: string;
  readonly kind: 'FIT' | 'CAUTION' | 'ASK';
  readonly text: string;
}

/** The reasons of one match, as an entry shows them. */
export interface SortedReasons {
  readonly fits: readonly ToldReason[];
  readonly cautions: readonly ToldReason[];
  /** What to ask on the phone, at most {@link questionsShown}. */
  readonly questions: readonly ToldReason[];
  readonly folded: readonly ToldReason[];
}

const questionsShown = 3;

/** Whoever has 30 seconds asks first what decides whether anybody may travel. */
const first = [
  'ASK_BEDS',
  'ASK_PERSONS',
  'ASK_AGE_OR_GENDER_OF_PERSON',
  'ASK_COUNTRY',
  'ASK_PAPERS',
  'ASK_PREGNANCY_OF_PERSON',
  'ASK_ACCESSIBILITY_OF_PERSON',
  'ASK_REFERRAL',
];
const rankOf = ({ code }: ToldReason): number => (first.includes(code) ? first.indexOf(code) : first.length);

/** What is said elsewhere on the entry as a figure is not said twice. */
const shownAsFigures = ['NEARBY', 'BEDS_FREE'];

/** In the order of the answer, but the questions in order of weight. */
export function sortReasons(reasons: readonly ToldReason[]): SortedReasons {
  const of = (kind: ToldReason['kind']) => reasons.filter((one) => one.kind === kind && !shownAsFigures.includes(one.code));
  const questions = of('ASK').sort((a, b) => rankOf(a) - rankOf(b));
  return {
    fits: of('FIT'),
    cautions: of('CAUTION'),
    questions: questions.slice(0, questionsShown),
    folded: questions.slice(questionsShown),
  };
}
