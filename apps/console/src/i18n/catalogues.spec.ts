import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { languages } from './languages';

const source = fileURLToPath(new URL('../', import.meta.url));
const files = (readdirSync(source, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'));
const folders = [...new Set(files.filter((name) => name.endsWith('/messages/en.json')).map((name) => name.slice(0, -'en.json'.length)))];
const catalogue = (folder: string, code: string) =>
  JSON.parse(readFileSync(join(source, folder, `${code}.json`), 'utf8')) as Record<string, string>;

/** The placeholders of a text: name, kind, and the text of each form. */
type Part = string | [string] | [string, string, Record<string, Part[]>];

/** Each value of a text, with its kind. */
function valuesOf(parts: readonly Part[]): Set<string> {
  const found = new Set<string>();
  for (const part of parts) {
    if (typeof part === 'string') continue;
    const [name, kind = 'text', forms] = part;
    if (name !== '#') found.add(`${name}: ${kind}`);
    if (forms && typeof forms === 'object')
      for (const form of Object.values(forms)) if (Array.isArray(form)) for (const value of valuesOf(form)) found.add(value);
  }
  return found;
}

/** The forms of each plural of a text. */
function pluralsOf(parts: readonly Part[]): string[][] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part[1] === undefined) return [];
    const forms = Object.keys(part[2] ?? {}).filter((form) => form !== 'offset');
    const inner = Object.values(part[2] ?? {}).flatMap((form) => (Array.isArray(form) ? pluralsOf(form) : []));
    return [...(part[1] === 'plural' ? [forms] : []), ...inner];
  });
}

const compiled = (text: string): Part[] => {
  const message = compileMessage(text);
  return (Array.isArray(message) ? message : [message]) as Part[];
};

describe.each(folders)('texts of %s', (folder) => {
  const english = catalogue(folder, 'en');

  it.each(languages.map(({ code }) => code))('are complete and take the same values as in English, in %s', (code) => {
    const texts = catalogue(folder, code);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [id, text] of Object.entries(texts)) {
      expect({ id, text: text.trim() }).not.toEqual({ id, text: '' });
      expect({ id, values: valuesOf(compiled(text)) }).toEqual({ id, values: valuesOf(compiled(english[id]!)) });
    }
  });

  it.each(languages.map(({ code }) => code))('have exactly the plural forms of the language, in %s', (code) => {
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
    for (const [id, text] of Object.entries(catalogue(folder, code)))
      for (const plural of pluralsOf(compiled(text)))
        expect({ id, forms: plural.filter((form) => !/^\d+$/.test(form)).toSorted() }).toEqual({ id, forms });
  });
});

it('contain no text that no component uses', () => {
  const components = files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'));
  const text = components.map((name) => readFileSync(join(source, name), 'utf8')).join('\n');
  const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]!);
  const isUsed = (id: string) => text.includes(`'${id}'`) || prefixes.some((prefix) => id.startsWith(prefix));
  const ids = folders.flatMap((folder) => Object.keys(catalogue(folder, 'en')));
  expect(ids.filter((id) => !isUsed(id))).toEqual([]);
  expect(ids.length).toBe(new Set(ids).size);
});

/** Texts that name a button or a screen, and what they name. */
const namedIn = {
  'signIn.text': 'exit.button',
  'tour.exit': 'exit.button',
  'tour.matches': 'find.hold',
  'tour.allRight': 'beds.allRight',
  'holds.consequence.stay': 'holds.checkOut',
  'party.tooMany': 'screen.holds',
};

it.each(languages.map(({ code }) => code))('name buttons and screens as they are called on the screen, in %s', (code) => {
  const texts = Object.assign({}, ...folders.map((folder) => catalogue(folder, code))) as Record<string, string>;
  for (const [id, named] of Object.entries(namedIn))
    expect({ id, text: texts[id] }).toEqual({ id, text: expect.stringContaining(texts[named]!) });
});
