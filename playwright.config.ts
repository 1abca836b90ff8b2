import { defineConfig } from '@playwright/test';

/**
 * Journeys of people through the portal, in Debian's Chromium. The portal runs
 * as `npm start` runs it, on ports and state of its own.
 */
export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // One portal and one world: journeys take turns.
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: [['list']],
  outputDir: 'test-results',
  globalSetup: './e2e/portal.ts',
  use: {
    baseURL: `http://localhost:${process.env.AIOPS_PORT ?? 17007}`,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
