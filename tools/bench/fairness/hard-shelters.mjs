// Shelters with deliberately hard rules, and parties for them, with as many pools and people as allowed.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomOf } from '@haven/test/reference/requests/random';

const random = randomOf(20_261_128).next;
const whole = (least, most) => least + Math.floor(random() * (most - least + 1));

export const mostPools = 50;
const people = 21;
const children = 14;
/** The ages of one party, all different: 14 children and 7 adults. */
const ages = (shift) => [
  ...Array.from({ length: children }, (_, i) => i % 13),
  ...Array.from({ length: people - children }, (_, i) => 20 + ((shift + 9 * i) % 70)),
];

/** A party of 21 with 14 children, different for each `shift`. */
export const hardParty = (shift) =>
  ages(shift).map((age, i) => ({
    id: `p${i}`,
    gender: (i + shift) % 2 ? 'WOMAN' : 'MAN',
    age,
    ...(i < children && i % 2 && { carerId: `p${children + (i % (people - children))}` }),
  }));

const clause = () => {
  const from = random() < 0.6 ? whole(0, 12) : whole(18, 80);
  return { minimumAge: from, maximumAge: from + whole(0, from < 18 ? 3 : 15), accompaniedOnly: false };
};

const far = { country: 'ID', city: 'Medan', latitude: 3.6, longitude: 98.67, visibility: 'PUBLIC' };

/** Registers so many shelters of one organization, with 50 hard pools each, and returns their ids. */
export async function hardShelters(ask, count) {
  const organizationId = await made(ask, 'registerOrganization', 'RegisterOrganizationInput', { name: 'Measured' });
  const shelters = [];
  for (let n = 0; n < count; n += 1) {
    const service = { name: `Hard ${n}`, categories: ['ACCOMMODATION'], locations: [far], languages: ['en'] };
    shelters.push(await made(ask, 'registerService', 'RegisterServiceInput', { organizationId, service }));
  }
  for (const serviceId of shelters) await definePools(ask, serviceId, hardPool);
  return { organizationId, shelters };
}

const hardPool = () => ({ total: whole(1, 3), admits: { persons: Array.from({ length: 3 }, clause) } });

async function definePools(ask, serviceId, pool) {
  await made(ask, 'defineBedPool', 'DefineBedPoolInput', { serviceId, name: 'R', ...pool() });
  for (let done = 1; done < mostPools; done += 25) {
    const all = Array.from({ length: Math.min(25, mostPools - done) }, (_, i) => i);
    const query = `mutation (${all.map((i) => `$i${i}: DefineBedPoolInput!`).join(' ')}) { ${all.map((i) => `a${i}: defineBedPool(input: $i${i}) { __typename }`).join(' ')} }`;
    const inputs = all.map((i) => ({ idempotencyKey: randomUUID(), serviceId, name: `R${done + i}`, ...pool() }));
    const answer = await ask(query, Object.fromEntries(inputs.map((input, i) => [`i${i}`, input])));
    const wrong = Object.values(answer).find((one) => one.__typename !== 'BedPool');
    if (wrong) throw new Error(`No pool: ${JSON.stringify(wrong)}`);
  }
}

/**
 * Sends one mutation, which must succeed, and returns the id that it made. Retries for a while, because other parts learn of a new service
 * a moment later.
 */
export async function made(ask, name, type, input) {
  const kind = { registerOrganization: 'Organization', registerService: 'Service', defineBedPool: 'BedPool' }[name];
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on InvalidInput { fields { path message } } ... on ${kind} { id } } }`;
  for (let tries = 0; ; tries += 1) {
    const answer = (await ask(query, { input: { idempotencyKey: randomUUID(), ...input } }))[name];
    if (answer.id) return answer.id;
    if (answer.__typename !== 'NotFound' || tries > 100) throw new Error(JSON.stringify(answer));
    await sleep(50);
  }
}
