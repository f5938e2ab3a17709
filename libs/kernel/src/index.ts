/** Outcomes without exceptions. */
export { err, ok, type Result } from './result.js';
/** Expected failures that more than one service has. */
export {
  invalidInput,
  notFound,
  type Failure,
  type FieldProblem,
  type IdempotencyConflict,
  type InvalidInput,
  type NotFound,
  type VersionConflict,
} from './failures.js';
/** Enums whose values are their names. */
export { enumOf } from './enum-of.js';
/** The time, injected. */
export { systemClock, type Clock } from './clock.js';
/** Facts about people and their needs. */
export { AccessibilityNeed, ExploitationType, Gender, LegalStatus, NeedCategory } from './admission/people.js';
/** Texts as people type them into a search, and digits of any script. */
export { folded, plainDigit } from './folded.js';
/** Languages by their tags. */
export { allLanguages } from './languages/all-languages.js';
export { canonicalLanguage } from './languages/canonical-language.js';
export { isSignLanguage, signLanguages, someSignLanguage } from './languages/sign-languages.js';
/** A value that is worked out when it is first asked for. */
export { lazily } from './lazily.js';
/** Keeps so many results of a function, by key. */
export { remembered } from './remembered.js';
/** Equal values as equal text. */
export { canonicalJson } from './canonical-json.js';
/** Whom a place admits. */
export { ageBounds, type AgeBounds } from './admission/ages.js';
export { effectiveRule, unknownRule, rulesOf, type AdmissionRule, type EffectiveRule, type PersonClause } from './admission/admission.js';
/** Which members of a party are admitted; unknown does not mean no. */
export { adultAge, personOf, type Person } from './admission/person.js';
export { admissionParts, type AdmissionPart, type PartVerdict } from './admission/part-verdicts.js';
export { admits, admitsAll, admitting, overall, type Admission } from './admission/admits.js';
export type { Verdict } from './admission/verdicts.js';
export { clauseVerdict } from './admission/clauses.js';
/** Reads from a request who cares for whom. */
export { readCarers, type NamedMember } from './admission/carers.js';
/** Children: who cares for them, and who has to be involved. */
export { askCarers, childrenWithoutCarer, maybeChild, needingGuardian } from './children.js';
/** Who sleeps where. */
export { judgePartyInSteps, type JudgedParty } from './rooms/judge-party.js';
export { placeJudgedInSteps, placeParty, shortSearch } from './rooms/place-party.js';
export type { Budget } from './rooms/rooms.js';
export type { Placed, PlacedIf, Placement, PlacingPool } from './rooms/place-party.js';
/** The form of the case references of a deployment. */
export { readReferenceMask, referenceOfMask, type ReferenceMask } from './settings/reference-mask.js';
/** What each drawback of a match is worth. */
export { burdenTable, burdenWeights, readBurdenWeights, type BurdenName, type BurdenWeights } from './settings/burden-weights.js';
/** How far a bed count can be trusted. */
export { Freshness, freshnessLimits, freshnessOf } from './freshness.js';
/** Positions, and the public cells that stand for confidential ones. */
export { centreOfCell, isOnEarth, publicCellOf, publicCellResolution, type Position } from './positions/geo.js';
/** Distances on WGS 84, in metres. */
export { geodesicMeters, toMillimetres } from './positions/geodesic.js';
/** Why a place fits or does not: codes with data, and their texts. */
export {
  askAbout,
  askFurther,
  notAdmitted,
  reason,
  ReasonKind,
  reasonKinds,
  whichMember,
  whichMembers,
  type AskCode,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from './reasons/reasons.js';
export { textOf } from './reasons/text-of.js';
/** The parts of the rules that admit a party, or exclude it. */
export { needsReferral, termsAskedAbout, whomTheyTake, whyAdmitted, type Ruled } from './reasons/why-admitted.js';
/** Long work that gives other work a turn. */
export { atOnce, eachInTurns, inTurns, mapInTurns, othersFirst, turnTaker, urgentFor, urgently } from './turns.js';
