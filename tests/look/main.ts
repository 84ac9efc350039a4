import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from '@playwright/test';
import { ParleyProcess, SEEDED } from '../e2e/parley-process.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import installChromium from '../support/install-chromium.ts';
import { type Look, measureLook } from './measure-look.ts';

/* `npm run look [folder]`: measures the readability of debates at opening and prints a table. Saves screenshots to the folder. */
const [folder] = process.argv.slice(2);

const SIZES = [
  ['laptop 1280×800', 1_280, 800],
  ['laptop 1440×900', 1_440, 900],
  ['projector 1920×1080', 1_920, 1_080],
  ['tablet 768×1024', 768, 1_024],
  ['phone 390×844', 390, 844],
] as const;
const SCHEMES = ['light', 'dark'] as const;

installChromium();
let debates: Readonly<Record<string, string>> = {};
const server = await ParleyProcess.start({
  fill: async (dataDir) => {
    const program = ['--import', 'tsx', 'tests/e2e/looks/make-debates.ts', dataDir];
    debates = JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' }));
  },
});
const browser = await chromium.launch(chromiumLaunchOptions());
const lines: string[][] = [
  ['opening', 'claims whole', 'least type', 'links', 'least target', 'blank', 'texts on texts'],
];
try {
  for (const [name, width, height] of SIZES)
    for (const scheme of SCHEMES)
      lines.push(await lineOf(browser, `58 claims, ${name}, ${scheme}`, SEEDED, width, height, scheme));
  for (const [debate, id] of Object.entries(debates))
    lines.push(
      await lineOf(browser, `${debate}, laptop 1280×800, light`, `/debates/${id}`, 1_280, 800, 'light'),
    );
} finally {
  await browser.close();
  await server.stop();
}
const widths = (lines[0] ?? []).map((_, at) =>
  Math.max(...lines.map((line) => [...(line[at] ?? '')].length)),
);
for (const line of lines)
  console.log(
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );

async function lineOf(
  on: Browser,
  name: string,
  path: string,
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
): Promise<string[]> {
  const context = await on.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  try {
    // The transpiler calls this helper, which doesn't exist in the page.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    const page = await context.newPage();
    await page.goto(`${server.origin}${path}`);
    await page.locator('main#debate[data-connection="live"]').waitFor();
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Map' }).click();
    await page.locator('[data-box="~motion"]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.locator('[data-look="row"], [data-look="card"], [data-look="open"]').first().waitFor();
    const look = await measureLook(page);
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name.replaceAll(/[ ,]+/g, '-')}.png` });
    return [name, ...cellsOf(look)];
  } finally {
    await context.close();
  }
}

function cellsOf(look: Look): string[] {
  return [
    `${look.whole} of ${look.claims}`,
    `${look.leastType} px${look.leastType < 13 ? ` (${look.leastWords})` : ''}`,
    `${look.linkContrast} : 1`,
    `${look.leastTarget} px${look.leastTarget < 24 ? ` (${look.leastControl})` : ''}`,
    `${Math.round(look.blank * 100)} %`,
    look.overlaps.length === 0 ? 'none' : `${look.overlaps.length} (${look.overlaps[0]})`,
  ];
}
