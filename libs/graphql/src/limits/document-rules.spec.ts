import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { documentRules } from './document-rules.js';
import { aliasesMaximum, depthMaximum, repeatsMaximum, selectionsMaximum } from './numbers.js';

const schema = buildSchema('type Query { me: Query, name: String, next: Query }');
const errorsOf = (query: string) => validate(schema, parse(query), [...specifiedRules, ...documentRules]).map(({ message }) => message);
const nested = (levels: number) => `{ ${'me { '.repeat(levels - 1)} name ${'} '.repeat(levels - 1)} }`;
const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ')} }`;
/** Selections of two fields, nested in each other. */
const wide = (count: number) => `{ ${'name me { name '.repeat(2)} ${'... { name } '.repeat(count)} ${'} '.repeat(2)} }`;

describe('a document', () => {
  it('may be as deep as the maximum, but no deeper', () => {
    expect(errorsOf(nested(depthMaximum))).toEqual([]);
    expect(errorsOf(nested(depthMaximum + 1))).toEqual([expect.stringContaining('too deep')]);
  });

  it('is as deep as its expanded fragments, whatever their names', () => {
    const deep = (name: string) => `{ ${'me { '.repeat(10)} ...${name} ${'} '.repeat(10)} } fragment ${name} on Query ${nested(8)}`;
    for (const name of ['f', '__schema']) expect(errorsOf(deep(name))).toEqual([expect.stringContaining('too deep')]);
  });

  it('may have so many aliases, but not one more', () => {
    expect(errorsOf(aliases(aliasesMaximum))).toEqual([]);
    expect(errorsOf(aliases(aliasesMaximum + 1))).toEqual([expect.stringContaining('too many aliases')]);
  });

  it('may select so many fields, but not one more', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, i) => `fragment f${i} on Query { name }`).join(' ');
    const spread = (count: number) => Array.from({ length: count }, (_, i) => `...f${i}`).join(' ');
    const document = (count: number) => `{ ${spread(count)} } ${fields(count)}`;
    expect(errorsOf(document(selectionsMaximum / 2))).toEqual([]);
    expect(errorsOf(document(selectionsMaximum / 2 + 1))).toEqual([expect.stringContaining('too many fields')]);
  });

  it('may select a field so often in one place, also through fragments, but not once more', () => {
    expect(errorsOf(`{ ${'name '.repeat(repeatsMaximum)} }`)).toEqual([]);
    expect(errorsOf(`{ ${'name '.repeat(repeatsMaximum + 1)} }`)).toEqual([expect.stringContaining('too often')]);
    expect(errorsOf(wide(repeatsMaximum + 1))).toEqual([expect.stringContaining('too often')]);
  });

  it('that is too large is not checked further: other rules compare each field with each other', () => {
    expect(errorsOf(`{ ${'name nothing '.repeat(1_000)} }`)).toEqual([expect.stringContaining('too')]);
  });

  it('may query the whole schema', () => {
    const whole = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    expect(errorsOf(whole)).toEqual([]);
  });
});
