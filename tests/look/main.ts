import type { Page } from '@playwright/test';
import { GOLDEN_PICTURES, type GoldenPicture } from './golden-pictures.ts';
import { shortfallsOf } from './look-limits.ts';
import { type Look, measureLook } from './measure-look.ts';
import { Studio } from './studio.ts';

/*
 * `npm run look [folder]`: takes the golden pictures, light and dark, checks their readability and prints a table. Saves them to the
 * folder. Exits with 1 if a picture misses a limit. `--only front` takes pictures with this in their names.
 */
const SCHEMES = ['light', 'dark'] as const;
const HEAD = ['picture', 'claims whole', 'least type', 'links', 'least target', 'blank', 'text over text'];

const { folder, only } = readCommand(process.argv.slice(2));
const studio = await Studio.open();
const lines: string[][] = [HEAD];
const missed: string[] = [];
try {
  for (const picture of GOLDEN_PICTURES) {
    if (!picture.name.includes(only)) continue;
    process.stderr.write(`${picture.name} …\n`);
    try {
      await measure(picture);
    } catch (error) {
      missed.push(`${picture.name}: not taken: ${error instanceof Error ? error.message : String(error)}`);
    }
    await studio.clear();
  }
} finally {
  await studio.close();
}
console.log(table(lines));
console.log(missed.length === 0 ? '\nAll within limits.' : `\nOutside of the limits:\n${missed.join('\n')}`);
process.exit(missed.length === 0 ? 0 : 1);

/** Light, then dark on the same page, as when the system's theme changes. */
async function measure({ name, screen, isOpening = false, mostBlank, take }: GoldenPicture): Promise<void> {
  const page = await take(studio, { ...screen, colorScheme: 'light' });
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await settle(page);
    const look = await measureLook(page);
    lines.push([`${name}, ${scheme}`, ...cellsOf(look)]);
    const read = { byFinger: screen.hasTouch ?? false, isOpening, ...(mostBlank && { mostBlank }) };
    missed.push(...shortfallsOf(look, read).map((one) => `${name}, ${scheme}: ${one}`));
    if (folder) await page.screenshot({ path: `${folder}/${name}-${scheme}.png`.replaceAll(/[ ,]+/g, '-') });
  }
}

/** Waits until the page is drawn in its fonts and colors. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

function cellsOf(look: Look): string[] {
  return [
    look.claims === 0 ? '–' : `${look.whole} of ${look.claims}`,
    `${look.leastType} px`,
    look.linkContrast === null ? '–' : `${look.linkContrast} : 1`,
    look.leastTarget === Infinity ? '–' : `${look.leastTarget} px`,
    `${Math.round(look.blank * 100)} %`,
    look.overlaps.length === 0 ? 'none' : String(look.overlaps.length),
  ];
}

function table(rows: readonly string[][]): string {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function readCommand(words: readonly string[]): { folder: string | undefined; only: string } {
  const at = words.indexOf('--only');
  const folder = words.find((_, nth) => at < 0 || (nth !== at && nth !== at + 1));
  return { folder, only: at < 0 ? '' : (words[at + 1] ?? '') };
}
