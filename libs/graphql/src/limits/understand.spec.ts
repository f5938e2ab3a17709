import { describe, expect, it } from '@jest/globals';
import { buildSchema, type ExecutionArgs } from 'graphql';
import { KnownDocuments } from './known-documents.js';
import { understand } from './understand.js';

const schema = buildSchema('type Query { a: Int, b: Int }');
const documentOf = (known: KnownDocuments, query: string) => (understand(schema, { query }, known) as ExecutionArgs).document;

describe('a document', () => {
  it('that was accepted is not parsed again', () => {
    const known = new KnownDocuments();
    const first = documentOf(known, '{ a }');
    expect(documentOf(known, '{ a }')).toBe(first);
    expect(documentOf(known, '{ b }')).not.toBe(first);
  });

  it('that was refused is refused again', () => {
    const known = new KnownDocuments();
    const [first, second] = [1, 2].map(() => understand(schema, { query: '{ c }' }, known));
    expect(first).toEqual(second);
    expect(second).toMatchObject([{ message: expect.stringContaining('Cannot query field "c"') }]);
  });

  it('is dropped after hundreds of others, and never kept if it is long', () => {
    const known = new KnownDocuments();
    const [first, long] = ['{ a }', `{ a ${' '.repeat(10_000)} }`].map((query) => documentOf(known, query));
    expect(documentOf(known, `{ a ${' '.repeat(10_000)} }`)).not.toBe(long);
    for (let n = 0; n < 300; n += 1) documentOf(known, `{ a${n}: a }`);
    expect(documentOf(known, '{ a }')).not.toBe(first);
  });
});
