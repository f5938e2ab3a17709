import { type AdmissionRule, type EffectiveRule, rulesOf, unknownRule } from '../admission/admission.js';
import { admitting } from '../admission/admits.js';
import type { Person } from '../admission/person.js';
import { worse } from '../admission/verdicts.js';

/** The part about persons of a room's own rule, if it takes some people only in company. A house may keep company in several rooms. */
function ruleOnCompany(admits: AdmissionRule | EffectiveRule): AdmissionRule | null {
  const persons = rulesOf(admits).at(-1)?.persons ?? null;
  return persons?.some(({ accompaniedOnly }) => accompaniedOnly) ? { ...unknownRule, persons } : null;
}

/** The people in one room as a party of their own. */
const partyWithin = (party: readonly Person[], members: readonly number[]): readonly Person[] =>
  members.map((member) => {
    const { carer } = party[member]!;
    const within = carer === null ? -1 : members.indexOf(carer);
    return { ...party[member]!, carer: within < 0 ? null : within };
  });

/**
 * Whether somebody sleeps in a room that takes them only with company of their party, and the company sleeps elsewhere. `poolOf`: the room of
 * each member.
 */
export const isWithoutCompany = (
  party: readonly Person[],
  pools: readonly { readonly admits: AdmissionRule | EffectiveRule }[],
  poolOf: readonly number[],
): boolean =>
  [...new Set(poolOf)].some((pool) => {
    const rule = ruleOnCompany(pools[pool]!.admits);
    const members = [...party.keys()].filter((member) => poolOf[member] === pool);
    if (rule === null || members.length === party.length) return false;
    const [together, within] = [admitting(rule, party), partyWithin(party, members)];
    const alone = admitting(rule, within);
    return members.some((member, n) => {
      const whole = together.partsOn(party[member]!)[0]!.verdict;
      const apart = alone.partsOn(within[n]!)[0]!.verdict;
      return worse(whole, apart) !== whole;
    });
  });
