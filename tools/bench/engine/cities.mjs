// Where people live: the largest cities of the world, weighted by inhabitants.
import { cityMapping } from 'city-timezones';

const count = 600;
/** Half of a city's services are nearer to its centre than this; degrees. */
const spread = 0.05;

export const cities = [...cityMapping]
  .sort((a, b) => b.pop - a.pop)
  .slice(0, count)
  .map(({ lat, lng, iso2, pop, city }) => ({ latitude: lat, longitude: lng, country: iso2, weight: pop, name: city }));

const totals = [];
for (const { weight } of cities) totals.push((totals.at(-1) ?? 0) + weight);

/** A random city; larger ones are more frequent. */
export function cityFor(random) {
  const at = random() * totals.at(-1);
  let [low, high] = [0, totals.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (totals[middle] < at) low = middle + 1;
    else high = middle;
  }
  return cities[low];
}

/** A point in a city: many near its centre, few far from it. */
export function pointIn(random, { latitude, longitude }) {
  const distance = (spread * random()) / (1.05 - random());
  const turn = random() * 2 * Math.PI;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return { latitude: latitude + distance * Math.sin(turn), longitude: longitude + (distance * Math.cos(turn)) / shrink };
}
