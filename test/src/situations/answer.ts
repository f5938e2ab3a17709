interface Named {
  readonly name: string;
}

/** A reason of an answer. */
export interface AnsweredReason {
  readonly code: string;
  readonly text: string;
}

/** A match, with the fields that situations check. */
export interface AnsweredMatch {
  readonly service: Named;
  readonly reasons: readonly AnsweredReason[];
  readonly languageFit: string;
  readonly openNow: boolean | null;
  readonly opensAt: string | null;
  readonly intake: { readonly openNow: boolean | null; readonly opensAt: string | null } | null;
  readonly burden: { readonly km: number; readonly parts: readonly { readonly code: string; readonly km: number }[] };
}

/** The results for one need. */
export interface AnsweredNeed {
  readonly matches: readonly AnsweredMatch[];
  readonly nearMisses: readonly {
    readonly service: Named;
    readonly failed: AnsweredReason;
    readonly member: number | null;
    readonly remedy: string;
  }[];
  readonly splits: readonly {
    readonly parts: readonly { readonly members: readonly number[]; readonly match: { readonly service: Named } }[];
  }[];
}

/** The whole answer. */
export interface Answer {
  readonly needs: readonly AnsweredNeed[];
  readonly plan: {
    readonly items: readonly { readonly category: string; readonly for: string | null; readonly match: { readonly service: Named } }[];
    readonly missing: readonly { readonly category: string; readonly for: string | null }[];
  } | null;
}

/** The result of a hold. */
export interface HoldAnswer {
  readonly __typename: string;
  readonly id?: string;
  readonly version?: number;
  readonly asks?: readonly AnsweredReason[];
  readonly reasons?: readonly AnsweredReason[];
}

/** All results of one situation. */
export interface Outcome {
  /** Null: the question was refused. */
  readonly answer: Answer | null;
  /** Wrong fields of a refused question. */
  readonly wrongFields: readonly string[];
  readonly holds: Readonly<Record<string, HoldAnswer>>;
}

const match = `service { name } reasons { code text } languageFit openNow opensAt intake { openNow opensAt } burden { km parts { code km } }`;
const misses = 'service { name } failed { code text } member remedy';

/** Selects everything that situations check. */
export const matchQuery = `query ($input: MatchInput!) { match(input: $input) {
  needs { matches { ${match} } nearMisses { ${misses} } splits { parts { members match { service { name } } } } }
  plan { items { category for match { service { name } } } missing { category for } } } }`;

/** Holds beds, and selects questions and failures. */
export const holdQuery = `mutation ($input: HoldBedsInput!) { holdBeds(input: $input) {
  __typename ... on Hold { id version asks { code text } } ... on NotAdmitted { reasons { code text } } } }`;

/** Ends a hold. */
export const releaseQuery = `mutation ($input: HoldTransitionInput!) { releaseHold(input: $input) { __typename } }`;

/** Name of a place, without the ending for other specs. */
export const placeOf = ({ service }: { readonly service: Named }): string => service.name.replace(/ \(end-to-end\)$/, '');
