import { isMinor, onlyThose, without } from '../../../app/party/carers';
import type { Someone } from '../../../app/party/party';

/** What to ask or to know before. */
export interface Ask {
  readonly code: string;
  readonly text: string;
}

/** People who stay together, and where. */
export interface GroupParty {
  /** Its name on the screen, which stays when others go. */
  readonly id: number;
  readonly members: readonly Someone[];
  /** null: there is no place for them. */
  readonly serviceId: string | null;
  readonly asks: readonly Ask[];
  /** Why it could not be held. */
  readonly problem: { readonly code: string; readonly texts: readonly string[] } | null;
}

/** The most parties of one group, as the graph takes them. */
export const partiesMax = 60;

/** Nobody is asked twice about what has changed: what was known of a party goes when it changes. */
const changed = (party: GroupParty, change: Partial<GroupParty>): GroupParty => ({ ...party, asks: [], problem: null, ...change });

/** Sends one party elsewhere; null: nowhere. */
export const placeParty = (parties: readonly GroupParty[], id: number, serviceId: string | null): GroupParty[] =>
  parties.map((party) => (party.id === id && party.serviceId !== serviceId ? changed(party, { serviceId }) : party));

/**
 * Moves one member to another party, or lets them be one of their own at the same place. A party of which nobody is left goes. Nobody is
 * lost, and nobody is there twice.
 */
export function moveMember(parties: readonly GroupParty[], from: number, index: number, to: number | 'ALONE'): GroupParty[] {
  const origin = parties.find(({ id }) => id === from);
  const member = origin?.members[index];
  const isKnown = to === 'ALONE' || parties.some(({ id }) => id === to);
  if (!origin || !member || !isKnown || to === from || (to === 'ALONE' && origin.members.length === 1)) return [...parties];
  // Their carer stays behind.
  const parted = onlyThose(origin.members, [index]);
  const rest = parties.map((party) => {
    if (party.id === from) return changed(party, { members: without(party.members, index) });
    return party.id === to ? changed(party, { members: [...party.members, ...parted] }) : party;
  });
  const alone = to === 'ALONE' ? [changed(origin, { id: nextId(parties), members: parted })] : [];
  const at = rest.findIndex(({ id }) => id === from) + 1;
  return [...rest.slice(0, at), ...alone, ...rest.slice(at)].filter(({ members }) => members.length > 0);
}

/** A name that no party has. */
export const nextId = (parties: readonly Pick<GroupParty, 'id'>[]): number => Math.max(0, ...parties.map(({ id }) => id)) + 1;

/** Whether only children, or perhaps children, would stay there together. */
export const areChildrenAlone = ({ members }: Pick<GroupParty, 'members'>): boolean => members.length > 0 && members.every(isMinor);

/** Those who have no place. */
export const withoutPlace = (parties: readonly GroupParty[]): GroupParty[] => parties.filter(({ serviceId }) => serviceId === null);

/** How many people are sent where, in the order of the places. */
export function sentTo(parties: readonly GroupParty[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { serviceId, members } of parties)
    if (serviceId !== null) counts.set(serviceId, (counts.get(serviceId) ?? 0) + members.length);
  return counts;
}

/** What was proposed, party by party. */
export const withPlan = (
  parties: readonly GroupParty[],
  plan: readonly { readonly party: number; readonly serviceId: string | null; readonly asks: readonly Ask[] }[],
): GroupParty[] => parties.map((party, n) => ({ ...party, ...placeOf(plan, n), problem: null }));

const placeOf = (plan: Parameters<typeof withPlan>[1], n: number): Pick<GroupParty, 'serviceId' | 'asks'> => {
  const { serviceId = null, asks = [] } = plan.find(({ party }) => party === n) ?? {};
  return { serviceId, asks };
};

/** Says of each party that could not be held why; `held` are those that were asked for, in that order. */
export function withChanges(
  parties: readonly GroupParty[],
  held: readonly GroupParty[],
  changes: readonly { readonly party: number; readonly code: string; readonly reasons: readonly { readonly text: string }[] }[],
): GroupParty[] {
  const why = new Map(changes.map(({ party, code, reasons }) => [held[party]?.id, { code, texts: reasons.map(({ text }) => text) }]));
  return parties.map((party) => ({ ...party, problem: why.get(party.id) ?? null }));
}
