import type { Manifest, Tree } from '../manifest.js';

/** The fields that identify the members of a list, in Kubernetes' own kinds; other lists are replaced as a whole. */
const mergeKeys: Readonly<Record<string, string>> = { containers: 'name', env: 'name', volumes: 'name', volumeMounts: 'mountPath' };

/** Applies a strategic merge patch, or for custom resources a JSON merge patch, as Kustomize does. */
export function mergePatch(target: Manifest, patch: Tree): Manifest {
  const isBuiltIn = !target.apiVersion.includes('.') || target.apiVersion.includes('.k8s.io');
  const { apiVersion, kind, metadata } = target;
  return { ...merge(target, patch, isBuiltIn ? mergeKeys : {}), apiVersion, kind, metadata };
}

function merge(base: Tree, patch: Tree, keys: Readonly<Record<string, string>>): Tree {
  const merged = { ...base };
  for (const [field, value] of Object.entries<Tree>(patch)) {
    if (value === null) delete merged[field];
    else merged[field] = mergeField(base[field], value, keys[field], keys);
  }
  return merged;
}

function mergeField(base: Tree, patch: Tree, key: string | undefined, keys: Readonly<Record<string, string>>): Tree {
  if (Array.isArray(patch)) return key && Array.isArray(base) ? mergeList(base, patch, key, keys) : patch;
  return isTree(patch) ? merge(isTree(base) ? base : {}, patch, keys) : patch;
}

function mergeList(base: Tree[], patch: Tree[], key: string, keys: Readonly<Record<string, string>>): Tree[] {
  const ofPatch = new Map(patch.map((member) => [member[key], member]));
  const merged = base.map((member) => (ofPatch.has(member[key]) ? merge(member, ofPatch.get(member[key]), keys) : member));
  const present = new Set(base.map((member) => member[key]));
  return [...patch.filter((member) => !present.has(member[key])), ...merged];
}

const isTree = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies a list of JSON patch operations (RFC 6902). Throws if a path does not exist. */
export function jsonPatch(target: Manifest, operations: readonly Tree[]): Manifest {
  const patched = structuredClone(target) as Tree;
  for (const { op, path, value } of operations) {
    const steps = path.split('/').slice(1);
    const last = steps.pop();
    const parent = steps.reduce((at: Tree, step: string) => at?.[step], patched);
    if (parent === undefined || (op !== 'add' && !(last in parent))) throw new Error(`Nothing to ${op} at ${path}`);
    if (op === 'remove') delete parent[last];
    else parent[last] = value;
  }
  return patched;
}
