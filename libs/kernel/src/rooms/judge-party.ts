import type { AdmissionRule, EffectiveRule } from '../admission/admission.js';
import { admitting } from '../admission/admits.js';
import type { Person } from '../admission/person.js';
import type { Budget } from './rooms.js';

/** Which members of a party each pool admits, regardless of free beds. Sets of members are bits. */
export interface JudgedParty {
  readonly party: readonly Person[];
  /** For each pool, the members that it admits. */
  readonly fits: readonly number[];
  /** For each pool, the members that it may admit, depending on an answer. */
  readonly unsure: readonly number[];
}

/** The cost of judging one person for one pool, in search steps. */
const stepsOfJudging = 5;

/** Judges everybody for each pool; yields after each pool. */
export function* judgePartyInSteps(
  party: readonly Person[],
  pools: readonly { readonly admits: AdmissionRule | EffectiveRule }[],
  budget: Budget = { left: Infinity },
): Generator<void, JudgedParty> {
  budget.left -= stepsOfJudging * party.length * pools.length;
  const [fits, unsure] = [pools.map(() => 0), pools.map(() => 0)];
  for (const [pool, { admits }] of pools.entries()) {
    const { verdictOn } = admitting(admits, party);
    for (const [member, person] of party.entries()) {
      const verdict = verdictOn(person);
      if (verdict === 'FITS') fits[pool]! |= 1 << member;
      else if (verdict === 'UNKNOWN') unsure[pool]! |= 1 << member;
    }
    yield;
  }
  return { party, fits, unsure };
}
