import { phone, synthetic } from './hsds.mjs';
import { idOf } from './random.mjs';
import { cities } from './cities.mjs';
import { kindOrder, kinds } from './offers.mjs';
import { namedSigns, organizationNames, signedIn } from './words.mjs';

/** Organization record, nested in each of its services. */
function organization(name, city) {
  const id = idOf('organization', name);
  const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example.org`;
  return {
    id,
    name: `${name} (demo)`,
    description: `${synthetic} An invented organization in ${city.name}.`,
    email: `office@${domain}`,
    website: `https://${domain}`,
    phones: [phone('organization_id', id, city.dial, 'voice', [])],
  };
}

const spareNames = [...organizationNames];

function organizationOf(name, city, kind, index) {
  const record = organization(`${name} ${kinds[kind][0]}`, city);
  return { record, city, kind, index, domain: new URL(record.website).hostname };
}

const inCities = cities.flatMap((city) =>
  Array.from({ length: city.organizations }, (_, index) =>
    organizationOf(spareNames.shift(), city, kindOrder[index % kindOrder.length], index),
  ),
);

const isFirstToSign = (city) => cities.find((other) => signedIn(other) === signedIn(city)) === city;

/**
 * Deaf people have their own organization in one city for each sign language. It takes names from the end of the list, so that all others
 * keep their names.
 */
const ofDeafPeople = cities
  .filter((city) => namedSigns.includes(signedIn(city)) && isFirstToSign(city))
  .map((city) => organizationOf(spareNames.pop(), city, 'deaf', city.organizations));

/** Every organization: record, city, kind and running number within its city. */
export const organizations = [...inCities, ...ofDeafPeople];
