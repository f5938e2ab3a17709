import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../harness/repository.js';

/** One textual fault: `find` must be in the file exactly once. */
export interface Fault {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A copy of the product that may be broken and repaired at will. */
export interface ProductCopy {
  readonly root: string;
  /** Breaks and builds the copy; answers how to take the fault out again. */
  apply(fault: Fault): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const copied = ['libs', 'apps', 'data', 'package.json', 'tsconfig.base.json'];

/** Copies sources and build; third-party packages are linked, our own ones link to the copy. */
export async function copyProduct(): Promise<ProductCopy> {
  const root = await mkdtemp(join(tmpdir(), 'haven-mutations-'));
  const filter = (path: string) => basename(path) !== 'node_modules';
  for (const entry of copied) await cp(inRepository(entry), join(root, entry), { recursive: true, preserveTimestamps: true, filter });
  await linkPackages(root);
  const build = () => buildApps(root);
  // What was built before may not be what the sources say.
  await build();
  return { root, apply: (fault) => apply(root, fault, build), remove: () => rm(root, { recursive: true, force: true }) };
}

async function linkPackages(root: string): Promise<void> {
  await mkdir(join(root, 'node_modules', '@haven'), { recursive: true });
  for (const name of await readdir(inRepository('node_modules')))
    if (name !== '@haven') await symlink(inRepository('node_modules', name), join(root, 'node_modules', name));
  // npm's links to workspaces are relative, so the same link leads into the copy.
  for (const name of await readdir(inRepository('node_modules', '@haven')))
    await symlink(await readlink(inRepository('node_modules', '@haven', name)), join(root, 'node_modules', '@haven', name));
}

async function buildApps(root: string): Promise<void> {
  const compiler = await realpath(inRepository('node_modules', '.bin', 'tsc'));
  await promisify(execFile)(process.execPath, [compiler, '-b', 'apps/standalone'], { cwd: root }).catch((problem: { stdout?: string }) => {
    throw new Error(`The copy does not build:\n${problem.stdout}`);
  });
}

async function apply(root: string, { file, find, replace }: Fault, build: () => Promise<void>): Promise<() => Promise<void>> {
  const path = join(root, file);
  const right = await readFile(path, 'utf8');
  const [before, after, ...more] = right.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not contain "${find}" exactly once. Where did the rule go? Seed the fault there.`);
  const repair = () => writeFile(path, right);
  await writeFile(path, `${before}${replace}${after}`);
  await build().catch((problem: unknown) => repair().then(() => Promise.reject(problem)));
  return repair;
}
