import { enumOf, type IdempotencyConflict, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { addressOf } from '../places/places-of-service.js';
import { countryCode } from '../places/countries.js';
import { textOf } from '../reading/json-record.js';
import { uniqueKeys } from '../hsds/relation.js';
import { loadAggregates } from '../vault/load-aggregate.js';
import { hidePlaces, publishServices } from '../publishing/publish-services.js';
import { organizationOf, placeIdsOf, servicesAt, withSiblings } from '../publishing/review-places.js';
import type { Registry, RegistryTransaction, WaitingPlace } from '../ports.js';
import { writeOnce } from './write-command.js';
import type { Page } from '../page.js';

/** What a person decides of a place that waits. */
export const ReviewDecision = enumOf('PUBLIC', 'CONFIDENTIAL', 'REFUSE');
/** {@link ReviewDecision} */
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

/** A place that waits for review: what it is, but not where. */
export interface Review {
  readonly id: string;
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly organization: { readonly id: string; readonly name: string };
  readonly services: readonly string[];
  readonly source: string;
  readonly since: string;
}

/** What waits, after the given review, the oldest first. */
export const reviewQueue = (
  registry: Registry,
  after: { since: string; locationId: string } | null,
  first: number,
): Promise<Page<Review>> =>
  registry.transaction(async (tx) => {
    const page = await tx.reviews.page(after, first);
    return { ...page, items: await reviewsOf(tx, page.items) };
  });

/** What {@link resolveReview} needs. */
export interface ResolveReview extends Command {
  readonly id: string;
  readonly decision: ReviewDecision;
}

/** Decides about a place that waits, and publishes its services. */
export async function resolveReview(
  registry: Registry,
  caller: Caller,
  command: ResolveReview,
): Promise<Review | InvalidInput | NotFound | IdempotencyConflict> {
  return (
    invalid(command) ??
    writeOnce(registry, caller, 'resolveReview', command, async (tx) => {
      const place = mayWrite(caller, 'resolveReview', null) ? await tx.reviews.lock(command.id) : null;
      if (place === null) return notFound;
      const [review] = await reviewsOf(tx, [place]);
      await decide(tx, command.id, command.decision);
      return review!;
    })
  );
}

async function decide(tx: RegistryTransaction, id: string, decision: ReviewDecision): Promise<void> {
  if (decision === 'REFUSE') return tx.reviews.decide([id], 'REFUSED');
  if (decision === 'CONFIDENTIAL') return void (await hidePlaces(tx, [id]));
  await release(tx, id);
}

/** The others of the organization change only if this was the last that silences it. */
async function release(tx: RegistryTransaction, id: string): Promise<void> {
  const standing = await servicesAt(tx, [id]);
  const organizations = [...standing.values()].flatMap(organizationOf);
  const before = await tx.entries.silentOrganizations(organizations);
  await tx.reviews.decide([id], 'PUBLIC');
  const after = await tx.entries.silentOrganizations(organizations);
  const services = after.size < before.size ? await withSiblings(tx, standing) : [...standing.keys()];
  await tx.dirty.mark(services);
  await publishServices(tx, services);
}

async function reviewsOf(tx: RegistryTransaction, waiting: readonly WaitingPlace[]): Promise<Review[]> {
  const ids = waiting.map(({ locationId }) => locationId);
  const keysOf = (object: 'location' | 'organization', of: readonly string[]) => uniqueKeys(of.map((id) => ({ object, id })));
  const places = await loadAggregates(tx.records, keysOf('location', ids));
  const owners = waiting.map(({ organizationId }) => organizationId);
  const organizations = await tx.records.get(keysOf('organization', owners));
  const services = [...(await servicesAt(tx, ids))].map(([id, service]) => ({
    name: textOf(service, 'name') ?? id,
    places: new Set(placeIdsOf(service)),
  }));
  return waiting.map(({ locationId, organizationId, source, since }) => {
    const place = places.get(locationId) ?? {};
    const address = addressOf(place);
    const owner = organizations.find(({ id }) => id === organizationId);
    return {
      id: locationId,
      name: textOf(place, 'name'),
      city: address && textOf(address, 'city'),
      country: address && countryCode(textOf(address, 'country')),
      organization: { id: organizationId, name: textOf(owner?.properties ?? {}, 'name') ?? organizationId },
      services: services
        .filter((service) => service.places.has(locationId))
        .map(({ name }) => name)
        .sort(),
      source,
      since,
    };
  });
}
