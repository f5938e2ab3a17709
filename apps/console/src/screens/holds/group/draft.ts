import { membersInput } from '../../../app/party/members-input';
import type { Someone } from '../../../app/party/party';
import { keptDraft } from '../draft';
import { nextId, partiesMax } from './arrange';

/** People who stay together, as the user entered them. */
export interface DraftParty {
  readonly id: number;
  readonly members: readonly Someone[];
}

/** The data that the user has entered for a group. */
export interface GroupDraft {
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly languages: readonly string[];
  readonly maxDistanceKm: number;
  /** The last one may be empty: it is for the next entry. */
  readonly parties: readonly DraftParty[];
}

/** Kilometres to choose from. */
export const distances = [25, 100, 300, 1_000] as const;

/** An empty form. */
export const emptyGroup: GroupDraft = { place: null, languages: [], maxDistanceKm: 100, parties: [{ id: 1, members: [] }] };

/** The draft of this user. */
export const useGroupDraft = keptDraft(emptyGroup);

/** The parties that are not empty. */
export const partiesOf = ({ parties }: GroupDraft): DraftParty[] => parties.filter(({ members }) => members.length > 0);

/** Whether the draft is complete enough to query. */
export const isComplete = (draft: GroupDraft): boolean =>
  draft.place !== null && draft.languages.length > 0 && partiesOf(draft).length > 0 && partiesOf(draft).length <= partiesMax;

/** Adds an empty party, unless the last one is still empty. */
export const withNext = (draft: GroupDraft): GroupDraft =>
  draft.parties.at(-1)?.members.length === 0 || draft.parties.length >= partiesMax
    ? draft
    : { ...draft, parties: [...draft.parties, { id: nextId(draft.parties), members: [] }] };

/** The most kinds of parties to query: the others are similar, and each kind costs a query. */
const kindsMax = 8;

/** One query for each kind of party, so that two women of the same age share one. */
export function questionsOf(draft: GroupDraft): object[] {
  const kinds = new Map(partiesOf(draft).map(({ members }) => [JSON.stringify(members), members]));
  return [...kinds.values()].slice(0, kindsMax).map((members) => {
    const [person, ...companions] = membersInput(members).map((one) => ({ ...one, languages: draft.languages }));
    return {
      origin: { placeId: draft.place!.id },
      needs: [{ category: 'ACCOMMODATION' }],
      person,
      companions,
      maxDistanceKm: draft.maxDistanceKm,
      first: 25,
    };
  });
}
