/** A reason as the API returns it. */
export interface ApiReason {
  readonly code: string;
  readonly kind: 'FIT' | 'CAUTION' | 'ASK';
  readonly text: string;
}

/** The reasons of one match, as an entry shows them. */
export interface SortedReasons {
  readonly fits: readonly ApiReason[];
  readonly cautions: readonly ApiReason[];
  /** What to ask on the phone. */
  readonly questions: readonly ApiReason[];
  /** What to ask if there is time. */
  readonly folded: readonly ApiReason[];
}

/** The entry shows these as figures, or the page asks once above all entries, since the question is for the party. */
const shownElsewhere = ['NEARBY', 'BEDS_FREE', 'OPEN_NOW', 'CLOSED_NOW', 'ASK_CARER'];

const isFurther = ({ code }: ApiReason): boolean => code === 'ASK_FURTHER';

/** The part of a match that decides how its reasons are shown. */
interface Explained {
  readonly reasons: readonly ApiReason[];
  readonly eligibility: string | null;
  readonly interpretation: string | null;
}

/** How the party and staff can talk there, in addition to the languages; null: no help is needed, or a caution already says it. */
export const talkOf = ({ reasons, interpretation }: Omit<Explained, 'eligibility'>): string | null =>
  reasons.some(({ kind, text }) => kind === 'CAUTION' && text === interpretation) ? null : interpretation;

/** In the order of the answer, which starts with the most important question. */
export function sortReasons(match: Explained): SortedReasons {
  const isShownAlready = ({ code, text }: ApiReason) =>
    shownElsewhere.includes(code) || text === talkOf(match) || Boolean(match.eligibility?.includes(text));
  const of = (kind: ApiReason['kind']) => match.reasons.filter((one) => one.kind === kind && !isShownAlready(one));
  const questions = of('ASK');
  return {
    fits: of('FIT'),
    cautions: of('CAUTION'),
    questions: questions.filter((one) => !isFurther(one)),
    folded: questions.filter(isFurther),
  };
}
