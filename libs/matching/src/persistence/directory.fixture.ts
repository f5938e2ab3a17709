import type { AvailabilitySnapshot, BedPoolView, ServiceSnapshot } from '@haven/events';
import { centreOfCell, unknownRule, publicCellOf } from '@haven/kernel';
import type { AdmissionRule, NeedCategory, Position } from '@haven/kernel';

/** The facts about a service that a spec sets; the rest has defaults. */
export interface ServiceSketch {
  readonly id: string;
  readonly at: Position | readonly Position[];
  readonly confidential?: boolean;
  /** For places that are not confidential. */
  readonly precision?: 'CITY';
  readonly categories?: NeedCategory[];
  readonly country?: string | null;
  readonly languages?: string[];
  readonly admission?: Partial<AdmissionRule>;
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'DEFUNCT' | 'TEMPORARILY_CLOSED';
  readonly organizationId?: string;
  readonly serviceArea?: ServiceSnapshot['serviceArea'];
  readonly serviceCountries?: string[];
  readonly addressCountries?: string[];
  readonly serviceAreaUnclear?: boolean;
  readonly schedules?: ServiceSnapshot['schedules'];
  readonly phones?: ServiceSnapshot['service']['phones'];
  readonly interpreters?: ServiceSnapshot['interpreters'];
}

/** The event data of a service, in the registry's form. */
export function snapshotOf(sketch: ServiceSketch): ServiceSnapshot {
  const { serviceCountries, serviceAreaUnclear, addressCountries } = sketch;
  const places = [sketch.at].flat() as Position[];
  const cells = Object.fromEntries(places.map((at, i) => [`${sketch.id}-${i}`, publicCellOf(at)]));
  const locations = places.map((at, i) => ({
    id: `${sketch.id}-${i}`,
    name: null,
    ...(sketch.confidential ? centreOfCell(publicCellOf(at)) : { latitude: at.latitude, longitude: at.longitude }),
    precision: sketch.confidential ? ('AREA' as const) : (sketch.precision ?? ('EXACT' as const)),
    address: null,
    city: null,
    country: sketch.country === undefined ? 'ID' : sketch.country,
  }));
  const service: ServiceSnapshot['service'] = {
    id: sketch.id,
    name: `Service ${sketch.id}`,
    alternateName: null,
    description: null,
    status: sketch.status ?? 'ACTIVE',
    categories: sketch.categories ?? ['LEGAL'],
    organization: { id: sketch.organizationId ?? `org-${sketch.id}`, name: 'Organization' },
    locations,
    languages: sketch.languages ?? ['id'],
    admission: { ...unknownRule, ...sketch.admission } as ServiceSnapshot['service']['admission'],
    phones: sketch.phones ?? [],
    url: null,
    email: null,
    confidential: sketch.confidential ?? false,
    verifiedAt: null,
    version: 1,
    hsds: { id: sketch.id },
  };
  return {
    service,
    publicCells: sketch.confidential ? cells : {},
    serviceArea: sketch.serviceArea ?? null,
    serviceCountries,
    serviceAreaUnclear,
    addressCountries,
    capacities: [],
    ...(sketch.interpreters && { interpreters: sketch.interpreters }),
    ...(sketch.schedules && { schedules: sketch.schedules }),
  };
}

/** The event data of a service's beds. */
export function bedsOf(
  serviceId: string,
  pools: readonly { free: number; admits?: Partial<AdmissionRule>; occupied?: number; held?: number }[],
  confirmedAt: string | null,
  sequence = 1,
): AvailabilitySnapshot {
  const views = pools.map(({ free, admits, occupied = 2, held = 0 }, i): BedPoolView => ({
    id: `${serviceId}-pool-${i}`,
    serviceId,
    name: `Room ${i}`,
    admits: { ...unknownRule, ...admits } as BedPoolView['admits'],
    total: free + occupied + held,
    occupied,
    held,
    outOfService: 0,
    free,
    version: 1,
    confirmedAt,
  }));
  const free = views.reduce((sum, pool) => sum + pool.free, 0);
  const status = views.length === 0 ? 'UNKNOWN' : free > 0 ? 'CAPACITY' : 'NO_CAPACITY';
  return {
    serviceId,
    organizationId: `org-${serviceId}`,
    country: 'ID',
    free,
    total: free + 2 * views.length,
    status,
    confirmedAt,
    sequence,
    pools: views,
  };
}
