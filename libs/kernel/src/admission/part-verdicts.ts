import type { AdmissionRule } from './admission.js';
import type { Person } from './person.js';
import { ExploitationType, LegalStatus } from './people.js';
import type { AccessibilityNeed } from './people.js';
import { hasAll, worst, type Verdict } from './verdicts.js';

/** Parts of a rule that decide who is admitted. `referralRequired` only warns. */
export const admissionParts = ['persons', 'legalStatuses', 'nationalities', 'exploitation', 'pregnancy', 'accessibility'] as const;
/** {@link admissionParts} */
export type AdmissionPart = (typeof admissionParts)[number];

/** Verdict on one part. If it is UNKNOWN, `silent` names who has to answer: the place or the person. */
export interface PartVerdict {
  readonly part: AdmissionPart;
  readonly verdict: Verdict;
  readonly silent: 'PLACE' | 'PERSON' | null;
}

type EachPart = { readonly [P in AdmissionPart]: PartVerdict };
const ofEachPart = (verdict: Verdict, silent: PartVerdict['silent']) =>
  Object.fromEntries(admissionParts.map((part) => [part, { part, verdict, silent }])) as EachPart;

// Created once: a plan for a large group judges millions of times.
const open = { PLACE: ofEachPart('UNKNOWN', 'PLACE'), PERSON: ofEachPart('UNKNOWN', 'PERSON') };
const settled = { FITS: ofEachPart('FITS', null), FAILS: ofEachPart('FAILS', null) };

/** Open until the place or the person answers. */
export const leftOpen = (part: AdmissionPart, silent: 'PLACE' | 'PERSON'): PartVerdict => open[silent][part];

/** Decided, whatever anybody answers. */
export const decided = (part: AdmissionPart, verdict: 'FITS' | 'FAILS'): PartVerdict => settled[verdict][part];

const toldStatuses = Object.values(LegalStatus).filter((status) => status !== 'UNKNOWN');
const exploitationTypes = Object.values(ExploitationType);

/** A place that takes people of every status, or of unknown status, need not know it. */
function legalVerdict(listed: readonly LegalStatus[], told: LegalStatus | null): Verdict {
  const status = told ?? 'UNKNOWN';
  if (listed.includes(status) || hasAll(listed, toldStatuses)) return 'FITS';
  return status === 'UNKNOWN' ? 'UNKNOWN' : 'FAILS';
}

function nationalityVerdict(listed: readonly string[], nationality: string | null): Verdict {
  if (nationality === null) return 'UNKNOWN';
  return listed.some((code) => code.toUpperCase() === nationality.toUpperCase()) ? 'FITS' : 'FAILS';
}

/** Any overlap admits. A person's empty list means unknown: nobody is turned away for not telling it. */
function exploitationVerdict(listed: readonly ExploitationType[], told: readonly ExploitationType[] | null): Verdict {
  if (hasAll(listed, exploitationTypes)) return 'FITS';
  if (!told || told.length === 0) return 'UNKNOWN';
  return told.some((type) => listed.includes(type)) ? 'FITS' : 'FAILS';
}

const couldBePregnant = (person: Person): boolean =>
  person.gender !== 'MAN' && person.gender !== 'TRANS_WOMAN' && (person.age === null || (person.age >= 10 && person.age <= 60));

/**
 * false: pregnant people are not admitted; true: they are, and others too. If the rule does not mention it, it matters only to pregnant
 * people.
 */
function pregnancyPart(rules: readonly boolean[], person: Person): PartVerdict {
  if (rules.length === 0) return person.pregnant ? leftOpen('pregnancy', 'PLACE') : decided('pregnancy', 'FITS');
  if (rules.every((admitted) => admitted)) return decided('pregnancy', 'FITS');
  if (person.pregnant === null && couldBePregnant(person)) return leftOpen('pregnancy', 'PERSON');
  return decided('pregnancy', person.pregnant ? 'FAILS' : 'FITS');
}

/** Every need must be met. A person without needs fits any place. If the place does not mention a need, it does not meet it. */
function accessibilityPart(rules: readonly (readonly AccessibilityNeed[])[], needs: readonly AccessibilityNeed[] | null): PartVerdict {
  if (!needs || needs.length === 0) return decided('accessibility', 'FITS');
  if (rules.length === 0) return leftOpen('accessibility', 'PLACE');
  return decided('accessibility', rules.every((offered) => needs.every((need) => offered.includes(need))) ? 'FITS' : 'FAILS');
}

/** A part, with a verdict of each rule that mentions it. */
function partOf<T>(part: AdmissionPart, said: readonly T[], judge: (said: T) => Verdict): PartVerdict {
  if (said.length === 0) return leftOpen(part, 'PLACE');
  const verdict = worst(said, judge);
  return verdict === 'UNKNOWN' ? leftOpen(part, 'PERSON') : decided(part, verdict);
}

/** The values of one place's rules by part, without rules that do not mention the part. */
export type ValuesByPart = { readonly [P in AdmissionPart]: readonly NonNullable<AdmissionRule[P]>[] };

/** The verdict on each part except persons, in the order of {@link admissionParts}. */
export function verdictsOnRest(said: ValuesByPart, person: Person): PartVerdict[] {
  const { legalStatuses, nationalities, exploitation, pregnancy, accessibility } = said;
  return [
    partOf('legalStatuses', legalStatuses, (listed) => legalVerdict(listed, person.legalStatus)),
    partOf('nationalities', nationalities, (listed) => nationalityVerdict(listed, person.nationality)),
    partOf('exploitation', exploitation, (listed) => exploitationVerdict(listed, person.exploitation)),
    pregnancyPart(pregnancy, person),
    accessibilityPart(accessibility, person.accessibility),
  ];
}
