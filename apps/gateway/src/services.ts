/** The address of each service, and what to do while it is away. */
export const services = {
  registry: {
    url: process.env['HAVEN_REGISTRY_URL'] ?? 'http://127.0.0.1:4001',
    away: 'The directory cannot be asked or changed now. Try again in a minute, a change with the same idempotencyKey; if somebody needs a place now, use your printed list.',
  },
  capacity: {
    url: process.env['HAVEN_CAPACITY_URL'] ?? 'http://127.0.0.1:4002',
    away: 'Beds cannot be asked or changed now. Try again in a minute, a change with the same idempotencyKey, for it may have been stored; until then call the shelter.',
  },
  matching: {
    url: process.env['HAVEN_MATCHING_URL'] ?? 'http://127.0.0.1:4003',
    away: 'Matching cannot be asked now. Try again in a minute; until then look in the directory and call the shelter.',
  },
} as const;

/** Name of a service in the supergraph. */
export type ServiceName = keyof typeof services;

/** Whether the text names a service. */
export const isService = (name: unknown): name is ServiceName => typeof name === 'string' && Object.hasOwn(services, name);
