import type { ControlMessage, ControlRequest } from '@haven/config';

type Rebuild = Extract<ControlRequest, { command: 'rebuild' }>;

/** The commands of matching; `rebuild` drops the read model and builds it again. */
export const matchingCommands = (rebuild: () => Promise<void>) => ({
  rebuild: async (_request: Rebuild, tell: (message: ControlMessage) => Promise<void>): Promise<void> => {
    await tell({ progress: { done: 0, total: null, what: 'events applied' } });
    await rebuild();
    await tell({ result: { rebuilt: 'matching' } });
  },
});
