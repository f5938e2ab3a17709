import type { PersonClause } from '@haven/kernel';
import { codeOf, havenCode, isWorkedOut, workedOutLabel } from '../hsds/haven-attributes.js';
import { personsMeant, type PersonsMeant, type SaidOfService } from './admission/persons-meant.js';
import { type Categorised, categorise } from '../crosswalks/categorise.js';
import { type DecidedOfService, undecided } from '../crosswalks/decided.js';
import { personsDecided, personsOfTerms } from '../crosswalks/persons-of-terms.js';
import { keyOfTerm } from '../crosswalks/term-lines.js';
import { termsOf } from './given-terms.js';
import type { JsonObject } from '../hsds/record.js';
import { isRedacted } from '../hsds/redacted.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { schedulesOf } from '../hours/schedules-of.js';
import { serviceAreaOf } from '../places/service-area.js';

/** A remark on a service, for the import's report. */
export interface MeaningRemark {
  readonly code:
    'CATEGORY_ASSIGNED' | 'CATEGORY_UNKNOWN' | 'ADMISSION_READ' | 'ADMISSION_UNCLEAR' | 'AREA_READ' | 'AREA_UNREAD' | 'HOURS_UNREAD';
  readonly message: string;
  readonly field: string;
}

/** What we work out from a service's record so that a match can use it. */
export interface ServiceMeaning {
  readonly attributes: readonly { readonly code: string; readonly value: string }[];
  readonly remarks: readonly MeaningRemark[];
  /** Ids of attributes that an earlier import worked out and this one does not. */
  readonly outdated: readonly string[];
}

/** Categories and admission rules that follow from the texts of a nested service record. Stated ones stay as they are. */
export function serviceMeaning(service: JsonObject, decided: DecidedOfService = undecided): ServiceMeaning {
  return together([meaningOfTexts(service, decided), areaMeaning(service), hoursMeaning(service), missingMeaning(service)]);
}

/** The part that is stored: decisions of people, and what follows from name, texts and terms. */
export function meaningOfTexts(service: JsonObject, decided: DecidedOfService): ServiceMeaning {
  const { values, meaning } = categoryMeaning(service, decided);
  return together([meaning, admissionMeaning(service, values, decided), decisionsCarried(service, decided)]);
}

function together(parts: readonly ServiceMeaning[]): ServiceMeaning {
  return {
    attributes: parts.flatMap(({ attributes }) => attributes),
    remarks: parts.flatMap(({ remarks }) => remarks),
    outdated: parts.flatMap(({ outdated }) => outdated),
  };
}

const nothing: ServiceMeaning = { attributes: [], remarks: [], outdated: [] };

/** An export carries decisions together with the services that they are about. */
function decisionsCarried(service: JsonObject, { carried }: DecidedOfService): ServiceMeaning {
  const known = attributesOf(service, havenCode.decision);
  const outdated = outdatedIn(known, carried);
  if (outdated.length === 0 && known.length === carried.length) return nothing;
  return { ...nothing, outdated, attributes: carried.map((value) => ({ code: havenCode.decision, value })) };
}

/** Only exports have this attribute. The import reads it and stores elsewhere what is missing and who decided to keep it. */
const missingMeaning = (service: JsonObject): ServiceMeaning => ({
  ...nothing,
  outdated: attributesOf(service, havenCode.missing).flatMap((attribute) => textOf(attribute, 'id') ?? []),
});

/** A redacted record lacks the text from which this was worked out, so it stays, unless a decision was made here. */
const isKept = (service: JsonObject, known: readonly JsonRecord[]): boolean =>
  known.length > 0 && isRedacted({ properties: service }) && attributesOf(service, havenCode.decision).length === 0;

/** A category that we worked out does not come from the directory: work it out again, with the current crosswalks. */
function categoryMeaning(
  service: JsonObject,
  decided: DecidedOfService,
): { readonly values: readonly string[]; readonly meaning: ServiceMeaning } {
  if (!isWorkedOut(service, havenCode.category))
    return { values: statedValues(service, havenCode.category), meaning: removeWorkedOut(service, havenCode.category) };
  const known = attributesOf(service, havenCode.category);
  if (!decided.whole?.needs && isKept(service, known))
    return { values: known.flatMap((one) => textOf(one, 'value') ?? []), meaning: nothing };
  const found = decidedOfWhole(decided) ?? categorise({ ...textsOf(service), terms: termsOf(service), decided: decided.terms });
  return { values: found.categories, meaning: categoriesFound(found, known) };
}

const textsOf = (service: JsonObject) => ({ name: textOf(service, 'name') ?? '', description: textOf(service, 'description') });

function decidedOfWhole({ whole }: DecidedOfService): Categorised | null {
  if (!whole?.needs) return null;
  const { values, by } = whole.needs;
  return { categories: values, because: values.map((category) => ({ category, matched: 'the service', source: by })) };
}

function categoriesFound({ categories: values, because: found }: Categorised, known: readonly JsonRecord[]): ServiceMeaning {
  const outdated = outdatedIn(known, values);
  if (values.length === 0) return { ...nothing, outdated, remarks: [remark('CATEGORY_UNKNOWN', 'categories', unknownCategory)] };
  if (outdated.length === 0 && known.length === values.length) return nothing;
  const because = found.map(({ category, matched, source }) => `${category} ("${matched}", ${source})`).join(', ');
  return {
    outdated,
    attributes: values.map((value) => ({ code: havenCode.category, value })),
    remarks: [remark('CATEGORY_ASSIGNED', 'categories', `Need categories worked out: ${because}. Correct them at the service if wrong.`)],
  };
}

const isLabelledWorkedOut = (attribute: JsonRecord): boolean => textOf(attribute, 'label') === workedOutLabel;

const statedValues = (service: JsonObject, code: string): readonly string[] =>
  attributesOf(service, code).flatMap((attribute) => (isLabelledWorkedOut(attribute) ? [] : (textOf(attribute, 'value') ?? [])));

/** Removes what was worked out, because the directory states it. */
const removeWorkedOut = (service: JsonObject, code: string): ServiceMeaning => ({
  ...nothing,
  outdated: attributesOf(service, code)
    .filter(isLabelledWorkedOut)
    .flatMap((attribute) => textOf(attribute, 'id') ?? []),
});

const attributesOf = (service: JsonObject, code: string): readonly JsonRecord[] =>
  listOf(service, 'attributes').filter((attribute) => codeOf(attribute) === code);

/** Ids of all attributes if the values changed: values that stay are written again, in their new order. */
const outdatedIn = (known: readonly JsonRecord[], values: readonly string[]): readonly string[] =>
  known.every((attribute) => values.includes(textOf(attribute, 'value') ?? '')) && known.length === values.length
    ? []
    : known.flatMap((attribute) => textOf(attribute, 'id') ?? []);

const unknownCategory = 'Haven could not work out a need category; match will not find the service. Set its categories.';

/** A rule that we worked out does not come from the directory, even if an export brings it: read text and terms again. */
function admissionMeaning(service: JsonObject, categories: readonly string[], decided: DecidedOfService): ServiceMeaning {
  const known = attributesOf(service, havenCode.person);
  if (!isWorkedOut(service, havenCode.person)) return removeWorkedOut(service, havenCode.person);
  if (!decided.whole?.persons && isKept(service, known)) return nothing;
  const meant = admissionBy(service, categories, decided);
  const values = meant.attributes.map(({ value }) => value);
  const outdated = outdatedIn(known, values);
  if (values.length > 0 && outdated.length === 0 && known.length === values.length) return nothing;
  return { ...meant, outdated };
}

/** A person's decision counts first, the most specific one before others; then the text, then the terms. */
function admissionBy(service: JsonObject, categories: readonly string[], decided: DecidedOfService): ServiceMeaning {
  const stays = categories.includes('ACCOMMODATION');
  const { whole, eligibility, terms } = decided;
  if (whole?.persons) return whole.persons.values.length > 0 ? admissionDecided(personsDecided(whole.persons, stays)) : nothing;
  if (eligibility?.persons?.values.length) return admissionDecided(personsDecided(eligibility.persons, stays));
  const isDecided = termsOf(service).some((term) => terms.get(keyOfTerm(term))?.persons?.values.length);
  const said = saidOf(service, stays, terms);
  return admissionOf(personsMeant(isDecided || eligibility?.persons ? { ...said, text: null } : said));
}

const saidOf = (service: JsonObject, stays: boolean, decided: DecidedOfService['terms']): SaidOfService => ({
  text: textOf(service, 'eligibility_description'),
  named: personsOfTerms({ terms: termsOf(service), stays, text: nameAndDescription(service), decided }),
  house: stays ? { name: textOf(service, 'name') ?? '', description: textOf(service, 'description') ?? '' } : null,
  limitsAges: ['minimum_age', 'maximum_age'].some((property) => textOf(service, property) !== null),
});

const admissionOf = ({ clauses, by }: PersonsMeant): ServiceMeaning => ({
  ...nothing,
  attributes: (clauses ?? []).map(asAttribute),
  remarks: admissionRemarks[by],
});

const nameAndDescription = (service: JsonObject): string => [textOf(service, 'name'), textOf(service, 'description')].join('. ');

const admissionDecided = (clauses: readonly PersonClause[]): ServiceMeaning => ({
  ...nothing,
  attributes: clauses.map(asAttribute),
  remarks: [remark('ADMISSION_READ', 'attributes', admissionByDecision)],
});

const asAttribute = (clause: PersonClause) => ({ code: havenCode.person, value: JSON.stringify(clause) });

const admissionByText = 'The text says who is admitted; it became an admission rule. Whom it leaves open, a match asks about.';
const admissionByDecision = 'A person here decided whom the service is for; it became an admission rule that names the decision.';
const admissionByTerms =
  'The eligibility terms, or the name of a place to sleep, say who is meant; it became an admission rule that names them. Whom they leave open, a match asks about.';
const unclearAdmission = 'The text seems to say who is admitted, but not surely; no rule was made, a match asks. Set the admission rule.';
const housedAdmission =
  'The text seems to say whom this place to sleep is for, but not surely: nobody else is sent there, and a match asks about those whom it may mean. Set the admission rule.';
const openAdmission =
  'An age limit alone does not say which genders this place to sleep takes, and its texts may: a match asks. Set the admission rule.';

/** Problems of a single area are reported with its row. */
function areaMeaning(service: JsonObject): ServiceMeaning {
  const { isElsewhere, isTurned } = serviceAreaOf(service);
  return {
    ...nothing,
    remarks: [
      ...(isElsewhere ? [remark('AREA_UNREAD', 'service_areas', areaElsewhere)] : []),
      ...(isTurned ? [remark('AREA_READ', 'service_areas', areaTurned)] : []),
    ],
  };
}

/** The report may include confidential places: whoever imports a file may read all of it. */
function hoursMeaning(service: JsonObject): ServiceMeaning {
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

const admissionRemarks: Readonly<Record<PersonsMeant['by'], readonly MeaningRemark[]>> = {
  TEXT: [remark('ADMISSION_READ', 'eligibility_description', admissionByText)],
  NAMED: [remark('ADMISSION_READ', 'attributes', admissionByTerms)],
  HOUSE: [remark('ADMISSION_UNCLEAR', 'eligibility_description', housedAdmission)],
  OPEN: [remark('ADMISSION_UNCLEAR', 'eligibility_description', openAdmission)],
  UNCLEAR: [remark('ADMISSION_UNCLEAR', 'eligibility_description', unclearAdmission)],
  NOTHING: [],
};
