import type { ServiceView } from '@haven/events';
import { type Failure, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { mayWrite } from '@haven/security';
import { v7 } from 'uuid';
import { checkService } from './check-service.js';
import { textOf } from '../reading/json-record.js';
import type { ServiceEntry } from '../meaning/service-input.js';
import type { Registry } from '../ports.js';
import { type WriteCommand, writeEntryOnce } from './write-command.js';
import { writeService } from './write-service.js';

/** What {@link registerService} needs. */
export interface RegisterService extends WriteCommand {
  readonly organizationId: string;
  readonly service: ServiceEntry;
}

/** Registers a service of an organization. */
export function registerService(registry: Registry, command: RegisterService): Promise<ServiceView | Failure> {
  return writeEntryOnce<NotFound | InvalidInput>(registry, 'registerService', { ...command }, checkService(command.service), async (tx) => {
    const id = command.organizationId;
    const [organization] = await tx.records.get([{ object: 'organization', id }]);
    if (!organization || !mayWrite(command.caller, 'registerService', id)) return notFound;
    return writeService(tx, v7(), { id, name: textOf(organization.properties, 'name') ?? id }, command.service);
  });
}
