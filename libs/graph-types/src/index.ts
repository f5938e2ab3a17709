export { AdmissionRule, AdmissionRuleInput, PersonClause, PersonClauseInput } from './admission-rule.js';
export { OrganizationSummary, Phone, Service, ServiceLocation } from './service.js';
export { Availability, BedPool, HeldBeds } from './availability.js';
export { DateTimeScalar } from './date-time.js';
export { Reason, ReasonResolver } from './reason.js';
/** Descriptions that two parts of the graph share. */
export { whoIsWho } from './who-is-who.js';
