import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestTerminal, type TestTerminal } from '../terminal.fixture.js';
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
  let terminal: TestTerminal;
  let asked: Record<string, unknown>[];
  let refuses: boolean;

  beforeEach(async () => {
    asked = [];
    refuses = false;
    terminal = await openTestTerminal((request, tell) => {
      const { key, by, ...rest } = request as unknown as Record<string, unknown>;
      asked.push(rest);
      const isList = rest['action'] === 'list';
      expect([typeof key, typeof by]).toEqual(isList ? ['undefined', 'undefined'] : ['string', 'string']);
      if (refuses && !isList) return tell({ failed: 'Decide about the service as a whole.' });
      return tell({ result: isList ? waiting : { done: true } });
    });
  });
  afterEach(() => terminal.close());
  const answering = (...answers: string[]) =>
    runReview(
      terminal.parse('review', '--source', 'north') as ReviewCommand,
      terminal.settings,
      async (text) => ((terminal.written.stderr += text), answers.shift() ?? null),
    );
  const taken = () => asked.filter(({ action }) => action !== 'list');
  const said = { command: 'review', action: 'term', withdraw: false, persons: null, serviceId: null };

  it('lists what waits, one item on each line', async () => {
    expect(await terminal.run('review', 'list', '--source', 'north')).toBe(0);
    expect(asked).toEqual([{ command: 'review', action: 'list', source: 'north' }]);
    expect(
      terminal.written.stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { name: string }).name),
    ).toEqual(['House', 'Zorbing', 'Mostly women', 'S']);
    expect(terminal.written.stderr).toBe('1 places and 3 unclear terms wait. One at a time: npm run haven -- review\n');
  });

  it('takes an answer in one line', async () => {
    await terminal.run('review', 'place', 'l', 'confidential');
    await terminal.run('review', 'term', 'Zorbing', '--taxonomy', 'Theirs', '--source', 'north', '--means', 'legal,material-assistance');
    await terminal.run('review', 'term', 'Zorbing', '--taxonomy', 'Theirs', '--means', 'none', '--persons', 'women,limit:60-');
    await terminal.run('review', 'text', 'Mostly women', '--service', 's', '--persons', 'nothing');
    await terminal.run('review', 'service', 's', '--withdraw');
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
      expect(() => terminal.parse('review', ...words)).toThrow('Say ');
    expect(() => terminal.parse('review', 'term', 'a', 'b', 'c')).toThrow('Too many words');
    expect(asked).toEqual([]);
  });

  it('asks for one after the other by number, and again if it does not understand', async () => {
    expect(await answering('7', '1', '2 3', '1', 'n')).toBe(0);
    const source = 'north';
    expect(taken()).toEqual([
      { command: 'review', action: 'place', id: 'l', decision: 'PUBLIC' },
      { ...said, kind: 'TERM', name: 'Zorbing', taxonomy: 'Theirs', source, categories: ['MEDICAL', 'LEGAL'] },
      { ...said, kind: 'ELIGIBILITY', name: 'Mostly women', taxonomy: null, source, categories: null, persons: ['women'] },
      { ...said, kind: 'SERVICE', name: null, taxonomy: null, source: null, serviceId: 's', categories: [] },
    ]);
    expect(terminal.written.stderr).toContain('Place of O: House, Medan, ID');
    expect(terminal.written.stderr).toContain('  source: north; 3 services, 2 of them without a category');
    expect(terminal.written.stderr).toContain('   1 ACCOMMODATION                   3 LEGAL');
    expect(terminal.written.stderr).toContain('4 answered.');
  });

  it('leaves some for later, shows a refusal, and ends when the person wants', async () => {
    refuses = true;
    await answering('0', '3', 'q');
    expect(taken()).toHaveLength(1);
    expect(terminal.written.stderr).toContain('Decide about the service as a whole.');
    expect(terminal.written.stderr).toContain('0 answered.');
    expect(await answering()).toBe(0);
    expect(taken()).toHaveLength(1);
  });
});
