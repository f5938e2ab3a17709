import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's headless browser, which is twice as fast; otherwise the full one, or another installed one. */
const withoutWindow = '/usr/bin/chromium-headless-shell';
const executablePath = process.env['HAVEN_CHROMIUM'] ?? (existsSync(withoutWindow) ? withoutWindow : '/usr/bin/chromium');

export default defineConfig({
  outputDir: 'results',
  globalSetup: './harness/global-setup.ts',
  // The machine may have two cores, and the system under test runs on it too. `npm run test:console` uses two workers, each with its own
  // system.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  // A busy machine can miss a deadline. A test that passes the second time is listed as flaky.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    headless: true,
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    locale: 'en-GB',
    timezoneId: 'Asia/Bangkok',
    // A trace of every test would take a third of the time.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'console', testDir: 'specs' },
    { name: 'measures', testDir: 'measures', testMatch: '*.measure.ts', timeout: 300_000 },
    // The first sign-in waits for a Keycloak that has just started.
    { name: 'cluster', testDir: 'cluster', timeout: 90_000 },
    { name: 'pictures', testDir: 'pictures', testMatch: '*.pictures.ts' },
  ],
});
