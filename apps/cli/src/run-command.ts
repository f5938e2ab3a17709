import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { access, chmod, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { embeddedTokens, makeShortFolder, type ControlRequest, type Settings } from '@haven/config';
import { writeDemo } from '@haven/demo';
import { Role, issuerKeyFile, openIssuer } from '@haven/security';
import { failIfForeign } from '@haven/server/process';
import { ask } from './ask.js';
import { countedLine, ImportOutcome, type ImportSummary } from './import-outcome.js';
import { showAccounts } from './account/show-accounts.js';
import { CommandProblem } from './command-problem.js';
import type { Command } from './parse-command.js';
import { runReview } from './review/run-review.js';
import { requestOf, type ServiceAccountCommand } from './service-account.js';

/** Executes the command; answers the exit code. */
export async function runCommand(command: Exclude<Command, { name: 'help' }>, settings: Settings): Promise<number> {
  switch (command.name) {
    case 'token':
      return printToken(command, settings);
    case 'account':
      process.stdout.write(showAccounts(await ask(command.request, settings, () => Promise.resolve())));
      return 0;
    case 'import':
      return importDirectory(command, settings);
    case 'demo':
      return loadDemo(settings);
    case 'export':
      return runPlain({ command: 'export', path: command.path, format: command.format }, settings);
    case 'rebuild':
      return runPlain({ command: 'rebuild', readModel: 'matching' }, settings);
    case 'retell':
      return runPlain({ command: 'retell' }, settings);
    case 'topics':
      // Only this command needs Kafka's client and the events, which take longer to load than most commands take to run.
      return (await import('./apply-topics.js')).applyDeclaredTopics(command.replicas);
    case 'parked':
      return showParked(command, settings);
    case 'discard':
      return discard(command, settings);
    case 'review':
      return runReview(command, settings);
    case 'service-account':
      return showServiceAccounts(command, settings);
  }
}

async function printToken({ role, organization, minutes }: Extract<Command, { name: 'token' }>, settings: Settings): Promise<number> {
  const known = Object.values(Role).find((name) => name === role);
  if (!known) throw new CommandProblem('--role takes caseworker, hotline, provider, coordinator or auditor.');
  const directory = resolve(settings.dataDirectory, 'keys');
  // A missing key would be created, and a key that belongs to another user would keep the directory's own Haven from starting.
  await access(join(directory, issuerKeyFile)).catch(() => failIfForeign(settings.dataDirectory));
  const issuer = await openIssuer({ directory, ...embeddedTokens });
  const token = await issuer.mint({ role: known, organizationId: organization, minutes }).catch((error: Error) => {
    throw new CommandProblem(error.message);
  });
  process.stdout.write(`${token}\n`);
  return 0;
}

async function importDirectory(command: Extract<Command, { name: 'import' }>, settings: Settings): Promise<number> {
  const report = command.report === null ? null : createWriteStream(command.report);
  if (report)
    await once(report, 'open').catch((error: Error) =>
      Promise.reject(new CommandProblem(`The report cannot be written: ${error.message}`)),
    );
  const outcome = new ImportOutcome();
  const { path, dryRun, partial, source } = command;
  const result = await ask({ command: 'import', path, dryRun, partial, source }, settings, async (line) => {
    outcome.note(line);
    if (report && !report.write(`${JSON.stringify(line)}\n`)) await once(report, 'drain');
  });
  if (report) await new Promise<void>((done) => report.end(() => done()));
  const { summary, sources } = result as { summary: ImportSummary; sources: readonly string[] };
  const failure = outcome.failure(summary, path);
  if (failure !== null) throw new CommandProblem(failure);
  for (const counted of outcome.countedCodes()) process.stderr.write(`${counted}\n`);
  if (outcome.countedCodes().length > 0 && !report) process.stderr.write('Each line in full: add --report FILE\n');
  process.stdout.write(`${JSON.stringify(result)}\n`);
  outcome.choices().forEach((choice) => process.stderr.write(`${choice}\n`));
  process.stderr.write(`Source: ${sources.join(', ')}. To choose another one: --source NAME\n`);
  process.stderr.write(`${countedLine(summary, dryRun)}\n`);
  return 0;
}

async function loadDemo(settings: Settings): Promise<number> {
  const folder = await makeShortFolder();
  try {
    const file = join(folder, 'services.ndjson');
    await writeDemo(file, new Date());
    // The process that reads it may belong to another user.
    for (const [path, mode] of [
      [folder, 0o755],
      [file, 0o644],
    ] as const)
      await chmod(path, mode);
    return await runPlain({ command: 'import', path: file, dryRun: false, source: 'haven', demo: true }, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runPlain(request: ControlRequest, settings: Settings): Promise<number> {
  process.stdout.write(`${JSON.stringify(await ask(request, settings, () => Promise.resolve()))}\n`);
  return 0;
}

/** One event on each line. The exit code says whether some stay parked after a replay. */
async function showParked({ replay, consumer }: Extract<Command, { name: 'parked' }>, settings: Settings): Promise<number> {
  const result = await ask({ command: 'parked', replay, consumer }, settings, () => Promise.resolve());
  const { parked, applied } = result as { parked: readonly unknown[]; applied?: number };
  parked.forEach((event) => process.stdout.write(`${JSON.stringify(event)}\n`));
  if (replay) process.stderr.write(`${applied} applied, ${parked.length} still parked.\n`);
  if (replay && parked.length > 0)
    process.stderr.write('Repair what "reason" names (see docs/runbook.md, Parked events), then replay again.\n');
  return replay && parked.length > 0 ? 1 : 0;
}

/** One account on each line, as it is now. */
async function showServiceAccounts(command: ServiceAccountCommand, settings: Settings): Promise<number> {
  const accounts = (await ask(await requestOf(command), settings, () => Promise.resolve())) as readonly unknown[];
  accounts.forEach((account) => process.stdout.write(`${JSON.stringify(account)}\n`));
  return 0;
}

/** Says what is lost, and who knows it. */
async function discard({ id, consumer }: Extract<Command, { name: 'discard' }>, settings: Settings): Promise<number> {
  const result = await ask({ command: 'discard', id, consumer }, settings, () => Promise.resolve());
  const { discarded } = result as { discarded: readonly { consumer: string; key: string }[] };
  if (discarded.length === 0) throw new CommandProblem(`No event ${id} is parked. To list them: npm run haven -- parked`);
  for (const { consumer: owner, key } of discarded)
    process.stderr.write(
      `Discarded: ${owner} will never know what event ${id} said of ${key}. Call the shelter, then have the service verified or its beds counted again.\n`,
    );
  return 0;
}
