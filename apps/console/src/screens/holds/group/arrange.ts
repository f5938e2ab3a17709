import { isMinor, onlyThose, without } from '../../../app/party/carers';
import type { Someone } from '../../../app/party/party';

/** A question to ask, or information to have, before holding. */
export interface Ask {
  readonly code: string;
  readonly text: string;
}

/** People who stay together, and their shelter. */
export interface GroupParty {
  /** Its number on the screen, which does not change when other parties are removed. */
  readonly id: number;
  readonly members: readonly Someone[];
  /** null: no shelter has room for them. */
  readonly serviceId: string | null;
  readonly asks: readonly Ask[];
  /** Why it could not be held. */
  readonly problem: { readonly code: string; readonly texts: readonly string[] } | null;
}

/** The most parties of one group, as the API limits them. */
export const partiesMax = 60;

/** A changed party loses its questions and its problem, since they were about the previous party. */
const changed = (party: GroupParty, change: Partial<GroupParty>): GroupParty => ({ ...party, asks: [], problem: null, ...change });

/** Moves one party to another shelter; null: to none. */
export const placeParty = (parties: readonly GroupParty[], id: number, serviceId: string | null): GroupParty[] =>
  parties.map((party) => (party.id === id && party.serviceId !== serviceId ? changed(party, { serviceId }) : party));

/**
 * Moves one member to another party, or makes them a separate party at the same shelter. An empty party is removed. No member is lost or
 * duplicated.
 */
export function moveMember(parties: readonly GroupParty[], from: number, index: number, to: number | 'ALONE'): GroupParty[] {
  const origin = parties.find(({ id }) => id === from);
  const member = origin?.members[index];
  const isKnown = to === 'ALONE' || parties.some(({ id }) => id === to);
  if (!origin || !member || !isKnown || to === from || (to === 'ALONE' && origin.members.length === 1)) return [...parties];
  // Their carer stays in the other party.
  const parted = onlyThose(origin.members, [index]);
  const rest = parties.map((party) => {
    if (party.id === from) return changed(party, { members: without(party.members, index) });
    return party.id === to ? changed(party, { members: [...party.members, ...parted] }) : party;
  });
  const alone = to === 'ALONE' ? [changed(origin, { id: nextId(parties), members: parted })] : [];
  const at = rest.findIndex(({ id }) => id === from) + 1;
  return [...rest.slice(0, at), ...alone, ...rest.slice(at)].filter(({ members }) => members.length > 0);
}

/** An unused number for a party. */
export const nextId = (parties: readonly Pick<GroupParty, 'id'>[]): number => Math.max(0, ...parties.map(({ id }) => id)) + 1;

/** Whether the party consists of children, or possible children, only. */
export const areChildrenAlone = ({ members }: Pick<GroupParty, 'members'>): boolean => members.length > 0 && members.every(isMinor);

/** The parties without a shelter. */
export const withoutPlace = (parties: readonly GroupParty[]): GroupParty[] => parties.filter(({ serviceId }) => serviceId === null);

/** The number of people for each shelter, in the order of the shelters. */
export function sentTo(parties: readonly GroupParty[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { serviceId, members } of parties)
    if (serviceId !== null) counts.set(serviceId, (counts.get(serviceId) ?? 0) + members.length);
  return counts;
}

/** Applies a plan, party by party. */
export const withPlan = (
  parties: readonly GroupParty[],
  plan: readonly { readonly party: number; readonly serviceId: string | null; readonly asks: readonly Ask[] }[],
): GroupParty[] => parties.map((party, n) => ({ ...party, ...placeOf(plan, n), problem: null }));

const placeOf = (plan: Parameters<typeof withPlan>[1], n: number): Pick<GroupParty, 'serviceId' | 'asks'> => {
  const { serviceId = null, asks = [] } = plan.find(({ party }) => party === n) ?? {};
  return { serviceId, asks };
};

/** Adds the reason to each party that could not be held; `held` are the requested parties, in order. */
export function withChanges(
  parties: readonly GroupParty[],
  held: readonly GroupParty[],
  changes: readonly { readonly party: number; readonly code: string; readonly reasons: readonly { readonly text: string }[] }[],
): GroupParty[] {
  const why = new Map(changes.map(({ party, code, reasons }) => [held[party]?.id, { code, texts: reasons.map(({ text }) => text) }]));
  return parties.map((party) => ({ ...party, problem: why.get(party.id) ?? null }));
}
