import type { Locator } from '@playwright/test';

/** Text on a stage of 1080 lines that is too small for the back row. */
export function smallText(stage: Locator): Promise<string[]> {
  return stage.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const said = words.map(({ textContent }) => textContent?.trim()).join('');
      const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return said !== '' && isShown && size < 24 ? `${said}: ${size}` : [];
    }),
  );
}
