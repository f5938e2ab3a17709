import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReverseStack } from '@haven/server/process';
import { openClusterFile, type ClusterState, type KeycloakState } from './files/cluster-file.js';
import type { Places } from './files/places.js';
import type { Progress } from './progress.js';
import type { Supervised, Supervision } from './processes/supervise.js';

/** The cluster as far as it is up: its processes, its addresses, and how to undo it. */
export interface Cluster {
  readonly places: Places;
  readonly progress: Progress;
  readonly opened: ReverseStack;
  readonly supervision: Supervision;
  brokers: readonly string[];
  databases: Readonly<Record<string, string>>;
  keycloak: KeycloakState | null;
  /** Adds a process to the list of running ones. */
  add(supervised: Supervised, port: number): Supervised;
  becomeReady(): void;
}

/** A cluster without running processes. */
export function emptyCluster(places: Places, progress: Progress, url: string): Cluster {
  const processes: { supervised: Supervised; port: number }[] = [];
  const opened = new ReverseStack();
  let ready = false;
  const state = (): ClusterState => ({
    launcher: process.pid,
    ready,
    url,
    processes: processes.map(({ supervised, port }) => ({
      name: supervised.name,
      pid: supervised.pid(),
      port,
      restarts: supervised.restarts(),
    })),
    brokers: cluster.brokers,
    databases: cluster.databases,
    keycloak: cluster.keycloak,
  });
  const file = openClusterFile(places.clusterFile, state);
  opened.push(() => file.remove());
  const cluster: Cluster = {
    places,
    progress,
    opened,
    supervision: { say: progress.say, changed: file.update, isHeld: (name) => existsSync(join(places.held, name)) },
    brokers: [],
    databases: {},
    keycloak: null,
    add: (supervised, port) => {
      processes.push({ supervised, port });
      file.update();
      return supervised;
    },
    becomeReady: () => {
      ready = true;
      file.update();
    },
  };
  return cluster;
}
