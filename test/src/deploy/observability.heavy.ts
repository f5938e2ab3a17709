import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { inRepository } from '../harness/repository.js';
import { commandWorks } from './command-works.js';
import type { Tree } from './manifest.js';

const folder = (...path: string[]) => inRepository('deploy', 'observability', ...path);
const rules: Tree[] = parse(readFileSync(folder('alerts.yaml'), 'utf8')).groups.flatMap((group: Tree) => group.rules);
const dashboard = JSON.parse(readFileSync(folder('dashboard.json'), 'utf8')) as Tree;
const shown: string[] = dashboard.panels.flatMap((panel: Tree) => panel.targets.map((target: Tree) => target.expr));
const watched: string[] = rules.map(({ expr }) => expr);

/** The metrics of the processes, with the labels that a query may use. */
const metrics: Readonly<Record<string, readonly string[]>> = {
  haven_consumer_lag: ['group', 'topic', 'partition'],
  haven_outbox_age_seconds: ['schema'],
  haven_outbox_events: ['schema'],
  haven_parked_events: ['schema', 'consumer'],
  haven_projection_delay_seconds: ['group', 'le'],
  haven_graphql_seconds: ['field', 'le'],
  haven_pools_stale: [],
  haven_holds: ['state'],
  haven_graphql_errors_total: ['code'],
};
const ofNode = /^(nodejs|process)_|^up$/;

const withoutSuffix = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
const namesIn = (query: string): string[] =>
  [...query.matchAll(/\b(?:haven|nodejs|process)_\w+|\bup\b/g)].map(([name]) => withoutSuffix(name));
const isKnown = (name: string) => name in metrics || ofNode.test(name);

/** Metrics and labels in a query that no process has. */
function unknownIn(query: string): string[] {
  const names = namesIn(query);
  const labels = new Set(names.flatMap((name) => metrics[name] ?? ['job', 'instance']));
  const asked = [...query.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(', '));
  return [...names.filter((name) => !isKnown(name)), ...asked.filter((label) => !labels.has(label))];
}

describe('alert rules and dashboard', () => {
  it('use metrics and labels that the processes have', () => {
    expect([...watched, ...shown].flatMap(unknownIn)).toEqual([]);
    expect(unknownIn('max by (scheme) (haven_outbox_age_secs)')).toEqual(['haven_outbox_age_secs', 'scheme']);
  });

  it('show every metric of Haven', () => {
    const named = new Set(shown.flatMap(namesIn));
    expect(Object.keys(metrics).filter((name) => !named.has(name))).toEqual([]);
  });

  it('use metrics that the code has', () => {
    const told = namesInCode();
    expect(Object.keys(metrics).filter((name) => !told.has(name))).toEqual([]);
  });

  it('have an id and a position for each panel, and a legend for each line', () => {
    const ids = dashboard.panels.map(({ id }: Tree) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = dashboard.panels.map(({ gridPos: { x, y } }: Tree) => `${x}/${y}`);
    expect(new Set(places).size).toBe(ids.length);
    expect(dashboard.panels.flatMap(({ targets }: Tree) => targets).filter(({ legendFormat }: Tree) => !legendFormat)).toEqual([]);
  });

  it('tell the person on call what to do', () => {
    const documented = [...readFileSync(inRepository('docs', 'runbook.md'), 'utf8').matchAll(/^\| `(Haven\w+)` /gm)].map(
      ([, name]) => name,
    );
    expect(documented.sort()).toEqual(rules.map(({ alert }) => alert).sort());
    expect(rules.filter(({ labels, annotations }) => !['page', 'ticket'].includes(labels.severity) || !annotations.summary)).toEqual([]);
  });

  (commandWorks('promtool', '--version') ? it : it.skip)('mean what they should (needs promtool on the PATH)', () => {
    expect(execFileSync('promtool', ['test', 'rules', folder('alerts.test.yaml')], { encoding: 'utf8', stdio: 'pipe' })).toContain(
      'SUCCESS',
    );
  });
});

function namesInCode(): Set<string> {
  const files = ['libs', 'apps'].flatMap((top) =>
    readdirSync(inRepository(top), { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file}`),
  );
  const sources = files.filter((file) => /^[^/]+\/[^/]+\/src\/.*(?<!\.spec)\.ts$/.test(file));
  const texts = sources.map((file) => readFileSync(inRepository(file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/'(haven_\w+)'/g)].map(([, name]) => name!)).filter((name) => name in metrics));
}
