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
  /** What to ask on the phone. */
  readonly questions: readonly ToldReason[];
  /** What to ask if there is time. */
  readonly folded: readonly ToldReason[];
}

/** What the entry says as a figure, and what is asked once above all entries, since it is a question to the people. */
const shownElsewhere = ['NEARBY', 'BEDS_FREE', 'OPEN_NOW', 'CLOSED_NOW', 'ASK_CARER'];

const isFurther = ({ code }: ToldReason): boolean => code === 'ASK_FURTHER';

/** What decides how the reasons of a match are told. */
interface Explained {
  readonly reasons: readonly ToldReason[];
  readonly eligibility: string | null;
  readonly interpretation: string | null;
}

/** How people are to talk there, beside the languages; null: that is plain, or stands among what speaks against the place. */
export const talkOf = ({ reasons, interpretation }: Omit<Explained, 'eligibility'>): string | null =>
  reasons.some(({ kind, text }) => kind === 'CAUTION' && text === interpretation) ? null : interpretation;

/** In the order of the answer, which begins with the question that matters most. */
export function sortReasons(match: Explained): SortedReasons {
  const isSaid = ({ code, text }: ToldReason) =>
    shownElsewhere.includes(code) || text === talkOf(match) || Boolean(match.eligibility?.includes(text));
  const of = (kind: ToldReason['kind']) => match.reasons.filter((one) => one.kind === kind && !isSaid(one));
  const questions = of('ASK');
  return {
    fits: of('FIT'),
    cautions: of('CAUTION'),
    questions: questions.filter((one) => !isFurther(one)),
    folded: questions.filter(isFurther),
  };
}
