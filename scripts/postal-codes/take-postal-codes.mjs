// Writes data/postal-codes/*.csv, whose README says from what:
//   node scripts/postal-codes/take-postal-codes.mjs PATH/geonames_data.jsonl.gz PATH/geo.sqlite
import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';

const countries = ['AU', 'BD', 'CA', 'DE', 'GB', 'ID', 'LK', 'MY', 'NZ', 'PH', 'PK', 'TH', 'US'];
/** Addresses there name the United States. */
const ofUnitedStates = ['AS', 'GU', 'MP', 'PR', 'VI'];
/** GeoNames numbers how sure a position is; below it was estimated from neighbours, or nobody said. */
const sureLeast = 3;
/** Three quarters of the places of a code lie this close to its middle, or it is the code of no town. */
const wideKm = 15;
/** A code this far from those with the same first digits is a mistake, unless they lie far apart themselves. */
const farKm = 60;
const farTimes = 6;
/** An estimated position counts this close to sure ones with the same first digits. */
const guessedKm = 15;
const neighboursLeast = 4;

const [worldPath, indiaPath] = process.argv.slice(2);

const kmBetween = (a, b) => {
  const [north, east] = [
    b.latitude - a.latitude,
    (((b.longitude - a.longitude + 540) % 360) - 180) * Math.cos((a.latitude * Math.PI) / 180),
  ];
  return 111.2 * Math.hypot(north, east);
};
const quantile = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)];
const middleOf = (places) => ({
  latitude: quantile(
    places.map(({ latitude }) => latitude),
    0.5,
  ),
  longitude: quantile(
    places.map(({ longitude }) => longitude),
    0.5,
  ),
});
const isOfOneTown = (middle, places) =>
  quantile(
    places.map((place) => kmBetween(middle, place)),
    0.75,
  ) <= wideKm;

/** One position for each code of a country, from the places that share it. */
function positionsOf(places) {
  const sure = new Map();
  const guessed = new Map();
  for (const [code, all] of Map.groupBy(places, ({ code }) => code)) {
    const certain = all.filter(({ accuracy }) => accuracy >= sureLeast);
    const used = certain.length > 0 ? certain : all;
    const middle = middleOf(used);
    if (isOfOneTown(middle, used)) (certain.length > 0 ? sure : guessed).set(code, middle);
  }
  const near = neighboursIn(sure);
  const isFar = ([code, position]) => {
    const others = near(code);
    return others !== null && kmBetween(others.middle, position) > Math.max(farKm, farTimes * others.usualKm);
  };
  const isLikely = ([code, position]) => {
    const others = near(code);
    return others !== null && kmBetween(others.middle, position) <= guessedKm;
  };
  return new Map([...[...sure].filter((one) => !isFar(one)), ...[...guessed].filter(isLikely)]);
}

/** Where the other codes with the same first digits are, as many digits as enough others have. */
function neighboursIn(positions) {
  const groups = new Map();
  for (const [code, position] of positions)
    for (let length = 1; length < code.length; length += 1) {
      const key = code.slice(0, length);
      if (groups.has(key)) groups.get(key).push(position);
      else groups.set(key, [position]);
    }
  const known = new Map();
  const summary = (key) => {
    if (!known.has(key)) {
      const middle = middleOf(groups.get(key));
      const usualKm = quantile(
        groups.get(key).map((one) => kmBetween(middle, one)),
        0.5,
      );
      known.set(key, { middle, usualKm });
    }
    return known.get(key);
  };
  return (code) => {
    for (let length = code.length - 1; length > 0; length -= 1)
      if ((groups.get(code.slice(0, length))?.length ?? 0) >= neighboursLeast) return summary(code.slice(0, length));
    return null;
  };
}

function* worldPlaces(lines) {
  for (const line of lines) {
    if (line === '') continue;
    const { country_code: given, postal_code: code, latitude, longitude, accuracy } = JSON.parse(line);
    const country = ofUnitedStates.includes(given) ? 'US' : given;
    if (countries.includes(country))
      yield { country, code: code.replaceAll(/[^0-9A-Z]/g, ''), latitude, longitude, accuracy: accuracy ?? 0 };
  }
}

/** Post offices of India whose positions their package does not doubt. */
const indianPlaces = () =>
  new DatabaseSync(indiaPath, { readOnly: true })
    .prepare('SELECT pincode, lat_e5, lon_e5 FROM post_offices WHERE lat_e5 IS NOT NULL AND gq_code < 2')
    .all()
    .map(({ pincode, lat_e5: north, lon_e5: east }) => ({
      ...{ country: 'IN', code: String(pincode), latitude: north / 1e5, longitude: east / 1e5, accuracy: sureLeast },
    }));

const world = gunzipSync(await readFile(worldPath))
  .toString('utf8')
  .split('\n');
for (const [country, places] of Map.groupBy([...worldPlaces(world), ...indianPlaces()], (place) => place.country)) {
  const rows = [...positionsOf(places)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { latitude, longitude }]) => `${code},${latitude.toFixed(2)},${longitude.toFixed(2)}`);
  await writeFile(
    new URL(`../../data/postal-codes/${country.toLowerCase()}.csv`, import.meta.url),
    `${['code,latitude,longitude', ...rows].join('\n')}\n`,
  );
  console.log(`${country}: ${rows.length} of ${new Set(places.map(({ code }) => code)).size} codes`);
}
