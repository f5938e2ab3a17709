import { startLocalCluster, type LocalCluster } from './local-cluster.js';

let cluster: Promise<LocalCluster> | undefined;

/** One cluster for all outages in turn: starting it takes longer than most of them. */
export const clusterForOutages = (): Promise<LocalCluster> => (cluster ??= startLocalCluster('outages'));

/** Stops it, if it was started. */
export async function closeCluster(): Promise<void> {
  await (await cluster?.catch(() => undefined))?.close();
}
