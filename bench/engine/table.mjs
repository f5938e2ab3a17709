// The figures as a reader sees them.
const ms = (value) => value.toFixed(1);
const thousands = (count) => count.toLocaleString('en-US');

const head = `| services | question | matches | alone p50, p99 ms | 16 clients p50, p99 ms | a second | statements alone | ratio |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |`;

const rowOf = ({ size, scenario, one, many, floor }) =>
  `| ${[
    thousands(size),
    scenario,
    ms(one.matches),
    `${ms(one.p50)}, ${ms(one.p99)}`,
    `${ms(many.p50)}, ${ms(many.p99)}`,
    many.rate.toFixed(0),
    `${floor.rate.toFixed(0)} (${ms(floor.statements)} each)`,
    (many.rate / floor.rate).toFixed(2),
  ].join(' | ')} |`;

export const tableOf = (figures) => [head, ...figures.map(rowOf)].join('\n');

/** The medians of one caller, against those of the smallest directory. */
function growthOf(figures) {
  const sizes = [...new Set(figures.map(({ size }) => size))];
  const p50 = (size, name) => figures.find((one) => one.size === size && one.scenario === name)?.one.p50;
  const names = [...new Set(figures.map(({ scenario }) => scenario))];
  return [
    `| question | ${sizes.map((size) => `p50 of ${thousands(size)} ÷ ${thousands(sizes[0])}`).join(' | ')} |`,
    `| --- | ${sizes.map(() => '---:').join(' | ')} |`,
    ...names.map((name) => `| ${name} | ${sizes.map((size) => (p50(size, name) / p50(sizes[0], name)).toFixed(2)).join(' | ')} |`),
  ].join('\n');
}

const [begins, ends] = ['<!-- figures -->', '<!-- end of figures -->'];

/** Puts the tables in their place in a page. */
export function writeTable(page, { at, node, processors, control, figures }) {
  const [before, rest] = page.split(begins);
  const [, after] = rest.split(ends);
  const told = `Measured at ${at.slice(0, 10)} with Node ${node} on ${processors} processors that the server, the database and the callers share. Control: with a wait of 2 ms before each question the median is ${ms(control.with)} ms, without ${ms(control.without)} ms.`;
  return `${before}${begins}\n\n${told}\n\n${tableOf(figures)}\n\n${growthOf(figures)}\n\n${ends}${after}`;
}
