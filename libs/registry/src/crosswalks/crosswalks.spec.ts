import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NeedCategory } from '@haven/kernel';
import { crosswalks } from './crosswalks.js';

const termStrengths = ['decides', 'confirmed', 'likely', 'hint', 'never', 'none'];
const wordStrengths = ['name', 'description', 'last', 'confirms', 'denies', 'unless'];

const all = [...crosswalks()].flatMap(([name, lines]) => lines.map((line) => ({ name, ...line })));

describe('crosswalks', () => {
  it('are all files of their folder', () => {
    const files = readdirSync(new URL('../../../../data/crosswalks/', import.meta.url)).filter((file) => file.endsWith('.csv'));
    expect(files.sort()).toEqual([...crosswalks().keys()].map((name) => `${name}.csv`).sort());
  });

  it.each([...crosswalks()])('%s: every line is complete', (name, lines) => {
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['term', 'code', 'category', 'strength', 'persons']);
      expect([...termStrengths, ...(name === 'free-words' ? wordStrengths : [])]).toContain(line.strength);
      for (const word of line.persons.split(' '))
        expect(word).toMatch(/^(|women|men|trans|trans-women|children|families|anyone|condition|(ages|limit):\d+-\d*)$/);
      expect(line.term + line.code).not.toBe('');
      expect([line.term, line.code]).toEqual([line.term.trim(), line.code.trim()]);
      if (!(line.strength === 'none' || (line.strength === 'unless' && line.category === '')))
        expect(Object.keys(NeedCategory)).toContain(line.category);
    }
  });

  it('no line occurs twice in a file', () => {
    const lines = all.map(({ name, term, code, category, strength }) => [name, term.toLowerCase(), code, category, strength].join('|'));
    expect(lines.filter((line, n) => lines.indexOf(line) !== n)).toEqual([]);
  });

  it('a term means the same in every file', () => {
    const said = Map.groupBy(
      all.filter(
        ({ strength, name, term }) => term !== '' && termStrengths.includes(strength) && !(name === 'free-words' && strength === 'never'),
      ),
      ({ term }) => term.toLowerCase(),
    );
    const differing = [...said].filter(([, lines]) => {
      const byFile = Map.groupBy(lines, ({ name }) => name);
      return (
        new Set([...byFile.values()].map((file) => JSON.stringify(file.map(({ category, strength }) => [category, strength]).sort())))
          .size > 1
      );
    });
    expect(differing.map(([term]) => term)).toEqual([]);
  });

  it('contain only short names and code prefixes of the licensed taxonomy, which are free to use', () => {
    for (const { term, code } of crosswalks().get('211')!) expect(term.length + code.length).toBeLessThan(40);
  });
});
