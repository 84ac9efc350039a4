import { findChromium, isHeadlessShell } from './chromium.ts';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.ts';

/** Playwright's global setup: makes sure there is a browser before the first test, or says what to do. */
export default function installChromium(): void {
  if (isHeadlessShell()) return;
  if (canInstallDebianPackages()) {
    try {
      installDebianPackages('chromium-headless-shell');
    } catch {
      // Older Debian has none.
      if (!findChromium()) installDebianPackages('chromium');
    }
  }
  if (findChromium()) return;
  throw new Error(
    'There is no Chromium here. Run "npx playwright install chromium", or install Chromium or Chrome with your system\'s package manager, then run the tests again.',
  );
}
