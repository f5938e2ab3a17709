import { errorTable, stepsOf } from './error-table.js';

const introduction = `# Errors

\`docs/errors.json\` holds this table. \`test/src/errors\` holds the code and this page to it; write the page again with
\`HAVEN_WRITE_DOCS=true npm run jest -- --selectProjects e2e -- error-document\`.

A mutation answers its result or a typed failure. Each failure implements \`UserError\`: \`code\` is stable, \`message\` says what
to do next. A failure means that nothing changed. Haven remembers a failure under its idempotency key like any other answer, so
use a new key after one; only \`INVALID_INPUT\` of the first step is not remembered.`;

/** docs/errors.md, built from the table. */
export const errorDocument = (): string =>
  [
    introduction,
    '## Failures of mutations',
    table(
      ['code', 'type', 'means', 'what you do next'],
      Object.entries(errorTable.codes).map(([code, { type, means, next }]) => [quoted(code), quoted(type), means, next]),
    ),
    '## Which comes first',
    'Every mutation checks in this order, and answers the first failure that it meets. Whatever could tell that something exists comes\nafter `NOT_FOUND`.',
    table(
      ['', 'it looks at', 'failure'],
      errorTable.steps.map(({ looksAt, code }, index) => [String(index + 1), looksAt, quoted(code)]),
    ),
    '`HOLD_NOT_ACTIVE` comes before `VERSION_CONFLICT`, since a hold that has ended has a new version too, and its end is what you need\nto know. `end` comes after the key, so that a call that you repeat late has the answer that it had.',
    '## Mutation by mutation',
    'The number is that of the check above. Check 1 also refuses a key that is empty or longer than 200 characters.',
    table(
      ['mutation', 'failures, in their order'],
      Object.keys(errorTable.mutations).map((mutation) => [quoted(mutation), stepsOf(mutation).map(describe(mutation)).join('; ')]),
    ),
    '`withdrawService` and `verifyService` answer a broken key with the error `BAD_USER_INPUT`: their unions have no `InvalidInput`.\n`RegisterOrganizationResult` has `NotFound`, which no caller gets today: only coordinators may call it, and it names nothing.',
    '## Requests that are refused as a whole',
    'No query has a union result. Queries, and requests that do not reach a mutation, fail with a GraphQL error; `extensions.code` is\nstable. All but the last two come before every failure above.',
    table(
      ['code', 'means', 'what you do next'],
      Object.entries(errorTable.requests).map(([code, { means, next }]) => [quoted(code), means, next]),
    ),
  ].join('\n\n') + '\n';

const quoted = (text: string): string => `\`${text}\``;

const describe =
  (mutation: string) =>
  ({ step, code }: { step: string; code: string }): string => {
    const about = errorTable.mutations[mutation]![step]!;
    const number = errorTable.steps.findIndex((one) => one.step === step) + 1;
    return `${number} ${quoted(code)}${about && ` (${about})`}`;
  };

/** A table in Prettier's format. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
