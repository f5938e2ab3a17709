import { registerEnumType } from '@nestjs/graphql';
import { CapacityStatus, LocationPrecision, ServiceStatus } from '@haven/events';
import { AccessibilityNeed, ExploitationType, Freshness, Gender, LegalStatus, NeedCategory } from '@haven/kernel';

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
  description:
    'AREA: the centre of the public cell. CITY: the centre of a named place or a postal code, if the directory gives no position.',
});
registerEnumType(CapacityStatus, {
  name: 'CapacityStatus',
  description:
    'FHIR SDOHCC capacity status. CAPACITY: free beds. ADDITIONAL_ASSESSMENT_REQUIRED: free beds, and the shelter says yes to each hold. WAITLIST: none free, others wait. NO_CAPACITY: full, or it takes nobody now. UNKNOWN: no bed on record.',
});
