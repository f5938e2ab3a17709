import type { ServiceView } from '@haven/events';
import type { Failure, InvalidInput, NotFound, VersionConflict } from '@haven/kernel';
import { checkService } from './check-service.js';
import { withKnownParts } from './known-parts.js';
import type { ServiceEntry } from '../meaning/service-input.js';
import { lockForChange } from './change-service.js';
import type { Registry } from '../ports.js';
import { type WriteCommand, writeEntryOnce } from './write-command.js';
import { writeService } from './write-service.js';

/** What {@link updateService} needs. */
export interface UpdateService extends WriteCommand {
  readonly id: string;
  readonly expectedVersion: number;
  readonly service: ServiceEntry;
}

/** Replaces the whole entry of a service. */
export function updateService(registry: Registry, command: UpdateService): Promise<ServiceView | Failure> {
  return writeEntryOnce<NotFound | VersionConflict | InvalidInput>(
    registry,
    'updateService',
    { ...command },
    checkService(command.service),
    async (tx) => {
      const entry = await lockForChange(tx, command.caller, 'updateService', command.id, command.expectedVersion);
      if ('kind' in entry) return entry;
      const admission = withKnownParts(command.service.admission, entry.view.admission);
      return writeService(tx, command.id, entry.view.organization, { ...command.service, admission });
    },
  );
}
