import { phone, synthetic } from './hsds.mjs';
import { idOf } from './random.mjs';
import { cities } from './cities.mjs';
import { kindOrder, kinds } from './offers.mjs';
import { organizationNames } from './words.mjs';

/** Organization record, as nested in each of its services. */
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

/** Every organization: record, city, kind and running number within its city. */
export const organizations = cities.flatMap((city) =>
  Array.from({ length: city.organizations }, (_, index) => {
    const kind = kindOrder[index % kindOrder.length];
    const record = organization(`${spareNames.shift()} ${kinds[kind][0]}`, city);
    return { record, city, kind, index, domain: new URL(record.website).hostname };
  }),
);
