import { readSettings } from '@haven/config';
import { explainFailure, opening, runProcess, say } from '@haven/server/process';
import { takePlace } from './take-place.js';

let explain: (error: unknown) => string = explainFailure;

/** Starts everything and runs until it is told to stop. */
export const run = (): Promise<void> =>
  runProcess(
    () =>
      opening(async (opened) => {
        const settings = readSettings(process.env);
        const headless = process.argv.includes('--headless');
        const place = await takePlace(settings, headless, opened);
        // Loading takes seconds, so mistakes are reported first.
        const { startSystem } = await import('./start-system.js');
        explain = (await import('@haven/server')).explainAnyFailure;
        await startSystem(settings, place, { headless, say }, opened);
      }),
    (error) => explain(error),
  );
