import { registerEnumType } from '@nestjs/graphql';
import { AccessibilityNeed, ExploitationType, Freshness, Gender, LegalStatus, NeedCategory } from '@haven/kernel';

/** HSDS service status. */
export const ServiceStatus = {
  ACTIVE: 'ACTIVE',
  INACTIVE: 'INACTIVE',
  DEFUNCT: 'DEFUNCT',
  TEMPORARILY_CLOSED: 'TEMPORARILY_CLOSED',
} as const;
export type ServiceStatus = (typeof ServiceStatus)[keyof typeof ServiceStatus];

/** EXACT position; AREA: the centre of the public cell; CITY: the middle of the town of its address. */
export const LocationPrecision = { EXACT: 'EXACT', AREA: 'AREA', CITY: 'CITY' } as const;
export type LocationPrecision = (typeof LocationPrecision)[keyof typeof LocationPrecision];

/** FHIR SDOHCC capacity status. */
export const CapacityStatus = {
  CAPACITY: 'CAPACITY',
  NO_CAPACITY: 'NO_CAPACITY',
  WAITLIST: 'WAITLIST',
  ADDITIONAL_ASSESSMENT_REQUIRED: 'ADDITIONAL_ASSESSMENT_REQUIRED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type CapacityStatus = (typeof CapacityStatus)[keyof typeof CapacityStatus];

registerEnumType(Gender, { name: 'Gender', description: 'Also for girls and boys: gender and age are separate.' });
registerEnumType(LegalStatus, { name: 'LegalStatus' });
registerEnumType(ExploitationType, { name: 'ExploitationType' });
registerEnumType(AccessibilityNeed, { name: 'AccessibilityNeed' });
registerEnumType(NeedCategory, { name: 'NeedCategory' });
registerEnumType(Freshness, {
  name: 'Freshness',
  description: 'By the age of confirmedAt: LIVE to 4 hours, AGING to 24, then STALE; UNKNOWN: never counted.',
});
registerEnumType(ServiceStatus, { name: 'ServiceStatus' });
registerEnumType(LocationPrecision, {
  name: 'LocationPrecision',
  description: 'AREA: the middle of the public cell. CITY: the middle of a named place, when the directory gives no position.',
});
registerEnumType(CapacityStatus, {
  name: 'CapacityStatus',
  description:
    'FHIR SDOHCC capacity status. CAPACITY: free beds. ADDITIONAL_ASSESSMENT_REQUIRED: free beds, and the shelter says yes to each hold. WAITLIST: none free, others wait. NO_CAPACITY: full, or it takes nobody now. UNKNOWN: no bed on record.',
});
