import { adultAge, needingGuardian, reason, whichMember } from '@haven/kernel';
import type { Reason } from '@haven/kernel';
import type { MatchRequest, Need } from './request.js';

/** Indexes of the members who have a need and need a guardian. */
export function childrenToProtect({ party }: Pick<MatchRequest, 'party'>, { member, beds }: Need): readonly number[] {
  const all = needingGuardian(party);
  return beds === null ? all.filter((one) => one === member) : all;
}

/** Whom to involve for each of them: a known service, or a plain description. */
export const involve = (
  { party }: MatchRequest,
  members: readonly number[],
  services: ReadonlyMap<number, { readonly id: string; readonly name: string }>,
): Reason[] =>
  members.map((member) => {
    const who = { age: adultAge, ...whichMember(party, member) };
    const service = services.get(member);
    return service
      ? reason('INVOLVE_CHILD_PROTECTION', { ...who, service: service.name, serviceId: service.id })
      : reason('INVOLVE_GUARDIAN', who);
  });
