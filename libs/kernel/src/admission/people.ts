/** Gender as the person says it; girls and boys too, since age is separate. */
export const Gender = {
  WOMAN: 'WOMAN',
  MAN: 'MAN',
  TRANS_WOMAN: 'TRANS_WOMAN',
  TRANS_MAN: 'TRANS_MAN',
  NON_BINARY: 'NON_BINARY',
  UNDISCLOSED: 'UNDISCLOSED',
} as const;
/** {@link Gender} */
export type Gender = (typeof Gender)[keyof typeof Gender];

/** Standing in the country where the person is. */
export const LegalStatus = {
  CITIZEN: 'CITIZEN',
  RESIDENT: 'RESIDENT',
  TEMPORARY: 'TEMPORARY',
  ASYLUM_SEEKER: 'ASYLUM_SEEKER',
  REFUGEE: 'REFUGEE',
  UNDOCUMENTED: 'UNDOCUMENTED',
  STATELESS: 'STATELESS',
  UNKNOWN: 'UNKNOWN',
} as const;
/** {@link LegalStatus} */
export type LegalStatus = (typeof LegalStatus)[keyof typeof LegalStatus];

/** Forms of exploitation named in the Palermo Protocol and the laws that follow it. */
export const ExploitationType = {
  SEXUAL: 'SEXUAL',
  LABOUR: 'LABOUR',
  DOMESTIC_SERVITUDE: 'DOMESTIC_SERVITUDE',
  FORCED_MARRIAGE: 'FORCED_MARRIAGE',
  CHILD_SOLDIERING: 'CHILD_SOLDIERING',
  ORGAN_REMOVAL: 'ORGAN_REMOVAL',
  FORCED_BEGGING: 'FORCED_BEGGING',
  FORCED_CRIMINALITY: 'FORCED_CRIMINALITY',
  OTHER: 'OTHER',
} as const;
/** {@link ExploitationType} */
export type ExploitationType = (typeof ExploitationType)[keyof typeof ExploitationType];

/** What a place must be able to offer so that the person can use it. */
export const AccessibilityNeed = {
  WHEELCHAIR: 'WHEELCHAIR',
  DEAF: 'DEAF',
  BLIND: 'BLIND',
  COGNITIVE: 'COGNITIVE',
  MENTAL_HEALTH: 'MENTAL_HEALTH',
  SUBSTANCE_USE: 'SUBSTANCE_USE',
  SERVICE_ANIMAL: 'SERVICE_ANIMAL',
} as const;
/** {@link AccessibilityNeed} */
export type AccessibilityNeed = (typeof AccessibilityNeed)[keyof typeof AccessibilityNeed];

/** What a person may need; the Bali Process workshop's list. */
export const NeedCategory = {
  ACCOMMODATION: 'ACCOMMODATION',
  MEDICAL: 'MEDICAL',
  LEGAL: 'LEGAL',
  PSYCHOSOCIAL: 'PSYCHOSOCIAL',
  MATERIAL_ASSISTANCE: 'MATERIAL_ASSISTANCE',
  INTERPRETATION: 'INTERPRETATION',
  DOCUMENTATION: 'DOCUMENTATION',
  INTERNATIONAL_PROTECTION: 'INTERNATIONAL_PROTECTION',
  CHILD_PROTECTION: 'CHILD_PROTECTION',
  FAMILY_TRACING: 'FAMILY_TRACING',
  EDUCATION: 'EDUCATION',
  EMPLOYMENT: 'EMPLOYMENT',
  REPATRIATION: 'REPATRIATION',
  REINTEGRATION: 'REINTEGRATION',
} as const;
/** {@link NeedCategory} */
export type NeedCategory = (typeof NeedCategory)[keyof typeof NeedCategory];
