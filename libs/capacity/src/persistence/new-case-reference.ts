import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { issueReference } from '../holds/references/issued-reference.js';

/** This many references at once are never all in use. */
const tries = 5;

/** A case reference that no hold or waitlist entry uses. */
export async function newCaseReference(tx: EntityManager): Promise<string> {
  const free = `SELECT reference FROM unnest($1::text[]) AS reference WHERE NOT EXISTS (SELECT FROM capacity.hold WHERE case_reference = reference)
    AND NOT EXISTS (SELECT FROM capacity.waiting WHERE case_reference = reference) LIMIT 1`;
  const [found] = await tx.query<{ reference: string }[]>(free, [Array.from({ length: tries }, () => issueReference(randomInt))]);
  if (!found) throw new Error('No unused case reference was found');
  return found.reference;
}
