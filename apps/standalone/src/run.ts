import { readSettings } from '@haven/config';
import { explainFailure, runProcess, say } from '@haven/server';
import { startSystem } from './start-system.js';

/** Starts everything and runs until it is told to stop. */
export const run = (): Promise<void> =>
  runProcess(() => startSystem(readSettings(process.env), { headless: process.argv.includes('--headless'), say }), explainFailure);
