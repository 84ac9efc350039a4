import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Opens a page with half the processor time that Chromium takes without a screen. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const systemBrowsers = [
  HEADLESS_SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Where a browser is on this machine; undefined while there is none. */
export function findChromium(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
}

/** True if the browser found is a headless shell; Playwright installs its own beside its Chromium. */
export function isHeadlessShell(): boolean {
  return existsSync(chromium.executablePath()) || existsSync(HEADLESS_SHELL);
}

/** How to start the browser: Playwright's own where it is installed, else the system's. */
export function chromiumLaunchOptions() {
  const isOwn = existsSync(chromium.executablePath());
  return {
    // A missing browser is about to be installed by `install-chromium.ts`.
    ...(isOwn ? {} : { executablePath: findChromium() ?? '/usr/bin/chromium' }),
    args: [...quietArguments, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  };
}

/** Keep the browser from calling anyone but the server under test, and have all of them draw letters alike. */
const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];
