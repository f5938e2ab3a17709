import type { System } from '../harness/system.js';
import type { ListedPool, ListedService } from './contract-types.js';

const pageSize = 100;
const poolsPerRequest = 25;

const rule = `persons { genders minimumAge maximumAge accompaniedOnly } legalStatuses nationalities exploitation pregnancy accessibility`;
const page = `query ($after: String) { services(first: ${pageSize}, after: $after) {
  edges { node { id name status categories locations { id latitude longitude precision country } admission { ${rule} } hsds } }
  pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly services: {
    readonly edges: readonly { readonly node: Omit<ListedService, 'pools'> }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Everything that the API lists: all services page by page, and the bed pools of those with beds. */
export async function readDirectory(system: System): Promise<ListedService[]> {
  const services: Omit<ListedService, 'pools'>[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { services: connection }: Page = await system.query<Page>(page, { after });
    services.push(...connection.edges.map((edge) => edge.node));
    more = connection.pageInfo.hasNextPage;
    after = connection.pageInfo.endCursor;
  }
  const pools = await readPools(
    system,
    services.map((service) => service.id),
  );
  return services.map((service) => ({ ...service, pools: pools.get(service.id) ?? [] }));
}

async function readPools(system: System, ids: readonly string[]): Promise<Map<string, readonly ListedPool[]>> {
  const found = new Map<string, readonly ListedPool[]>();
  for (let start = 0; start < ids.length; start += poolsPerRequest) {
    const part = ids.slice(start, start + poolsPerRequest);
    const fields = part.map((id, index) => `s${index}: bedPools(serviceId: ${JSON.stringify(id)}) { id total free admits { ${rule} } }`);
    const answer = await system.query<Record<string, readonly ListedPool[]>>(`{ ${fields.join('\n')} }`);
    part.forEach((id, index) => found.set(id, answer[`s${index}`] ?? []));
  }
  return found;
}
