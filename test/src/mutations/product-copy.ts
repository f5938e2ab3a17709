import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../harness/repository.js';

/** One fault as a text replacement: `find` must be in the file exactly once. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A copy of the product that can be broken and repaired. */
export interface ProductCopy {
  readonly root: string;
  /** Breaks and builds the copy, with all of these faults at once; returns how to remove them. */
  apply(faults: readonly Fault[]): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const copied = ['libs', 'apps', 'data', 'package.json', 'tsconfig.base.json'];

/** Copies sources and build. Third-party packages are linked; links to our own lead into the copy. */
export async function copySources(): Promise<Pick<ProductCopy, 'root' | 'remove'>> {
  const root = await mkdtemp(join(tmpdir(), 'haven-mutations-'));
  const filter = (path: string) => basename(path) !== 'node_modules';
  for (const entry of copied) await cp(inRepository(entry), join(root, entry), { recursive: true, preserveTimestamps: true, filter });
  await linkPackages(root);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** The same copy, built. */
export async function copyProduct(): Promise<ProductCopy> {
  const { root, remove } = await copySources();
  const build = () => buildApps(root);
  // The copied build may differ from the sources.
  await build();
  return { root, apply: (faults) => apply(root, faults, build), remove };
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

/** The files before and after the faults; throws if a fault does not apply. */
export async function seeded(root: string, faults: readonly Fault[]): Promise<Record<'right' | 'wrong', ReadonlyMap<string, string>>> {
  const right = new Map<string, string>();
  for (const file of new Set(faults.map((fault) => fault.file))) right.set(file, await readFile(join(root, file), 'utf8'));
  const wrong = new Map(right);
  for (const fault of faults) {
    if (partsOf(right, fault).length !== 2 || partsOf(wrong, fault).length !== 2) throw new Error(isLost(fault));
    wrong.set(fault.file, partsOf(wrong, fault).join(fault.replace));
  }
  return { right, wrong };
}

async function apply(root: string, faults: readonly Fault[], build: () => Promise<void>): Promise<() => Promise<void>> {
  const { right, wrong } = await seeded(root, faults);
  const write = async (texts: ReadonlyMap<string, string>) => {
    for (const [file, text] of texts) await writeFile(join(root, file), text);
  };
  await write(wrong);
  await build().catch((problem: unknown) => write(right).then(() => Promise.reject(problem)));
  return () => write(right);
}

const partsOf = (texts: ReadonlyMap<string, string>, { file, find }: Fault): string[] => texts.get(file)!.split(find);

const isLost = ({ name, file, find }: Fault): string =>
  `The fault "${name}" cannot be seeded: ${file} does not contain "${find}" exactly once. Where did the rule go? Seed the fault there.`;
