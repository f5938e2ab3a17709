import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest, Tree } from '../manifest.js';
import { nameOf } from '../manifest.js';
import { jsonPatch, mergePatch } from './apply-patch.js';

const known = ['apiVersion', 'kind', 'namespace', 'labels', 'resources', 'components', 'images', 'patches'];

/** The result of a build, and the files that it read. */
export interface Build {
  readonly objects: readonly Manifest[];
  readonly files: ReadonlySet<string>;
}

/**
 * The result of `kustomize build` for a folder, as far as our manifests use Kustomize. Stricter than Kustomize: a patch that matches no
 * object is an error, since it would silently do nothing.
 */
export function buildKustomization(directory: string): Build {
  const files = new Set<string>();
  return { objects: accumulate(directory, [], files), files };
}

function accumulate(directory: string, given: readonly Manifest[], files: Set<string>): Manifest[] {
  const file = join(directory, 'kustomization.yaml');
  files.add(file);
  const kustomization = parse(readFileSync(file, 'utf8'));
  const unknown = Object.keys(kustomization).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw new Error(`${file}: the check does not know ${unknown.join(', ')}`);
  const own = (kustomization.resources ?? []).flatMap((path: string) => readResource(join(directory, path), files));
  let objects = [...given, ...own];
  for (const path of kustomization.components ?? []) objects = accumulate(join(directory, path), objects, files);
  for (const patch of kustomization.patches ?? []) objects = applyPatches(objects, patch, directory, files);
  return objects.map((object) => transform(object, kustomization));
}

function readResource(path: string, files: Set<string>): Manifest[] {
  if (existsSync(path) && statSync(path).isDirectory()) return accumulate(path, [], files);
  return readDocuments(path, files);
}

function readDocuments(path: string, files: Set<string>): Manifest[] {
  files.add(path);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]!.message}`);
    return document.toJS() as Manifest;
  });
}

function applyPatches(objects: readonly Manifest[], { path, target }: Tree, directory: string, files: Set<string>): Manifest[] {
  // Kustomize does not read a patch from above its kustomization.
  if (path.startsWith('..')) throw new Error(`${directory}: ${path} is not in or below this folder`);
  let patched = [...objects];
  for (const patch of readDocuments(join(directory, path), files)) {
    const isMeant = (object: Manifest) => (target ? meets(object, target) : nameOf(object) === nameOf(patch));
    if (!patched.some(isMeant)) throw new Error(`${join(directory, path)} meets no object`);
    const apply = (object: Manifest) => (Array.isArray(patch) ? jsonPatch(object, patch) : mergePatch(object, patch));
    patched = patched.map((object) => (isMeant(object) ? apply(object) : object));
  }
  return patched;
}

function meets({ kind, metadata }: Manifest, target: Tree): boolean {
  const matches = (pattern: string | undefined, text: string) => pattern === undefined || new RegExp(`^(${pattern})$`).test(text);
  const [label, value] = (target.labelSelector ?? '').split('=');
  return matches(target.kind, kind) && matches(target.name, metadata.name) && (!label || metadata.labels?.[label] === value);
}

function transform(object: Manifest, { namespace, labels = [], images = [] }: Tree): Manifest {
  const changed = structuredClone(object) as Tree;
  if (namespace && object.kind !== 'Namespace') changed.metadata.namespace = namespace;
  for (const { pairs, includeTemplates } of labels) addLabels(changed, pairs, includeTemplates);
  for (const container of changed.spec?.template?.spec?.containers ?? []) {
    const image = images.find(({ name }: Tree) => name === container.image);
    if (image) container.image = `${image.newName}:${image.newTag}`;
  }
  return changed;
}

function addLabels(object: Tree, pairs: Tree, includeTemplates: boolean): void {
  object.metadata.labels = { ...object.metadata.labels, ...pairs };
  const template = includeTemplates && object.spec?.template?.metadata;
  if (template) template.labels = { ...template.labels, ...pairs };
}
