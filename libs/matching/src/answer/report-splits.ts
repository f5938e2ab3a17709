import type { Reason } from '@haven/kernel';
import type { SoughtNeed } from './find-for-need.js';
import type { FoundPart } from '../splits/find-splits.js';
import { matchOf, type FoundMatch } from './found-match.js';

/** A way to place a party in parts, with the match of each part. */
export interface ReportedSplit {
  readonly parts: readonly { readonly members: readonly number[]; readonly match: FoundMatch }[];
  readonly apartMeters: number;
}

/** The splits that were found; null: not requested. */
export const splitsOf = (sought: SoughtNeed): readonly ReportedSplit[] | null =>
  sought.found.splits?.map(({ parts, apartMeters }) => ({ apartMeters, parts: parts.map((part) => partOf(sought, part)) })) ?? null;

function partOf(
  { found: { need }, entries, peopleReasons }: SoughtNeed,
  { request, members, ranked }: FoundPart,
): ReportedSplit['parts'][number] {
  const match = matchOf(request, need, ranked, entries.get(ranked.judged.site.serviceId)!, []);
  const aboutThem = peopleReasons.filter(({ data }) => data['member'] === undefined || members.includes(Number(data['member'])));
  return {
    members: [...members].sort((a, b) => a - b),
    match: { ...match, reasons: [...match.reasons.map((one) => inWhole(one, members)), ...aboutThem] },
  };
}

/** Translates the member of a reason to the index in the whole party. */
const inWhole = (told: Reason, members: readonly number[]): Reason => {
  const { member } = told.data;
  return member === undefined ? told : { ...told, data: { ...told.data, member: members[Number(member)]! } };
};
