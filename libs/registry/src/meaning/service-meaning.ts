import { codeOf, havenCode, havenValues, workedOutLabel } from '../hsds/haven-attributes.js';
import { readAdmission } from './admission-sayings.js';
import { categorise } from './categorise.js';
import type { JsonObject } from '../hsds/record.js';
import { childOf, type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { schedulesOf } from '../hours/schedules-of.js';
import { serviceAreaOf } from '../places/service-area.js';

/** A remark on a service, for the import's report. */
export interface MeaningRemark {
  readonly code:
    'CATEGORY_ASSIGNED' | 'CATEGORY_UNKNOWN' | 'ADMISSION_READ' | 'ADMISSION_UNCLEAR' | 'AREA_READ' | 'AREA_UNREAD' | 'HOURS_UNREAD';
  readonly message: string;
  readonly field: string;
}

/** What a service's record means without saying it in a way that a match can use. */
export interface ServiceMeaning {
  readonly attributes: readonly { readonly code: string; readonly value: string }[];
  readonly remarks: readonly MeaningRemark[];
  /** Attributes that an earlier import worked out, and this one would not. */
  readonly outdated: readonly string[];
}

/** Categories and admission rules that follow from the texts of a nested service record. What it says itself stays as it is. */
export function serviceMeaning(service: JsonObject): ServiceMeaning {
  const parts = [categoriesMeant(service), admissionMeant(service), areaMeant(service), hoursMeant(service)];
  return {
    attributes: parts.flatMap(({ attributes }) => attributes),
    remarks: parts.flatMap(({ remarks }) => remarks),
    outdated: parts.flatMap(({ outdated }) => outdated),
  };
}

const nothing: ServiceMeaning = { attributes: [], remarks: [], outdated: [] };

function categoriesMeant(service: JsonObject): ServiceMeaning {
  if (havenValues(service, havenCode.category).length > 0) return nothing;
  const terms = listOf(service, 'attributes').flatMap(termOf);
  const found = categorise({ name: textOf(service, 'name') ?? '', description: textOf(service, 'description'), terms });
  if (found.categories.length === 0) return { ...nothing, remarks: [remark('CATEGORY_UNKNOWN', 'categories', unknownCategory)] };
  const because = found.because.map(({ category, matched }) => `${category} ("${matched}")`).join(', ');
  return {
    ...nothing,
    attributes: found.categories.map((value) => ({ code: havenCode.category, value })),
    remarks: [remark('CATEGORY_ASSIGNED', 'categories', `Need categories worked out: ${because}. Correct them at the service if wrong.`)],
  };
}

const unknownCategory = 'No need category could be worked out; match will not find the service. Set its categories.';

function termOf(attribute: JsonRecord): { name: string; code: string | null }[] {
  const term = childOf(attribute, 'taxonomy_term');
  const name = term && textOf(term, 'name');
  return term && name !== null ? [{ name, code: textOf(term, 'code') }] : [];
}

/** A rule that was worked out is no word of the directory's, also where an export brings it: the text is read anew. */
function admissionMeant(service: JsonObject): ServiceMeaning {
  const persons = listOf(service, 'attributes').filter((attribute) => codeOf(attribute) === havenCode.person);
  const workedOut = persons.filter((attribute) => textOf(attribute, 'label') === workedOutLabel);
  const meant = workedOut.length < persons.length ? nothing : admissionRead(textOf(service, 'eligibility_description'));
  const values = new Set<string | null>(meant.attributes.map(({ value }) => value));
  const outdated = workedOut.filter((attribute) => !values.has(textOf(attribute, 'value')));
  if (values.size > 0 && outdated.length === 0 && workedOut.length === values.size) return nothing;
  return { ...meant, outdated: outdated.flatMap((attribute) => textOf(attribute, 'id') ?? []) };
}

function admissionRead(text: string | null): ServiceMeaning {
  if (text === null) return nothing;
  const { clauses, unclear } = readAdmission(text);
  if (clauses === null) {
    return unclear ? { ...nothing, remarks: [remark('ADMISSION_UNCLEAR', 'eligibility_description', unclearAdmission)] } : nothing;
  }
  return {
    ...nothing,
    attributes: clauses.map((clause) => ({ code: havenCode.person, value: JSON.stringify(clause) })),
    remarks: [
      remark(
        'ADMISSION_READ',
        'eligibility_description',
        'The text says who is admitted; it became an admission rule. Whom it leaves open, a match asks about.',
      ),
    ],
  };
}

const unclearAdmission = 'The text seems to say who is admitted, but not surely; no rule was made, a match asks. Set the admission rule.';
/** What is wrong with one area alone is told with its row. */
function areaMeant(service: JsonObject): ServiceMeaning {
  const { isElsewhere, isTurned } = serviceAreaOf(service);
  return {
    ...nothing,
    remarks: [
      ...(isElsewhere ? [remark('AREA_UNREAD', 'service_areas', areaElsewhere)] : []),
      ...(isTurned ? [remark('AREA_READ', 'service_areas', areaTurned)] : []),
    ],
  };
}

/** The importer may read of places that others must not be told of. */
function hoursMeant(service: JsonObject): ServiceMeaning {
  const problems = new Set(schedulesOf(service, new Set()).flatMap(({ problem }) => problem ?? []));
  return { ...nothing, remarks: [...problems].map((problem) => remark('HOURS_UNREAD', 'schedules', hoursUnread(problem))) };
}

const hoursUnread = (problem: string): string =>
  `A schedule cannot be read: ${problem}. For its days a match says that the hours are not known. Ask the publisher to correct it.`;

const areaTurned =
  'The service area is drawn with latitude and longitude exchanged: only the other way round it is where the service is. It counts so; exchange them.';

const areaElsewhere =
  'The service area names a country where the service has no place, or the whole country of a service that is in none or several; a match asks. Draw it as GeoJSON.';

const remark = (code: MeaningRemark['code'], field: string, message: string): MeaningRemark => ({ code, field, message });
