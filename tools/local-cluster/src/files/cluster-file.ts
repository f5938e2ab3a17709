import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** One process of the cluster; the port is the one by which others reach it. */
export interface ProcessEntry {
  readonly name: string;
  /** null: between two runs. */
  readonly pid: number | null;
  readonly port: number;
  readonly restarts: number;
}

/** The content of `cluster.json`: what runs. It contains passwords. */
export interface ClusterState {
  readonly launcher: number;
  readonly ready: boolean;
  readonly url: string;
  readonly processes: readonly ProcessEntry[];
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Addresses of the superuser and of each service's own database. */
  readonly databases: Readonly<Record<string, string>>;
  /** Where people sign in, with access to its administration; null: tokens come from our own issuer. */
  readonly keycloak: KeycloakState | null;
}

/** A Keycloak that was started for the cluster. */
export interface KeycloakState {
  readonly url: string;
  readonly adminPassword: string;
}

/** Keeps the file of a running cluster up to date. */
export interface ClusterFile {
  /** Writes the current state; calls during a write lead to one more write. */
  update(): void;
  remove(): Promise<void>;
}

/** `stateNow` is called whenever something changed. */
export function openClusterFile(path: string, stateNow: () => ClusterState): ClusterFile {
  let writing: Promise<void> | null = null;
  let again = false;
  let removed = false;
  const write = async () => {
    do {
      again = false;
      await writeFile(`${path}.new`, `${JSON.stringify(stateNow(), null, 2)}\n`, { mode: 0o600 });
      await rename(`${path}.new`, path);
    } while (again && !removed);
    writing = null;
  };
  return {
    update: () => {
      if (removed) return;
      if (writing) again = true;
      else writing = write();
    },
    remove: async () => {
      removed = true;
      await writing;
      await rm(path, { force: true });
    },
  };
}

/** The state that a cluster left because it could not remove its file; null: none. */
export async function readClusterFile(path: string): Promise<ClusterState | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ClusterState;
  } catch {
    return null;
  }
}
