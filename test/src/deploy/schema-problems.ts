import ts from 'typescript';
import { inRepository } from '../harness/repository.js';
import type { Manifest } from './manifest.js';
import { nameOf } from './manifest.js';

/** Whether the object is of a built-in kind of Kubernetes. */
export const isBuiltIn = ({ apiVersion }: Manifest): boolean =>
  /^(v1|(apps|batch|policy|autoscaling)\/v\d|[a-z.]+\.k8s\.io\/v1)$/.test(apiVersion);

const moduleOf = ({ apiVersion }: Manifest): string => `kubernetes-models/${apiVersion}`;

/** Violations of the Kubernetes schemas: a wrong type or format, a missing field, an unknown field. */
export async function schemaProblems(objects: readonly Manifest[]): Promise<string[]> {
  const judged = await Promise.all(objects.map(bySchema));
  return [...judged.flat(), ...unknownFields(objects)];
}

async function bySchema(object: Manifest): Promise<string[]> {
  const models = (await import(`${moduleOf(object)}/${object.kind}`).catch(() => ({}))) as Record<string, ModelClass>;
  const Model = models[object.kind];
  if (!Model) return [`${nameOf(object)}: no such kind in ${object.apiVersion}`];
  try {
    new Model(object).validate();
    return [];
  } catch (error) {
    return [`${nameOf(object)}: ${(error as Error).message}`];
  }
}

type ModelClass = new (data: Manifest) => { validate(): void };

/**
 * The API server drops unknown fields, and the schemas accept them. The types made from the same schemas do not: an object literal may only
 * have fields that its type has.
 */
function unknownFields(objects: readonly Manifest[]): string[] {
  const sources = new Map(
    objects.map((object, index) => [inRepository('test', 'src', 'deploy', `manifest-${index}.mts`), asSource(object)]),
  );
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists.call(host, path);
  host.readFile = (path) => sources.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, target, ...rest) => {
    const source = sources.get(path);
    return source === undefined ? getSourceFile.call(host, path, target, ...rest) : ts.createSourceFile(path, source, target);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].flatMap((path, index) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${nameOf(objects[index]!)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

const asSource = (object: Manifest): string =>
  `import type { I${object.kind} as Kind } from '${moduleOf(object)}';\nexport const object: Kind = ${JSON.stringify(object)};\n`;
