import type { Locator } from '@playwright/test';

/** The text of an element as it is shown: line by line, without what is hidden. */
export function shownText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: its lines depend on the layout, and are what is wanted here.
  return locator.evaluate((element) => (element as HTMLElement).innerText);
}
