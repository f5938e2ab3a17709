// Operations as large as the limits allow: the same field again and again, each with another alias.
import { documentRules, messageBytesMaximum } from '@haven/graphql';
import { parse, specifiedRules, validate } from 'graphql';
import { costOf } from '../../../libs/graphql/dist/limits/cost-of.js';
import { rootFieldsMaximum, tokensMaximum } from '../../../libs/graphql/dist/limits/numbers.js';

/**
 * The field so many times. A case gives `type` and `input(i)` if the field takes an input, otherwise `args`, and `select`, the selected
 * fields.
 */
export function repeated(kind, name, { type, input, args, select = '' }, times) {
  const all = Array.from({ length: times }, (_, i) => i);
  const given = (i) => (type ? `(input: $i${i})` : args ? `(${typeof args === 'function' ? args(i) : args})` : '');
  return {
    query: `${kind}${type ? `(${all.map((i) => `$i${i}: ${type}`).join(' ')})` : ''} { ${all.map((i) => `a${i}: ${name}${given(i)} ${select}`).join(' ')} }`,
    variables: type ? Object.fromEntries(all.map((i) => [`i${i}`, input(i)])) : {},
  };
}

/** As often as the server accepts it. */
export function atItsLimits(schema, kind, name, one) {
  const most = kind === 'subscription' ? 1 : Math.min(rootFieldsMaximum, one.times ?? Infinity);
  for (let times = most; times > 0; times -= 1) {
    const operation = repeated(kind, name, one, times);
    const document = parse(operation.query);
    const problems = validate(schema, document, [...specifiedRules, ...documentRules]);
    const mistake = problems.find(({ message }) => !/too (many|often)/.test(message));
    if (mistake) throw new Error(`The worst case of ${name} is no valid operation: ${mistake.message}`);
    const fits = problems.length === 0 && JSON.stringify(operation).length <= messageBytesMaximum;
    if (fits && typeof costOf({ schema, document, variables: operation.variables }) === 'number') return { ...operation, times };
  }
  throw new Error(`Even one ${name} of its worst case is refused; make the case smaller.`);
}

/** Documents that are hard to parse rather than to answer. */
export const hardDocuments = {
  'as many words as a document may have': `{ ${'me { role } '.repeat(tokensMaximum / 4 - 3)} services { totalCount } }`,
  'all that may be asked at once, 500 fields': `{ ${Array.from({ length: 10 }, (_, i) => `s${i}: service(id: "${i}") { ${fieldsOf(48)} }`).join(' ')} }`,
  '60 fragments that spread one another': fragments(60),
  'a list in 900 lists': `{ match(input: ${'['.repeat(900)}${']'.repeat(900)}) { asOf } }`,
  'a text of 900,000 characters': `{ places(query: "${'a'.repeat(900_000)}") { id } }`,
  'a comment of 900,000 characters': `# ${'a'.repeat(900_000)}\n{ me { role } }`,
  introspection:
    '{ __schema { types { name kind description fields { name description args { name type { name ofType { name } } } type { name ofType { name ofType { name } } } } inputFields { name } enumValues { name } } directives { name } } }',
};

function fieldsOf(count) {
  const names = ['id', 'name', 'status', 'languages', 'categories', 'url', 'email', 'version'];
  return Array.from({ length: count }, (_, i) => names[i % names.length]).join(' ');
}

function fragments(count) {
  const all = Array.from({ length: count }, (_, i) => `fragment f${i} on Service { id name ${i > 0 ? `...f${i - 1}` : ''} }`);
  return `{ service(id: "x") { ${Array.from({ length: count }, (_, i) => `...f${i}`).join(' ')} } } ${all.join(' ')}`;
}
