import type { ControlMessage, ControlRequest } from '@haven/config';
import type { RebuildProgress } from './rebuild-matching.js';

type Rebuild = Extract<ControlRequest, { command: 'rebuild' }>;

/** The commands of matching. `rebuild` drops the read model and builds it again. */
export const matchingCommands = (rebuild: (tell: RebuildProgress) => Promise<void>) => ({
  rebuild: async (_request: Rebuild, tell: (message: ControlMessage) => Promise<void>): Promise<void> => {
    await rebuild((done, total) => tell({ progress: { done, total, what: 'events applied' } }));
    await tell({ result: { rebuilt: 'matching' } });
  },
});
