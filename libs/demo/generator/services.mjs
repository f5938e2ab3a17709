import { drawConditions, shelters } from './admission.mjs';
import { serviceAreas } from './areas.mjs';
import { before, drawPools } from './beds.mjs';
import { schedules } from './hours.mjs';
import { admissionAttributes, attribute, contact, languages, phone, synthetic } from './hsds.mjs';
import { offers } from './offers.mjs';
import { chanceFor, idOf } from './random.mjs';
import { saidOf, interpreterAttributes, isByPhoneOnly } from './interpreters.mjs';
import { currencies, signedIn } from './words.mjs';

/** Closed and inactive entries are part of any directory; the first organizations of a city stay open. */
function drawStatus(chance, dependable) {
  if (dependable || chance.happens(0.92)) return 'active';
  return chance.pick(['inactive', 'temporarily closed', 'temporarily closed', 'defunct']);
}

function drawFees(chance, serviceId, country) {
  if (chance.happens(0.7)) return { fees_description: 'Free of charge.' };
  if (chance.happens(0.5)) return {};
  const amount = chance.pick([0, 5, 20]);
  const option = amount === 0 ? 'Survivors of trafficking' : 'Other clients';
  return { cost_options: [{ id: idOf('cost_option', serviceId), service_id: serviceId, option, currency: currencies[country], amount }] };
}

function drawDocuments(chance, serviceId, referralRequired) {
  const document = referralRequired ? 'Referral letter' : chance.happens(0.15) ? 'Any identity paper, if there is one' : null;
  return document ? { required_documents: [{ id: idOf('required_document', serviceId), service_id: serviceId, document }] } : {};
}

const unlessEmpty = (key, list) => (list.length > 0 ? { [key]: list } : {});

/** A service for deaf people has somebody who signs; nobody signs by phone. */
function drawLanguages(chance, city, { languages: named, rule, isSigned, interpreters }) {
  const spoken = named ?? [...city.spoken, ...chance.some(city.heard, 0.4)];
  const signs = (isSigned && !isByPhoneOnly(interpreters)) || rule.accessibility?.includes('DEAF');
  return signs ? [...spoken, signedIn(city)] : spoken;
}

/** The parts of a service that do not depend on its kind. */
function common(id, owner, chance, plan) {
  const { record, city, domain } = owner;
  const codes = drawLanguages(chance, city, plan);
  const status = drawStatus(chance, plan.dependable);
  return {
    id,
    organization_id: record.id,
    name: `${plan.title}, ${record.name.replace(' (demo)', '')} (demo)`,
    description: `${synthetic} ${plan.does}${plan.interpreters ? saidOf(plan.interpreters) : ''}`,
    url: `${record.website}/services/${id.slice(0, 8)}`,
    email: `help@${domain}`,
    status,
    ...(plan.interpretation && { interpretation_services: plan.interpretation }),
    ...(plan.says && { eligibility_description: plan.says }),
    ...(plan.ages && { minimum_age: plan.ages[0], maximum_age: plan.ages[1] }),
    ...(chance.happens(0.6) && { assured_date: before(chance.integer(1, 400) * 1440).slice(0, 10), assurer_email: `records@${domain}` }),
    ...(status === 'temporarily closed' && { alert: 'Closed for repairs; call before sending anyone.' }),
    last_modified: before(chance.integer(60, 500_000)),
    phones: [phone('service_id', id, city.dial, plan.always ? 'hotline' : 'voice', chance.happens(0.3) ? codes.slice(0, 2) : [])],
    ...unlessEmpty('schedules', schedules(id, city, plan.hours, plan.intake, plan.phoneHours)),
    ...unlessEmpty('service_areas', serviceAreas(id, city, plan.area, plan.sibling)),
    languages: languages('service_id', id, codes),
    ...drawFees(chance, id, city.country),
    ...drawDocuments(chance, id, plan.rule.referralRequired),
    ...(chance.happens(0.25) && { contacts: [contact('service_id', id, domain)] }),
  };
}

/** HSDS service from a plan: title, does, says, categories, rule, ages, hours, intake, area, sibling, languages, locations, pools. */
export function service(owner, key, plan) {
  const id = idOf('service', owner.record.id, key);
  const chance = chanceFor('service', id);
  return {
    ...common(id, owner, chance, plan),
    organization: owner.record,
    service_at_locations: plan.locations.map((location) => ({
      id: idOf('service_at_location', id, location.id),
      service_id: id,
      location_id: location.id,
      location,
    })),
    ...unlessEmpty('capacities', plan.pools?.(id) ?? []),
    attributes: [
      ...plan.categories.map((category) => attribute('service', id, 'haven:category', category)),
      ...admissionAttributes('service', id, plan.rule),
      ...(plan.interpreters ? interpreterAttributes(id, plan.interpreters) : []),
    ],
  };
}

const drawArea = (chance) => chance.pick([null, null, null, 'local', 'local', 'two', 'country']);

/** Plan of a shelter of one kind; `share`: how many of its further conditions it states. */
export function shelterPlan(owner, kind, { locations, sibling, counted = true }) {
  const { title, says, rule, ages, rooms } = shelters[kind];
  const chance = chanceFor('shelter', owner.record.id, kind);
  return {
    title,
    says,
    ages,
    locations,
    sibling,
    categories: ['ACCOMMODATION'],
    does: 'A safe place to sleep, meals and a key worker.',
    rule: kind === 'nothingSaid' ? {} : { ...rule, ...drawConditions(chance, owner.city, 0.3) },
    hours: chance.pick(['always', 'always', 'always', 'night', null]),
    area: drawArea(chance),
    pools: counted ? (id) => drawPools(id, rooms) : undefined,
    intake: chance.pick([null, null, null, 'intakeByDay', 'intakeLate']),
    phoneHours: chance.pick([null, null, 'phoneAlways', 'phoneLong']),
    ...(chance.happens(0.15) && { interpretation: drawInterpretation(chance, owner.city) }),
  };
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** A text about interpreters, as directories write it. */
function drawInterpretation(chance, { heard }) {
  const named = heard.filter((tag) => interpreted.includes(tag)).map((tag) => languageNames.of(tag));
  return chance.pick([
    'An interpreter can be called for other languages.',
    ...(named.length > 0 ? [`Interpreters in the house: ${named.slice(0, 2).join(' and ')}. Others by telephone.`] : []),
    ...(named.length > 0 ? [`Interpreters in the house: ${named.slice(0, 2).join(' and ')}.`] : []),
  ]);
}

/** Crisis lines answer at any hour, and so do some counsellors, though nobody can come then. */
function phoneHoursOf(kind, owner) {
  if (['crisis', 'emergency'].includes(kind)) return 'phoneAlways';
  return kind === 'counselling' ? chanceFor('phone hours', owner.record.id).pick([null, null, 'phoneAlways', 'phoneLong']) : null;
}

const interpreted = ['en', 'km', 'my', 'th', 'vi', 'zh', 'ar', 'bn', 'ta', 'lo'];

/** Plan of any other service. */
export function offerPlan(owner, kind, { locations, sibling }) {
  const [categories, title, does, hours, rule = {}, says = null] = offers[kind];
  const chance = chanceFor('offer', owner.record.id, kind);
  const conditions = chance.happens(0.5) ? drawConditions(chance, owner.city, 0.3) : {};
  const pattern = owner.city.country === 'BD' && hours[0] === 'office' ? 'fridayRest' : chance.pick([...hours, null]);
  return {
    title,
    does,
    says,
    categories,
    locations,
    sibling,
    rule: { ...rule, ...conditions },
    hours: hours[0] === 'always' ? 'always' : pattern,
    always: hours[0] === 'always',
    area: drawArea(chance),
    phoneHours: phoneHoursOf(kind, owner),
    ...(chance.happens(0.15) && { interpretation: drawInterpretation(chance, owner.city) }),
  };
}
