import { enumOf } from '../enum-of.js';

/** Gender as the person says it; girls and boys too, since age is separate. */
export const Gender = enumOf('WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'UNDISCLOSED');
/** {@link Gender} */
export type Gender = (typeof Gender)[keyof typeof Gender];

/** Standing in the country where the person is. */
export const LegalStatus = enumOf('CITIZEN', 'RESIDENT', 'TEMPORARY', 'ASYLUM_SEEKER', 'REFUGEE', 'UNDOCUMENTED', 'STATELESS', 'UNKNOWN');
/** {@link LegalStatus} */
export type LegalStatus = (typeof LegalStatus)[keyof typeof LegalStatus];

/** Forms of exploitation named in the Palermo Protocol and the laws that follow it. */
export const ExploitationType = enumOf(
  'SEXUAL',
  'LABOUR',
  'DOMESTIC_SERVITUDE',
  'FORCED_MARRIAGE',
  'CHILD_SOLDIERING',
  'ORGAN_REMOVAL',
  'FORCED_BEGGING',
  'FORCED_CRIMINALITY',
  'OTHER',
);
/** {@link ExploitationType} */
export type ExploitationType = (typeof ExploitationType)[keyof typeof ExploitationType];

/** What a place must offer so that the person can use it. */
export const AccessibilityNeed = enumOf('WHEELCHAIR', 'DEAF', 'BLIND', 'COGNITIVE', 'MENTAL_HEALTH', 'SUBSTANCE_USE', 'SERVICE_ANIMAL');
/** {@link AccessibilityNeed} */
export type AccessibilityNeed = (typeof AccessibilityNeed)[keyof typeof AccessibilityNeed];

/** A need of a person, from the list of the Bali Process workshop. */
export const NeedCategory = enumOf(
  'ACCOMMODATION',
  'MEDICAL',
  'LEGAL',
  'PSYCHOSOCIAL',
  'MATERIAL_ASSISTANCE',
  'INTERPRETATION',
  'DOCUMENTATION',
  'INTERNATIONAL_PROTECTION',
  'CHILD_PROTECTION',
  'FAMILY_TRACING',
  'EDUCATION',
  'EMPLOYMENT',
  'REPATRIATION',
  'REINTEGRATION',
);
/** {@link NeedCategory} */
export type NeedCategory = (typeof NeedCategory)[keyof typeof NeedCategory];
