import type { ServiceView } from '@haven/events';
import type { Failure } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { checkService } from './check-service.js';
import { withKnownParts } from './known-parts.js';
import type { ServiceEntry } from '../meaning/service-input.js';
import { lockForChange } from './change-service.js';
import type { Registry } from '../ports.js';
import { writeEntryOnce } from './write-command.js';
import { writeService } from './write-service.js';

/** What {@link updateService} needs. */
export interface UpdateService extends Command {
  readonly id: string;
  readonly expectedVersion: number;
  readonly service: ServiceEntry;
}

/** Replaces the whole entry of a service. */
export async function updateService(registry: Registry, caller: Caller, command: UpdateService): Promise<ServiceView | Failure> {
  return (
    invalid(command, checkService(command.service)) ??
    writeEntryOnce(registry, caller, 'updateService', command, async (tx) => {
      const entry = await lockForChange(tx, caller, 'updateService', command.id, command.expectedVersion);
      if ('kind' in entry) return entry;
      const admission = withKnownParts(command.service.admission, entry.view.admission);
      return writeService(tx, command.id, entry.view.organization, { ...command.service, admission });
    })
  );
}
