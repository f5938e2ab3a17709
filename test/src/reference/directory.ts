import type { System } from '../harness/system.js';
import type { ListedLocation, ListedPool, ListedService } from './contract-types.js';

const pageSize = 100;
const poolsPerRequest = 18;

const rule = `persons { genders minimumAge maximumAge accompaniedOnly asked } legalStatuses nationalities exploitation pregnancy accessibility referralRequired`;
const page = `query ($after: String) { services(first: ${pageSize}, after: $after) {
  edges { node { id name status categories organization { id } languages phones { languages } locations { id latitude longitude precision country } admission { ${rule} } hsds } }
  pageInfo { hasNextPage endCursor } } }`;

type WithoutBeds = Omit<ListedService, 'pools' | 'open' | 'acceptsHolds'>;

interface Page {
  readonly services: {
    readonly edges: readonly { readonly node: WithoutBeds }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The whole list of the API: all services page by page, with bed pools if they have beds, and whether they take people. */
export async function readDirectory(system: System): Promise<ListedService[]> {
  const services: WithoutBeds[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { services: connection }: Page = await system.query<Page>(page, { after });
    services.push(...connection.edges.map((edge) => edge.node));
    more = connection.pageInfo.hasNextPage;
    after = connection.pageInfo.endCursor;
  }
  const beds = await readBeds(
    system,
    services.map((service) => service.id),
  );
  return services.map((service) => ({ ...service, locations: locationsOf(service), ...beds.get(service.id)! }));
}

/** A service without a place on the map is somewhere in the country of its address, or of its area. */
function locationsOf({ locations, hsds }: WithoutBeds): readonly ListedLocation[] {
  if (locations.length > 0) return locations;
  const addresses = (hsds.service_at_locations ?? []).flatMap(({ location }) => location?.addresses ?? []);
  const areas = (hsds.service_areas ?? []).flatMap(({ name }) => /^Whole country \((\w\w)\)$/.exec(String(name))?.[1] ?? []);
  const country = addresses.find((address) => address.country)?.country ?? areas[0] ?? null;
  return [{ id: '', latitude: 0, longitude: 0, precision: 'EXACT', country, isSomewhere: true }];
}

type Beds = Pick<ListedService, 'pools' | 'open' | 'acceptsHolds'>;

async function readBeds(system: System, ids: readonly string[]): Promise<Map<string, Beds>> {
  const found = new Map<string, Beds>();
  for (let start = 0; start < ids.length; start += poolsPerRequest) {
    const part = ids.slice(start, start + poolsPerRequest);
    const fields = part.map((id, index) => {
      const which = `(serviceId: ${JSON.stringify(id)})`;
      return `pools${index}: bedPools${which} { id total free held outOfService confirmedAt admits { ${rule} } } door${index}: intake${which} { open requiresAcceptance }`;
    });
    const answer = await system.query<Record<string, unknown>>(`{ ${fields.join('\n')} }`);
    part.forEach((id, index) => {
      const { open, requiresAcceptance } = answer[`door${index}`] as { open: boolean; requiresAcceptance: boolean };
      found.set(id, { pools: answer[`pools${index}`] as readonly ListedPool[], open, acceptsHolds: requiresAcceptance });
    });
  }
  return found;
}
