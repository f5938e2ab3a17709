import { namedSigns, signedIn } from '../generator/words.mjs';
import { cities } from '../generator/cities.mjs';
import { saidOf } from '../generator/interpreters.mjs';

const everyDay = 'MO,TU,WE,TH,FR,SA,SU';
const valuesOf = (record, code) => (record.attributes ?? []).filter((one) => one.taxonomy_term.code === code).map((one) => one.value);
const isShelter = (record) => valuesOf(record, 'haven:category').includes('ACCOMMODATION');
const codesOf = (record) => record.languages.map(({ code }) => code);
const kindOf = ({ description }) => (['Intake', 'Phone'].includes(description) ? description : 'Visit');
const schedulesOf = (record, kind) => (record.schedules ?? []).filter((one) => kindOf(one) === kind);
const clockOf = (text) => text.slice(0, 5);
const isAlways = ({ byday, opens_at, closes_at }) => byday === everyDay && clockOf(opens_at) === '00:00' && clockOf(closes_at) === '23:59';
const isOverMidnight = ({ opens_at, closes_at }) => clockOf(closes_at) < clockOf(opens_at);

/** Returns a problem for each count that is too small. */
const tooFew = (counts) =>
  Object.entries(counts)
    .filter(([, [count, least]]) => count < least)
    .map(([what, [count, least]]) => `${count} ${what}, wanted ${least}`);

/** Deaf people find somebody who signs their language: a service with signing names the language, and nobody signs by telephone. */
export function signLanguages(services) {
  const signs = (record) => codesOf(record).filter((code) => code === 'sgn' || namedSigns.includes(code));
  const cityOf = (record) => record.service_at_locations[0].location.addresses?.[0].city;
  const nativeSigns = new Map(cities.map((city) => [city.name, signedIn(city)]));
  const isForeign = (record) => signs(record).some((code) => code !== nativeSigns.get(cityOf(record)));
  const interpreting = services.filter((record) => valuesOf(record, 'haven:category').includes('INTERPRETATION'));
  const problems = services.flatMap((record) =>
    [
      ...(valuesOf(record, 'haven:admission.accessibility').includes('DEAF') && signs(record).length === 0 ? ['nobody signs'] : []),
      ...(signs(record).length > 0 && valuesOf(record, 'haven:interpreter.by').join() === 'PHONE' ? ['signs by telephone'] : []),
      ...(isForeign(record) ? ['signs as nobody does there'] : []),
    ].map((problem) => `${record.name}: ${problem}`),
  );
  const offered = (code) => interpreting.some((record) => codesOf(record).includes(code));
  return [
    ...problems,
    ...[...new Set(nativeSigns.values())].filter((code) => code !== 'sgn' && !offered(code)).map((code) => `${code}: nobody interprets it`),
  ];
}

/** Hours over midnight, separate hours of intake, and phones that are answered when nobody can come. */
export function hours(services) {
  const shelters = services.filter(isShelter);
  const count = (list, test) => list.filter(test).length;
  const takesInApart = (record) =>
    schedulesOf(record, 'Visit').some(isAlways) && schedulesOf(record, 'Intake').some((one) => !isAlways(one));
  const isHeardApart = (record) => schedulesOf(record, 'Phone').some(isAlways) && !schedulesOf(record, 'Visit').some(isAlways);
  return tooFew({
    'shelters over midnight': [count(shelters, (record) => schedulesOf(record, 'Visit').some(isOverMidnight)), 15],
    'shelters with intake over midnight': [count(shelters, (record) => schedulesOf(record, 'Intake').some(isOverMidnight)), 10],
    'shelters with hours of intake in a house that is always open': [count(shelters, takesInApart), 20],
    'services whose phone is answered when nobody can come': [count(services, isHeardApart), 20],
    'phones that are answered at some hours': [count(services, (record) => schedulesOf(record, 'Phone').some((one) => !isAlways(one))), 20],
  });
}

/** Each sentence about hours or interpreters agrees with the fields of its record. */
export function sayings(services) {
  return services.flatMap((record) =>
    sentencesOf(record)
      .filter(([, isSaid, isSo]) => isSaid !== isSo)
      .map(([what, isSaid]) => `${record.name}: ${what} is ${isSaid ? 'said, and not so' : 'so, and not said'}`),
  );
}

/** [sentence, whether the record has it, whether it is true] */
const sentencesOf = (record) => [
  ...['Open 24 hours, every day', 'Nights only: closes the next morning'].flatMap((sentence, n) =>
    schedulesOf(record, 'Visit').map((one) => [sentence, one.description === sentence, [isAlways, isOverMidnight][n](one)]),
  ),
  ...['in person', 'by telephone', 'in person and by telephone'].map((way) => [
    `"interprets ${way}"`,
    record.description.endsWith(` They interpret ${way}.`),
    saidOf({ by: valuesOf(record, 'haven:interpreter.by') }) === ` They interpret ${way}.`,
  ]),
  ...(record.description.includes('by telephone and in person, day and night')
    ? [['"by telephone, day and night"', true, schedulesOf(record, 'Phone').some(isAlways)]]
    : []),
  ...(record.service_at_locations[0].location.location_type === 'virtual'
    ? [['"by telephone"', true, valuesOf(record, 'haven:interpreter.by').join() === 'PHONE']]
    : []),
];

/** Some services name their interpreters in a text, shelters among them. */
export function interpretation(services) {
  const telling = services.filter((record) => record.interpretation_services);
  return tooFew({
    'services that tell who interprets': [telling.length, 40],
    'shelters that tell who interprets': [telling.filter(isShelter).length, 10],
    'services that name the languages of interpreters': [
      telling.filter((record) => /in the house: |\([a-z]{2}\)/.test(record.interpretation_services)).length,
      15,
    ],
  });
}
