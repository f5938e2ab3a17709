import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { issueReference } from '../holds/references/issued-reference.js';

/** That so many at once are taken does not happen. */
const tries = 5;

/** A case reference that no hold and nobody on a list has. */
export async function newCaseReference(tx: EntityManager): Promise<string> {
  const free = `SELECT reference FROM unnest($1::text[]) AS reference WHERE NOT EXISTS (SELECT FROM capacity.hold WHERE case_reference = reference)
    AND NOT EXISTS (SELECT FROM capacity.waiting WHERE case_reference = reference) LIMIT 1`;
  const [found] = await tx.query<{ reference: string }[]>(free, [Array.from({ length: tries }, () => issueReference(randomInt))]);
  if (!found) throw new Error('No new case reference was free');
  return found.reference;
}
