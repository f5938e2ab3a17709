// The targets beside the results.
import { table } from './markdown.mjs';

const range = (values) => {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2));
  return least === most ? least : `${least} to ${most}`;
};
const milliseconds = (values) => `${values.map((value) => value.toFixed(0)).join(', ')} ms`;

/** By which factor a question takes longer on the largest directory than on the smallest, by scenario. */
function growths(figures) {
  const sizes = figures.map(({ size }) => size);
  const p50 = (size, name) => figures.find((one) => one.size === size && one.scenario === name)?.one.p50;
  return figures
    .filter(({ size }) => size === Math.max(...sizes))
    .map(({ size, scenario }) => p50(size, scenario) / p50(Math.min(...sizes), scenario));
}

const ofMatches = ({ figures }) => [
  ['matches a second ÷ their statements alone', '≥ 0.8', range(figures.map(({ many, floor }) => many.rate / floor.rate))],
  ['p99 ÷ p50 with 16 callers', '≤ 4', range(figures.map(({ many }) => many.p99 / many.p50))],
  ['p50 of the largest directory ÷ the smallest', '≤ 1.3', range(growths(figures))],
  ['matches a second ÷ PostGraphile', '≥ 2', range(figures.map(({ many, postgraphile }) => many.rate / (postgraphile?.rate ?? NaN)))],
];
const ofUpdates = ({ quiet, busy, hot }) => [
  ['p50 while 1,000 counts a second come in', '≤ 1.1', range([busy.p50 / quiet.p50])],
  ['p99 while they do', '≤ 2', range([busy.p99 / quiet.p99])],
  ['updates that touch no index', 'all', `${(100 * hot).toFixed(1)} %`],
];
const ofSeen = ({ few, many }) => [
  [
    'standalone, p99 until a match shows a count, with 1 and 1,000 subscriptions',
    '≤ 10 ms',
    milliseconds([few, many].map((one) => one.visible.p99)),
  ],
  ['the same until it is told', '≤ 10 ms', milliseconds([few, many].map((one) => one.delivered.p99))],
];
const ofKafka = ({ few, many, bare }) => [
  ['on Kafka, p99 until a match shows a count ÷ a bare message', '≤ 3', range([few, many].map((one) => one.visible.p99 / bare.p99))],
  ['the same until it is told', '≤ 3', range([few, many].map((one) => one.delivered.p99 / bare.p99))],
];
const ofRebuild = ({ built, bare }) => [['events built a second ÷ read and parsed', '≥ 0.5', range([built / bare])]];
const ofDemo = ({ now, earlier }) => [['demo directory, a second ÷ the earlier version', '≥ 10', range([now.rate / earlier.rate])]];

const parts = { matches: ofMatches, updates: ofUpdates, seen: ofSeen, kafka: ofKafka, rebuild: ofRebuild, demo: ofDemo };

export const aimsTable = (known) =>
  table(
    ['what', 'aim', 'reached'],
    ['---', '---:', '---:'],
    Object.entries(parts).flatMap(([part, rows]) => (known[part] ? rows(known[part]) : [])),
  );
