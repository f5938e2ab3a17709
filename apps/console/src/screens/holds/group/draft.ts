import { membersInput } from '../../../app/party/members-input';
import type { Someone } from '../../../app/party/party';
import { keptDraft } from '../draft';
import { nextId, partiesMax } from './arrange';

/** People who stay together, as they were entered. */
export interface DraftParty {
  readonly id: number;
  readonly members: readonly Someone[];
}

/** What was entered of a group. */
export interface GroupDraft {
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly languages: readonly string[];
  readonly maxDistanceKm: number;
  /** The last one may be empty: the next is entered there. */
  readonly parties: readonly DraftParty[];
}

/** Kilometres to choose from. */
export const distances = [25, 100, 300, 1_000] as const;

/** An empty form. */
export const emptyGroup: GroupDraft = { place: null, languages: [], maxDistanceKm: 100, parties: [{ id: 1, members: [] }] };

/** What this person has entered. */
export const useGroupDraft = keptDraft(emptyGroup);

/** Those of whom there is somebody. */
export const partiesOf = ({ parties }: GroupDraft): DraftParty[] => parties.filter(({ members }) => members.length > 0);

/** Whether there is enough to ask with. */
export const isComplete = (draft: GroupDraft): boolean =>
  draft.place !== null && draft.languages.length > 0 && partiesOf(draft).length > 0 && partiesOf(draft).length <= partiesMax;

/** With others who stay together, unless the last ones are still to be entered. */
export const withNext = (draft: GroupDraft): GroupDraft =>
  draft.parties.at(-1)?.members.length === 0 || draft.parties.length >= partiesMax
    ? draft
    : { ...draft, parties: [...draft.parties, { id: nextId(draft.parties), members: [] }] };

/** The most different parties to look for: the rest are much like them, and each costs a question. */
const kindsMax = 8;

/** One question for each kind of party: nobody asks twice for two women of the same age. */
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
