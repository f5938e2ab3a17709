import { admissionAttributes } from './hsds.mjs';
import { chanceFor, idOf } from './random.mjs';

/** The instant that counts as "now" in the data; the loader shifts every instant by (load time − anchor). */
export const anchor = Date.UTC(2026, 0, 1);

const minute = 60_000;
/** Age range of a count at the anchor, in minutes. */
const ages = { fresh: [2, 180], aging: [300, 1200], stale: [2880, 14400] };
const unit = { id: idOf('unit', 'bed'), name: 'bed', scheme: 'haven', identifier: 'bed' };

/** Instant before the anchor, in milliseconds UTC. */
export const before = (minutes) => new Date(anchor - minutes * minute).toISOString();

/** A bed pool in the form of HSDS 3.1. `age`: fresh, aging or stale. */
export function bedPool(serviceId, name, { available, maximum, age, rule = {} }) {
  const id = idOf('service_capacity', serviceId, name);
  const attributes = admissionAttributes('service_capacity', id, rule);
  const updated = before(chanceFor('age', id).integer(...ages[age]));
  return {
    id,
    service_id: serviceId,
    unit,
    available,
    maximum,
    description: name,
    updated,
    ...(attributes.length > 0 && { attributes }),
  };
}

/** Pools with random counts: about a fifth full, a quarter stale. */
export function drawPools(serviceId, rooms) {
  const chance = chanceFor('pools', serviceId);
  return rooms.map(([name, rule]) => {
    const maximum = chance.integer(3, 28);
    const available = chance.happens(0.2) ? 0 : chance.integer(1, Math.ceil(maximum / 2));
    const age = chance.pick(['fresh', 'fresh', 'fresh', 'fresh', 'fresh', 'aging', 'aging', 'stale', 'stale']);
    return bedPool(serviceId, name, { available, maximum, age, rule });
  });
}
