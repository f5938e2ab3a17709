// The figures in the form of the document.
import { aimsTable } from './aims.mjs';
import { table } from './markdown.mjs';

const ms = (value) => value.toFixed(1);
const thousands = (count) => count.toLocaleString('en-US');
const times = (value) => `${value.toFixed(2)} ×`;
const right = '---:';

const matchesHead = ['services', 'question', 'matches', 'alone p50, p99 ms', '16 clients p50, p99 ms', 'a second'];
const besideHead = ['statements alone', 'ratio', 'PostGraphile', 'ratio', 'measured'];

const dayOf = (at) => at.slice(0, 10);

const rowOf = ({ at, size, scenario, one, many, floor, postgraphile }) => [
  thousands(size),
  scenario,
  ms(one.matches),
  `${ms(one.p50)}, ${ms(one.p99)}`,
  `${ms(many.p50)}, ${ms(many.p99)}`,
  many.rate.toFixed(0),
  `${floor.rate.toFixed(0)} (${ms(floor.statements)} each)`,
  (many.rate / floor.rate).toFixed(2),
  ...(postgraphile ? [postgraphile.rate.toFixed(0), (many.rate / postgraphile.rate).toFixed(2)] : ['', '']),
  dayOf(at),
];

export const matchesTable = (figures) =>
  table([...matchesHead, ...besideHead], [right, '---', ...Array(9).fill(right)], figures.map(rowOf));

/** The medians of one caller, relative to those of the smallest directory. */
function growthTable(figures) {
  const sizes = [...new Set(figures.map(({ size }) => size))];
  const p50 = (size, name) => figures.find((one) => one.size === size && one.scenario === name)?.one.p50;
  const names = [...new Set(figures.map(({ scenario }) => scenario))];
  const growth = (size, name) => p50(size, name) / p50(sizes[0], name);
  return table(
    ['question', ...sizes.slice(1).map((size) => `p50 of ${thousands(size)} ÷ ${thousands(sizes[0])}`)],
    ['---', ...sizes.slice(1).map(() => right)],
    names.map((name) => [name, ...sizes.slice(1).map((size) => (growth(size, name) ? growth(size, name).toFixed(2) : ''))]),
  );
}

const machineOf = ({ node, processors }) =>
  `with Node ${node} on ${processors} processors that the server, the database and the callers share`;
const toldOf = ({ at, ...machine }) => `Measured at ${dayOf(at)} ${machineOf(machine)}.`;

const toldCounts = (counts) => `${counts} counts, each in a room of its own time; milliseconds after the acknowledgement, p50 and p99.`;
const seenTable = (few, many) =>
  table(
    ['subscriptions', 'asked, and shown by a match', 'that match answered', 'told, each', 'told, the last one'],
    Array(5).fill(right),
    [few, many].map(({ subscriptions, visible, answered, delivered, last }) => [
      thousands(subscriptions),
      ...[visible, answered, delivered, last].map(({ p50, p99 }) => `${ms(p50)}, ${ms(p99)}`),
    ]),
  );

const writers = {
  matches: ({ control, figures, ...run }) => [
    `Measured ${machineOf(run)}. Control of the latest run: with a wait of 2 ms before each question the median is ${ms(control.with)} ms, without ${ms(control.without)} ms.`,
    matchesTable(figures),
    growthTable(figures),
  ],
  updates: ({ size, scenario, quiet, busy, perSecond, updates, hot, ...run }) => [
    `${toldOf(run)} ${thousands(size)} services, "${scenario}", one caller.`,
    table(
      ['counts a second', 'p50 ms', 'p99 ms'],
      [right, right, right],
      [
        ['0', ms(quiet.p50), ms(quiet.p99)],
        [perSecond.toFixed(0), ms(busy.p50), ms(busy.p99)],
        ['ratio', times(busy.p50 / quiet.p50), times(busy.p99 / quiet.p99)],
      ],
    ),
    `Of ${thousands(updates)} updates of \`bed_state\`, ${(100 * hot).toFixed(1)} % touched no index (HOT).`,
  ],
  seen: ({ counts, few, many, ...run }) => [`${toldOf(run)} ${toldCounts(counts)}`, seenTable(few, many)],
  kafka: ({ counts, few, many, bare, ...run }) => [
    `${toldOf(run)} ${toldCounts(counts)}`,
    seenTable(few, many),
    `A message that a bare producer and consumer pass through the same broker: ${ms(bare.p50)}, ${ms(bare.p99)}. p99 ÷ that: ${[
      ...[few, many].map((one) => `${times(one.visible.p99 / bare.p99)} until a match shows a count with ${thousands(one.subscriptions)}`),
      ...[few, many].map((one) => `${times(one.delivered.p99 / bare.p99)} until each of ${thousands(one.subscriptions)} is told`),
    ].join(', ')}.`,
  ],
  rebuild: ({ services, bare, built, ...run }) => [
    toldOf(run),
    table(['services', 'events read and parsed a second', 'built a second', 'ratio'], Array(4).fill(right), [
      [thousands(services), bare.toFixed(0), built.toFixed(0), (built / bare).toFixed(2)],
    ]),
  ],
  demo: ({ commit, scenario, earlier, now, ...run }) => [
    `${toldOf(run)} "${scenario}", 16 clients, the embedded database; earlier: ${commit}.`,
    table(
      ['', 'a second', 'p50 ms'],
      ['---', right, right],
      [
        ['earlier', earlier.rate.toFixed(1), ms(earlier.p50)],
        ['now', now.rate.toFixed(1), ms(now.p50)],
        ['ratio', times(now.rate / earlier.rate), times(now.p50 / earlier.p50)],
      ],
    ),
  ],
};

/** Inserts the tables into a page. */
export function writeTables(page, known) {
  const texts = Object.entries(writers).map(([part, write]) => [part, known[part] && write(known[part])]);
  return [...texts, ['aims', [aimsTable(known)]]].reduce((written, [part, text]) => {
    const [begins, ends] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
    if (!text || !written.includes(begins)) return written;
    const [before, rest] = written.split(begins);
    return `${before}${begins}\n\n${text.join('\n\n')}\n\n${ends}${rest.split(ends)[1]}`;
  }, page);
}
