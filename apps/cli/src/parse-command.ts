import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AccountRequest } from '@haven/config';
import { parseAccount } from './account/parse-account.js';
import { CommandProblem } from './command-problem.js';
import { parseReview, type ReviewCommand } from './review/parse-review.js';
import { readServiceAccount, type ServiceAccountCommand } from './service-account.js';

/** The command that the person typed. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'token'; readonly role: string; readonly organization: string | null; readonly minutes: number }
  | {
      readonly name: 'import';
      readonly path: string;
      readonly dryRun: boolean;
      readonly partial: boolean;
      readonly source: string | null;
      readonly report: string | null;
    }
  | { readonly name: 'account'; readonly request: AccountRequest }
  | ServiceAccountCommand
  | ReviewCommand
  | { readonly name: 'export'; readonly path: string; readonly format: 'json' | 'ndjson' | 'csv' }
  | { readonly name: 'demo' }
  | { readonly name: 'rebuild' }
  | { readonly name: 'retell' }
  | { readonly name: 'topics'; readonly replicas: number | null }
  | { readonly name: 'parked'; readonly replay: boolean; readonly consumer: string | null }
  | { readonly name: 'discard'; readonly id: string; readonly consumer: string | null };

/** The command failed, and a line at the terminal has already said why. */
export class AlreadyExplained extends Error {
  override name = 'AlreadyExplained';
}

/** What `haven help` prints. */
export const usage = `npm run haven -- COMMAND

  token --role caseworker|hotline|provider|coordinator|auditor [--organization ID] [--minutes 1-10]
  account list
  account add NAME --role ROLE [--organization ID]     prints a link by which NAME chooses a password
  account reset NAME               the same for a forgotten password or a lost phone
  account disable|enable NAME
  service-account list
  service-account add NAME --role ROLE [--organization ID] --key FILE        FILE: a public key, PEM or JWK
  service-account add-key NAME --key FILE
  service-account remove-key NAME --key-id ID
  service-account disable NAME
  import PATH [--dry-run] [--partial] [--source NAME] [--report FILE]       --partial: PATH has only some of the rows
  review [--source NAME]           what waits for a coordinator, one at a time: places, and terms that nobody knows
  review list [--source NAME]      the same as a list
  review place ID public|confidential|refuse
  review term NAME [--taxonomy NAME] [--source NAME | --service ID] MEANING      without source or service: in all sources
  review text ELIGIBILITY [--source NAME | --service ID] MEANING
  review service ID MEANING
                                   MEANING: --means CATEGORY,CATEGORY|none, --persons women,limit:60-|nothing, or --withdraw
  demo                             loads the demo directory: invented services, for trying things out
  export PATH [--format json|ndjson|csv]       a new folder, or one file: PATH.json, PATH.ndjson
  rebuild matching
  retell                           publishes everything again, after a database was restored or Kafka was lost
  parked [replay] [--consumer NAME]
  parked discard --id ID [--consumer NAME]     gives up an event that can never be applied
  topics apply [--replicas N]      for the distributed system; KAFKA_BROKERS names the brokers

HAVEN_DATA names the data directory (default ./.haven). A running server does the work when there is one.
`;

const options = {
  role: { type: 'string' },
  organization: { type: 'string' },
  minutes: { type: 'string', default: '10' },
  'dry-run': { type: 'boolean', default: false },
  partial: { type: 'boolean', default: false },
  source: { type: 'string' },
  report: { type: 'string' },
  consumer: { type: 'string' },
  id: { type: 'string' },
  replicas: { type: 'string' },
  key: { type: 'string' },
  'key-id': { type: 'string' },
  format: { type: 'string' },
  taxonomy: { type: 'string' },
  service: { type: 'string' },
  means: { type: 'string' },
  persons: { type: 'string' },
  withdraw: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];
const parse = (words: string[]) => parseArgs({ args: words, options, allowPositionals: true, strict: true });

/** How many words may follow the verb. */
const wordsBehind: Readonly<Record<string, number>> = { account: 1, 'service-account': 1, review: 2 };

/** Reads the words of the command line. Relative paths start at `directory`. Throws {@link CommandProblem}. */
export function parseCommand(words: string[], directory: string): Command {
  const { values, positionals } = parsed(words);
  const [name, argument, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help' };
  if (rest.length > (Object.hasOwn(wordsBehind, name) ? wordsBehind[name]! : 0))
    throw new CommandProblem(`Too many words: ${rest.join(' ')}\n\n${usage}`);
  if (!Object.hasOwn(readers, name)) throw new CommandProblem(`There is no command "${name}".\n\n${usage}`);
  return readers[name]!(argument, values, directory, rest);
}

type Reader = (argument: string | undefined, values: Values, directory: string, rest: readonly string[]) => Command;

/** Reads the words after each command. */
const readers: Readonly<Record<string, Reader>> = {
  token: (_argument, values) => token(values),
  account: (verb, values, _directory, [name]) => ({ name: 'account', request: parseAccount(verb, name, values) }),
  'service-account': (action, values, directory, [id]) => readServiceAccount({ ...values, action, id, keyId: values['key-id'] }, directory),
  review: (verb, values, _directory, rest) => parseReview(verb, rest, values),
  import: importOf,
  demo: () => ({ name: 'demo' }),
  export: exportOf,
  rebuild: (argument) => {
    if (argument !== 'matching')
      throw new CommandProblem('Only the read model of matching can be rebuilt: npm run haven -- rebuild matching');
    return { name: 'rebuild' };
  },
  retell: () => ({ name: 'retell' }),
  topics: topicsOf,
  parked: parkedOf,
};

function parsed(words: string[]) {
  try {
    return parse(words);
  } catch (error) {
    throw new CommandProblem(`${(error as Error).message}\n\n${usage}`);
  }
}

function token({ role, organization, minutes }: Values): Command {
  if (!role) throw new CommandProblem('Say for whom: --role caseworker|hotline|provider|coordinator|auditor');
  return { name: 'token', role: role.toUpperCase(), organization: organization ?? null, minutes: Number(minutes) };
}

function importOf(path: string | undefined, values: Values, directory: string): Command {
  if (path === undefined) throw new CommandProblem('Say what to import: npm run haven -- import PATH');
  const source = values.source ?? null;
  if (source !== null && !/^(?!\.+$)[\w.-]{1,60}$/.test(source))
    throw new CommandProblem('--source takes up to 60 letters, digits, dots, dashes.');
  const report = values.report === undefined ? null : resolve(directory, values.report);
  return { name: 'import', path: resolve(directory, path), dryRun: values['dry-run'], partial: values.partial, source, report };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parkedOf(argument: string | undefined, { consumer: named, id }: Values): Command {
  const consumer = named ?? null;
  if (argument === 'discard') {
    if (!uuid.test(id ?? '')) throw new CommandProblem('Say which, by the id that the list shows: npm run haven -- parked discard --id ID');
    return { name: 'discard', id: id!, consumer };
  }
  if (argument !== undefined && argument !== 'replay') throw new CommandProblem('To try them again: npm run haven -- parked replay');
  return { name: 'parked', replay: argument === 'replay', consumer };
}

function topicsOf(argument: string | undefined, { replicas }: Values): Command {
  if (argument !== 'apply') throw new CommandProblem('To make the topics: npm run haven -- topics apply');
  if (replicas !== undefined && !/^[1-9]$/.test(replicas)) throw new CommandProblem('--replicas takes 1 to 9.');
  return { name: 'topics', replicas: replicas === undefined ? null : Number(replicas) };
}

/** The ending of the path gives the format, unless `--format` does. */
function exportOf(path: string | undefined, values: Values, directory: string): Command {
  if (path === undefined) throw new CommandProblem('Say where to: npm run haven -- export PATH');
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'zip')
    throw new CommandProblem('An export in CSV is a folder of tables: name a folder, with --format csv.');
  const format = values.format ?? (ending === 'ndjson' ? 'ndjson' : 'json');
  if (format !== 'json' && format !== 'ndjson' && format !== 'csv') throw new CommandProblem('--format takes json, ndjson or csv.');
  if ((ending === 'json' || ending === 'ndjson') && ending !== format)
    throw new CommandProblem(`A file that ends in .${ending} takes --format ${ending}.`);
  return { name: 'export', path: resolve(directory, path), format };
}
