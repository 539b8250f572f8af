import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** CHROMIUM_PATH, else what the machine has; Playwright's own download is never needed. */
const gezocht = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromium = process.env['CHROMIUM_PATH'] ?? gezocht.find((pad) => existsSync(pad));
if (chromium === undefined)
  throw new Error('Geen Chromium gevonden. Installeer chromium of zet CHROMIUM_PATH.');

const port = Number(process.env['E2E_PORT'] ?? 3300);
const sandboxPort = port + 1;
process.env['E2E_SANDBOX'] = `http://127.0.0.1:${sandboxPort}`;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1440, height: 900 },
    // A mark that fades in has no contrast to measure yet.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'npm start',
    cwd: join(import.meta.dirname, '..'),
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'svz-e2e-')),
      LOG_LEVEL: 'warn',
    },
  },
});
