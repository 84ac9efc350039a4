import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

const launch = chromiumLaunchOptions();
/**
 * Leaves out the compilers of V8 that optimize: a story's pages live for seconds, too short to pay back a sixth of their
 * processor time.
 */
const BASELINE_CODE = '--js-flags=--no-maglev,--no-turbofan';

/** Each test file starts the server it needs, so there is no `webServer` here. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: [
    './tests/support/install-chromium.ts',
    './tests/support/global-setup.ts',
    './tests/e2e/make-data-template.ts',
  ],
  outputDir: 'test-results',
  // Stories wait more than they work: a third one uses what two leave of two cores.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Long enough for a machine that also runs a build: a story waits for what it names, and a limit only ends one that failed.
  timeout: 180_000,
  expect: {
    timeout: 30_000,
    // Another release of the browser draws letters a little differently; something in another place is far more than this.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  reporter: [['list']],
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  use: {
    launchOptions: { ...launch, args: [...launch.args, BASELINE_CODE] },
    actionTimeout: 30_000,
    // A trace records the whole page at each step: on a board of many claims that takes longer than the step.
    screenshot: 'only-on-failure',
  },
});
