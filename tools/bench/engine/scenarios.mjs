// The questions, and their origins.
import { cities, cityFor, pointIn } from './cities.mjs';

const woman = { gender: 'WOMAN', age: 24 };
const need = (category) => ({ category });
const shelter = [need('ACCOMMODATION')];

/** A ring with so many corners around a point. */
const ring = ({ latitude, longitude }, corners) =>
  Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    return { latitude: latitude + 0.02 * Math.sin(turn), longitude: longitude + 0.02 * Math.cos(turn) };
  });

const avoided = (random, origin) =>
  Array.from({ length: 5 }, () => ({
    polygon: ring({ latitude: origin.latitude + (random() - 0.5) * 0.2, longitude: origin.longitude + (random() - 0.5) * 0.2 }, 40),
  }));

const anywhere = (random) => pointIn(random, cityFor(random));
const largest = cities[0];
/** Saint Helena: nothing within the distance. */
const island = { latitude: -15.93, longitude: -5.72 };

/** So far that every directory has ten matches: then the compared work is the same. */
const maxDistanceKm = 2_000;

const ask = (point, input) => ({
  ...{ origin: { point }, needs: shelter, first: 10, maxDistanceKm, crossBorder: true },
  person: { ...woman, languages: ['en'] },
  ...input,
});

/** Cities of the demo directory. */
const demoCities = [
  [3.59, 98.67],
  [-6.2, 106.82],
  [13.75, 100.5],
  [11.56, 104.92],
  [14.6, 120.98],
  [23.81, 90.41],
];

/** The input of a question, by name of the scenario. */
export const scenarios = {
  'easy language': (random) => ask(anywhere(random), {}),
  'rare language': (random) => ask(anywhere(random), { person: { ...woman, languages: ['rhg'] } }),
  family: (random) =>
    ask(anywhere(random), {
      person: { ...woman, id: 'm', languages: ['id', 'en'] },
      companions: [
        { gender: 'MAN', age: 3, carerId: 'm', languages: ['id'] },
        { gender: 'WOMAN', age: 8, carerId: 'm', languages: ['id'] },
      ],
    }),
  'areas to avoid': (random) => {
    const point = anywhere(random);
    return ask(point, { avoid: avoided(random, point) });
  },
  'dense city': (random) => ask(pointIn(random, largest), {}),
  'rare language in a dense city': (random) => ask(pointIn(random, largest), { person: { ...woman, languages: ['rhg'] } }),
  'empty island': () => ask(island, {}),
  'legal help': (random) => ask(anywhere(random), { needs: [need('LEGAL')] }),
  'three needs, demo': (random) => {
    const [latitude, longitude] = demoCities[Math.floor(random() * demoCities.length)];
    const point = { latitude: latitude + (random() - 0.5) * 0.4, longitude: longitude + (random() - 0.5) * 0.4 };
    return ask(point, { needs: ['ACCOMMODATION', 'LEGAL', 'MEDICAL'].map(need), person: { ...woman, languages: ['km', 'en'] } });
  },
  'three needs': (random) => ask(anywhere(random), { needs: ['ACCOMMODATION', 'LEGAL', 'MEDICAL'].map(need) }),
};

/** Scenarios for directories of any size. */
export const ofAnyDirectory = Object.keys(scenarios).filter((name) => !name.endsWith('demo'));

/** Ten results of twelve fields. */
export const document = `query ($input: MatchInput!) { match(input: $input) { needs { matches {
  service { id name status languages } score distance { meters precision }
  availability { free total status } languageFit openNow opensAt hoursText } } } }`;
