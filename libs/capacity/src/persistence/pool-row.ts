import { roomName, type BedPoolView } from '@haven/events';
import type { AdmissionRule } from '@haven/kernel';
import { freeBeds } from '../beds/bed-pool.js';

/** A pool as the database stores it. `confirmed_at` is a Date, or text inside JSON. */
export interface PoolRow {
  readonly id: string;
  readonly service_id: string;
  /** The name that staff or the directory gave it. Nobody else sees it. */
  readonly name: string;
  readonly number: number;
  readonly admits: AdmissionRule;
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly out_of_service: number;
  readonly version: number;
  readonly confirmed_at: Date | string | null;
  readonly counted: boolean;
  readonly closed: boolean;
}

/** The pool as GraphQL and the events show it. */
export function poolOf(row: PoolRow): BedPoolView {
  const counts = { total: row.total, occupied: row.occupied, held: row.held, outOfService: row.out_of_service };
  return {
    id: row.id,
    serviceId: row.service_id,
    name: roomName(row.number),
    admits: row.admits as BedPoolView['admits'],
    ...counts,
    free: freeBeds(counts),
    version: row.version,
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at).toISOString(),
  };
}
