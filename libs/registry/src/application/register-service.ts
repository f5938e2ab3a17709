import type { ServiceView } from '@haven/contracts';
import { type Failure, notFound } from '@haven/kernel';
import { mayWrite } from '@haven/security';
import { v7 } from 'uuid';
import { checkService } from '../domain/check-service.js';
import type { ServiceEntry } from '../domain/service-input.js';
import type { Registry } from './ports.js';
import { type WriteCommand, writeOnce } from './write-command.js';
import { writeService } from './write-service.js';

/** What {@link registerService} needs. */
export interface RegisterService extends WriteCommand {
  readonly organizationId: string;
  readonly service: ServiceEntry;
}

/** Registers a service of an organization. */
export function registerService(registry: Registry, command: RegisterService): Promise<ServiceView | Failure> {
  return writeOnce<ServiceView>(registry, 'registerService', { ...command }, checkService(command.service), async (tx) => {
    const organization = await tx.records.marks('organization', [command.organizationId]);
    if (organization.size === 0 || !mayWrite(command.caller, 'registerService', command.organizationId)) return notFound;
    return writeService(tx, v7(), command.organizationId, command.service);
  });
}
