import { iso1A2Code } from '@rapideditor/country-coder';
import { cellToLatLng, latLngToCell } from 'h3-js';
import { anchor } from '../generator/beds.mjs';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const time = /^([01]\d|2[0-3]):[0-5]\d[+-]\d\d:\d\d$/;
/** Resolution of public cells in the kernel. */
const publicCellResolution = 5;

const codeOf = (one) => one.taxonomy_term.code;
const valuesOf = (record, code) => (record.attributes ?? []).filter((one) => codeOf(one) === code).map((one) => one.value);
const categoriesOf = (record) => valuesOf(record, 'haven:category');
const locationsOf = (record) => record.service_at_locations.map((one) => one.location);
const isConfidential = (location) => valuesOf(location, 'haven:visibility').includes('CONFIDENTIAL');
const countBy = (list) => list.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map());

/** Calls `visit(key, object)` for every object inside the record, itself included; `key` is the name of its property. */
function walk(value, visit, key = 'services') {
  if (Array.isArray(value)) value.forEach((one) => walk(one, visit, key));
  else if (value && typeof value === 'object') {
    visit(key, value);
    Object.entries(value).forEach(([name, one]) => walk(one, visit, name));
  }
}

/** Every id is a version 5 UUID and identifies one object only, with the same content wherever it is nested. */
export function identifiers(services) {
  const seen = new Map();
  const problems = [];
  services.forEach((record) =>
    walk(record, (key, object) => {
      const text = `${key}:${JSON.stringify(object)}`;
      if (!uuid.test(object.id)) problems.push(`${key} ${object.id}: not a version 5 UUID`);
      if (key === 'services' && seen.has(object.id)) problems.push(`${key} ${object.id}: twice`);
      if (seen.has(object.id) && seen.get(object.id) !== text) problems.push(`${key} ${object.id}: two different objects`);
      seen.set(object.id, text);
    }),
  );
  return problems;
}

/** Nobody may mistake a record for a real place, person or number. */
export function labels(services) {
  const problems = [];
  const wrong = (object, what) => problems.push(`${object.id}: ${what}`);
  const rules = {
    number: (value) => /^\+\d+ 000 \d{3} \d{4}$/.test(value),
    email: (value) => value.endsWith('.example.org'),
    assurer_email: (value) => value.endsWith('.example.org'),
    url: (value) => new URL(value).hostname.endsWith('.example.org'),
    website: (value) => new URL(value).hostname.endsWith('.example.org'),
  };
  services.forEach((record) =>
    walk(record, (key, object) => {
      if (/^(services|organization|location)$/.test(key)) {
        if (!object.name.endsWith('(demo)')) wrong(object, 'name without (demo)');
        if (!object.description.startsWith('Synthetic demonstration record')) wrong(object, 'description without its label');
      }
      if (key === 'contacts' && object.name) wrong(object, 'a contact with a name');
      Object.entries(rules).forEach(([name, holds]) => name in object && !holds(object[name]) && wrong(object, `${name} may be real`));
    }),
  );
  return problems;
}

/** The required amounts of everything that the demo must show. */
export function amounts(services) {
  const shelters = services.filter((record) => categoriesOf(record).includes('ACCOMMODATION'));
  const pools = shelters.flatMap((record) => record.capacities ?? []);
  const ageHours = (pool) => (anchor - Date.parse(pool.updated)) / 3_600_000;
  const confidential = shelters.filter((record) => locationsOf(record).some(isConfidential)).length / shelters.length;
  const countries = services
    .flatMap(locationsOf)
    .flatMap((place) => place.addresses ?? [])
    .map((one) => one.country);
  const atLeast = {
    services: [services.length, 600],
    organizations: [new Set(services.map((one) => one.organization_id)).size, 250],
    countries: [new Set(countries).size, 14],
    'pools that are full': [pools.filter((one) => one.available === 0).length, 10],
    'fresh pools': [pools.filter((one) => ageHours(one) <= 3).length, 40],
    'aging pools': [pools.filter((one) => ageHours(one) > 4 && ageHours(one) < 24).length, 10],
    'stale pools': [pools.filter((one) => ageHours(one) > 24).length, 20],
    'shelters without pools': [shelters.filter((one) => !one.capacities).length, 5],
    'pools with a rule of their own': [pools.filter((one) => one.attributes).length, 10],
    'services that are not active': [services.filter((one) => one.status !== 'active').length, 10],
    'areas with a shape': [services.flatMap((one) => one.service_areas ?? []).filter((one) => one.extent_type === 'geojson').length, 50],
    'services that say nothing about admission': [
      services.filter((one) => one.attributes.every((each) => codeOf(each) === 'haven:category')).length,
      100,
    ],
  };
  const problems = Object.entries(atLeast)
    .filter(([, [count, least]]) => count < least)
    .map(([what, [count, least]]) => `${count} ${what}, wanted ${least}`);
  if (confidential < 0.18 || confidential > 0.32) problems.push(`confidential share of shelters is ${confidential}`);
  return problems;
}

const every = {
  'haven:category':
    'ACCOMMODATION MEDICAL LEGAL PSYCHOSOCIAL MATERIAL_ASSISTANCE INTERPRETATION DOCUMENTATION INTERNATIONAL_PROTECTION CHILD_PROTECTION FAMILY_TRACING EDUCATION EMPLOYMENT REPATRIATION REINTEGRATION',
  'haven:admission.legal-status': 'CITIZEN RESIDENT TEMPORARY ASYLUM_SEEKER REFUGEE UNDOCUMENTED STATELESS UNKNOWN',
  'haven:admission.exploitation':
    'SEXUAL LABOUR DOMESTIC_SERVITUDE FORCED_MARRIAGE CHILD_SOLDIERING ORGAN_REMOVAL FORCED_BEGGING FORCED_CRIMINALITY OTHER',
  'haven:admission.accessibility': 'WHEELCHAIR DEAF BLIND COGNITIVE MENTAL_HEALTH SUBSTANCE_USE SERVICE_ANIMAL NONE',
  'haven:admission.pregnancy': 'true false',
  'haven:admission.referral-required': 'true false',
};

/** Every value of every list occurs, and no value that the kernel does not have. */
export function vocabulary(services) {
  return Object.entries(every).flatMap(([code, words]) => {
    const found = new Set(services.flatMap((record) => valuesOf(record, code)));
    const known = words.split(' ');
    const least = code === 'haven:category' ? 15 : 1;
    const counts = countBy(services.flatMap((record) => valuesOf(record, code)));
    return [
      ...known.filter((word) => (counts.get(word) ?? 0) < least).map((word) => `${code} ${word}: fewer than ${least}`),
      ...[...found].filter((word) => !known.includes(word)).map((word) => `${code} ${word}: unknown`),
    ];
  });
}

/** Every city offers the four main needs; a Khmer-speaking mother finds each of them in Medan. */
export function cities(services) {
  const needs = ['ACCOMMODATION', 'LEGAL', 'MEDICAL', 'PSYCHOSOCIAL'];
  const active = services.filter((record) => record.status === 'active');
  const cityOf = (record) => locationsOf(record)[0].addresses?.[0].city;
  const offered = new Set(active.flatMap((record) => categoriesOf(record).map((category) => `${cityOf(record)} ${category}`)));
  const khmer = active.filter((record) => cityOf(record) === 'Medan' && record.languages.some((one) => one.code === 'km'));
  return [
    ...[...new Set(services.map(cityOf))]
      .filter(Boolean)
      .flatMap((city) => needs.map((need) => `${city} ${need}`))
      .filter((pair) => !offered.has(pair)),
    ...needs.filter((need) => !khmer.some((record) => categoriesOf(record).includes(need))).map((need) => `Medan ${need} in Khmer`),
  ].map((pair) => `${pair}: nothing`);
}

/** Every position is in its country, and so is the public position of a confidential place. */
export function positions(services) {
  const countryAt = (latitude, longitude) => iso1A2Code([longitude, latitude]);
  return services
    .flatMap(locationsOf)
    .filter((place) => place.location_type === 'physical')
    .flatMap((place) => {
      const { country } = place.addresses[0];
      const cell = cellToLatLng(latLngToCell(place.latitude, place.longitude, publicCellResolution));
      return [
        ...(countryAt(place.latitude, place.longitude) === country ? [] : [`${place.id}: not in ${country}`]),
        ...(!isConfidential(place) || countryAt(...cell) === country ? [] : [`${place.id}: its public cell is not in ${country}`]),
      ];
    });
}

/** Usable hours and counts. */
export function values(services) {
  const schedules = services.flatMap((record) => record.schedules ?? []);
  const pools = services.flatMap((record) => record.capacities ?? []);
  return [
    ...schedules.filter((one) => !time.test(one.opens_at) || !time.test(one.closes_at)).map((one) => `${one.id}: not a time with offset`),
    ...schedules.filter((one) => !/^(-?\d?(MO|TU|WE|TH|FR|SA|SU),?)+$/.test(one.byday)).map((one) => `${one.id}: byday`),
    ...pools
      .filter((one) => one.available < 0 || one.available > one.maximum || Date.parse(one.updated) > anchor)
      .map((one) => `${one.id}: counts`),
  ];
}
