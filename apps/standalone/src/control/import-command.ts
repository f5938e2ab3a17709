import type { ControlRequest } from '@haven/config';
import type { Tell } from '@haven/server';

type Import = Extract<ControlRequest, { command: 'import' }>;

/** Runs `haven import`. */
export type ImportCommand = (request: Import, tell: Tell) => Promise<void>;
