// Measures placing a party with deliberately hard ages and rules, compared with a search that tries every set of people.
import { unknownRule, personOf, placeParty } from '@haven/kernel';
import { fewestByTryingAll } from './trying-all.mjs';

const ages = Array.from({ length: 21 }, (_, n) => 20 + n);
const party = ages.map((age) => personOf('WOMAN', age));
const clause = (minimumAge, maximumAge) => ({ genders: null, minimumAge, maximumAge, accompaniedOnly: false });
const pairs = ages.flatMap((one, at) => ages.slice(0, at).map((other) => [clause(one, one), clause(other, other)]));

const cases = {
  '21 ages, 210 pools, one for each two of them': pairs,
  '21 ages, 50 of those pools': pairs.filter((_, n) => n % 4 === 0).slice(0, 50),
};

for (const [name, rules] of Object.entries(cases)) {
  const pools = rules.map((persons, n) => ({ id: String(n), free: 1, admits: { ...unknownRule, persons } }));
  const runs = Array.from({ length: 15 }, () => timed(() => placeParty(party, pools, 1)));
  const [now, placed] = runs.sort(([a], [b]) => a - b)[7];
  const [before, fewest] = timed(() =>
    fewestByTryingAll(
      rules.map((persons) => setOf(persons)),
      party.length,
    ),
  );
  const found = 'pools' in placed ? new Set(placed.pools).size : null;
  if (found !== fewest) throw new Error(`${name}: ${found} pools, by trying all ${fewest}`);
  console.log(
    `${name}: ${found ?? 'no'} pools, ${now.toFixed(1)} ms (median of 15); by trying all ${before.toFixed(1)} ms; ratio ${(before / now).toFixed(1)}`,
  );
}

function setOf(persons) {
  return ages.reduce((set, age, n) => (persons.some((one) => age >= one.minimumAge && age <= one.maximumAge) ? set | (1 << n) : set), 0);
}

function timed(work) {
  const began = performance.now();
  const value = work();
  return [performance.now() - began, value];
}
