import { type IdempotencyConflict, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { v7 } from 'uuid';
import { checkName, checkText } from './check-text.js';
import type { HsdsRecord } from '../hsds/record.js';
import type { Registry } from '../ports.js';
import { storeRecords } from '../vault/store-records.js';
import { writeOnce } from './write-command.js';

/** An organization as GraphQL shows it. Its services are read separately. */
export interface OrganizationView {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

/** What {@link registerOrganization} needs. */
export interface RegisterOrganization extends Command {
  readonly name: string;
  readonly description: string | null;
}

/** Registers an organization. */
export async function registerOrganization(
  registry: Registry,
  caller: Caller,
  command: RegisterOrganization,
): Promise<OrganizationView | InvalidInput | NotFound | IdempotencyConflict> {
  const problems = [...checkName('name', command.name), ...checkText('description', command.description)];
  return (
    invalid(command, problems) ??
    writeOnce(registry, caller, 'registerOrganization', command, async (tx) => {
      if (!mayWrite(caller, 'registerOrganization', null)) return notFound;
      const organization = { id: v7(), name: command.name.trim(), description: command.description?.trim() || null };
      await storeRecords(tx, { source: 'haven', deferredBy: null }, [recordOf(organization)]);
      return organization;
    })
  );
}

const recordOf = ({ id, name, description }: OrganizationView): HsdsRecord => ({
  object: 'organization',
  id,
  properties: { name, ...(description !== null && { description }) },
  links: [],
  references: [],
});
