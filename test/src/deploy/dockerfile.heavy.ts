import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { dockerfileProblems } from './dockerfile-problems.js';

const dockerfile = readFileSync(inRepository('deploy', 'Dockerfile'), 'utf8');
const ignored = readFileSync(inRepository('deploy', 'Dockerfile.dockerignore'), 'utf8');

describe('the Dockerfile', () => {
  it('passes the linter, copies only existing files, and runs without root', () => {
    expect(dockerfileProblems(dockerfile, ignored)).toEqual([]);
  });

  const mistakes: readonly [string, string, string, string][] = [
    ['an instruction that does not exist', 'EXPOSE 4000', 'EXPOSES 4000', 'line'],
    ['a stage that does not exist', '--from=production', '--from=prod', 'no stage prod above'],
    ['a source that does not exist', 'COPY . /source', 'COPY nothing /source', 'nothing is not in the context'],
    ['root', 'USER 10001:10001\n', '', 'not root'],
    ['no health check', 'HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD', 'LABEL x=', 'health check'],
    ['packages of developers', '--omit=dev ', '', 'production only'],
    ['another Node', 'node:24.', 'node:22.', 'begins with Node 24'],
    ['no look for code of tests', 'RUN ["node", "deploy/container/no-test-code.mjs"]\n', '', 'code of tests'],
    ['sources from the context', 'COPY --from=build /app ./', 'COPY . ./', 'only what the stages made'],
  ];
  it.each(mistakes)('is refused with a mistake: %s', (_what, from, to, said) => {
    expect(dockerfile).toContain(from);
    expect(dockerfileProblems(dockerfile.replace(from, to), ignored).join()).toContain(said);
  });

  it('is refused if a workspace is excluded from the context', () => {
    expect(dockerfileProblems(dockerfile, ignored.replace('!libs\n', '')).join()).toContain(
      'libs/kernel/package.json is not in the context',
    );
  });
});

describe('the first program of the container', () => {
  const start = inRepository('deploy', 'container', 'start.mjs');

  it('has a program for every role', async () => {
    const url = pathToFileURL(inRepository('deploy', 'container', 'roles.mjs')).href;
    const { programOf, roleNames } = (await import(url)) as {
      programOf: (role: string, rest: string[]) => string[] | null;
      roleNames: string[];
    };
    const files = roleNames.map((name) => programOf(name.split(' ')[0]!, name.split(' ').slice(1))![0]!);
    const isThere = (file: string) => existsSync(inRepository(file.replace('/dist/main.js', '/src/main.ts')));
    expect(files.filter((file) => !isThere(file))).toEqual([]);
    expect(programOf('migrate', ['registry'])).toEqual(['apps/registry/dist/main.js', '--migrate']);
    expect(programOf('migrate', ['gateway'])).toBeNull();
    expect(programOf('constructor', [])).toBeNull();
  });

  it('becomes the program of its role, with its arguments', () => {
    expect(execFileSync(process.execPath, [start, 'haven', '--help'], { encoding: 'utf8' })).toContain('haven');
    expect(execFileSync(process.execPath, [start, '--help'], { encoding: 'utf8', env: { ROLE: 'haven' } })).toContain('haven');
  });

  it('names the roles if it is given another one', () => {
    const failed = (args: string[]) => {
      try {
        return execFileSync(process.execPath, [start, ...args], { encoding: 'utf8', env: {}, stdio: 'pipe' });
      } catch (error) {
        return (error as { stderr: string }).stderr;
      }
    };
    expect(failed([])).toMatch(/^Name a role .* registry, .*\n$/);
    expect(failed(['nobody'])).toMatch(/^Name a role/);
  });
});
