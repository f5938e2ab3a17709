import type { ServiceView } from '@haven/events';
import { type Failure, notFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { v7 } from 'uuid';
import { checkService } from './check-service.js';
import { textOf } from '../reading/json-record.js';
import type { ServiceEntry } from '../meaning/service-input.js';
import type { Registry } from '../ports.js';
import { writeEntryOnce } from './write-command.js';
import { writeService } from './write-service.js';

/** What {@link registerService} needs. */
export interface RegisterService extends Command {
  readonly organizationId: string;
  readonly service: ServiceEntry;
}

/** Registers a service of an organization. */
export async function registerService(registry: Registry, caller: Caller, command: RegisterService): Promise<ServiceView | Failure> {
  return (
    invalid(command, checkService(command.service)) ??
    writeEntryOnce(registry, caller, 'registerService', command, async (tx) => {
      const id = command.organizationId;
      const [organization] = await tx.records.get([{ object: 'organization', id }]);
      if (!organization || !mayWrite(caller, 'registerService', id)) return notFound;
      return writeService(tx, v7(), { id, name: textOf(organization.properties, 'name') ?? id }, command.service);
    })
  );
}
