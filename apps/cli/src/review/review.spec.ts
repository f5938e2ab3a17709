import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@haven/config';
import { openControlServer, type ControlServer } from '@haven/server/process';
import { parseCommand, type Command } from '../parse-command.js';
import { runCommand } from '../run-command.js';
import type { ReviewCommand } from './parse-review.js';
import { runReview } from './run-review.js';
import type { Waiting } from './waiting.js';

const place = { id: 'l', name: 'House', city: 'Medan', country: 'ID', organization: { name: 'O' }, services: ['S'], source: 'north' };
const term = {
  kind: 'TERM' as const,
  source: 'north',
  taxonomy: 'Theirs',
  code: null,
  name: 'Zorbing',
  services: 3,
  lacking: 2,
  examples: [{ id: 's', name: 'S' }],
  isOfPersons: false,
};
const waiting: Waiting = {
  places: [place],
  placesInAll: 1,
  terms: [
    term,
    { ...term, kind: 'ELIGIBILITY', taxonomy: null, name: 'Mostly women', isOfPersons: true },
    { ...term, kind: 'SERVICE', taxonomy: null, name: 'S' },
  ],
  termsInAll: 3,
  categories: ['ACCOMMODATION', 'MEDICAL', 'LEGAL'],
  groups: ['women', 'men'],
};

describe('haven review', () => {
  let directory: string;
  let server: ControlServer;
  let asked: Record<string, unknown>[];
  let refuses: boolean;
  const written = { stdout: '', stderr: '' };

  beforeEach(async () => {
    asked = [];
    refuses = false;
    directory = await mkdtemp(join(tmpdir(), 'haven-review-'));
    server = await openControlServer(directory);
    server.serve((request, tell) => {
      const { key, by, ...rest } = request as unknown as Record<string, unknown>;
      asked.push(rest);
      const isList = rest['action'] === 'list';
      expect([typeof key, typeof by]).toEqual(isList ? ['undefined', 'undefined'] : ['string', 'string']);
      if (refuses && !isList) return tell({ failed: 'Decide about the service as a whole.' });
      return tell({ result: isList ? waiting : { done: true } });
    });
    for (const name of ['stdout', 'stderr'] as const) {
      written[name] = '';
      jest.spyOn(process[name], 'write').mockImplementation((text) => ((written[name] += String(text)), true));
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await server.close();
    await rm(directory, { recursive: true });
  });
  const settings = () => readSettings({ HAVEN_DATA: directory });
  const parse = (...words: string[]) => parseCommand(words, directory) as Exclude<Command, { name: 'help' }>;
  const run = (...words: string[]) => runCommand(parse(...words), settings());
  const answering = (...answers: string[]) =>
    runReview(
      parse('review', '--source', 'north') as ReviewCommand,
      settings(),
      async (text) => ((written.stderr += text), answers.shift() ?? null),
    );
  const taken = () => asked.filter(({ action }) => action !== 'list');
  const said = { command: 'review', action: 'term', withdraw: false, persons: null, serviceId: null };

  it('lists what waits, one a line', async () => {
    expect(await run('review', 'list', '--source', 'north')).toBe(0);
    expect(asked).toEqual([{ command: 'review', action: 'list', source: 'north' }]);
    expect(
      written.stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { name: string }).name),
    ).toEqual(['House', 'Zorbing', 'Mostly women', 'S']);
    expect(written.stderr).toBe('1 places and 3 unclear terms wait. One at a time: npm run haven -- review\n');
  });

  it('takes an answer in one line', async () => {
    await run('review', 'place', 'l', 'confidential');
    await run('review', 'term', 'Zorbing', '--taxonomy', 'Theirs', '--source', 'north', '--means', 'legal,material-assistance');
    await run('review', 'term', 'Zorbing', '--taxonomy', 'Theirs', '--means', 'none', '--persons', 'women,limit:60-');
    await run('review', 'text', 'Mostly women', '--service', 's', '--persons', 'nothing');
    await run('review', 'service', 's', '--withdraw');
    const term = { ...said, kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', source: null };
    expect(taken()).toEqual([
      { command: 'review', action: 'place', id: 'l', decision: 'CONFIDENTIAL' },
      { ...term, source: 'north', categories: ['LEGAL', 'MATERIAL_ASSISTANCE'] },
      { ...term, categories: [], persons: ['women', 'limit:60-'] },
      { ...said, kind: 'ELIGIBILITY', name: 'Mostly women', taxonomy: null, source: null, serviceId: 's', categories: null, persons: [] },
      { ...said, kind: 'SERVICE', name: null, taxonomy: null, source: null, serviceId: 's', categories: null, withdraw: true },
    ]);
  });

  it('says what is missing, and asks nobody', () => {
    for (const words of [['place', 'l'], ['place', 'l', 'maybe'], ['term', 'Zorbing'], ['term'], ['nothing'], ['list', 'l']])
      expect(() => parse('review', ...words)).toThrow('Say ');
    expect(() => parse('review', 'term', 'a', 'b', 'c')).toThrow('Too many words');
    expect(asked).toEqual([]);
  });

  it('asks for one after the other by number, again when it does not understand', async () => {
    expect(await answering('7', '1', '2 3', '1', 'n')).toBe(0);
    const source = 'north';
    expect(taken()).toEqual([
      { command: 'review', action: 'place', id: 'l', decision: 'PUBLIC' },
      { ...said, kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', source, categories: ['MEDICAL', 'LEGAL'] },
      { ...said, kind: 'ELIGIBILITY', name: 'Mostly women', taxonomy: null, source, categories: null, persons: ['women'] },
      { ...said, kind: 'SERVICE', name: null, taxonomy: null, source: null, serviceId: 's', categories: [] },
    ]);
    expect(written.stderr).toContain('New place of O: House, Medan, ID');
    expect(written.stderr).toContain('  source: north; 3 services, 2 of them without a category');
    expect(written.stderr).toContain('   1 ACCOMMODATION                   3 LEGAL');
    expect(written.stderr).toContain('4 answered.');
  });

  it('leaves some for later, shows a refusal, and ends when the person does', async () => {
    refuses = true;
    await answering('0', '3', 'q');
    expect(taken()).toHaveLength(1);
    expect(written.stderr).toContain('Decide about the service as a whole.');
    expect(written.stderr).toContain('0 answered.');
    expect(await answering()).toBe(0);
    expect(taken()).toHaveLength(1);
  });
});
