import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContextOptions } from '@playwright/test';
import { expect, test, withServer } from './fixtures.ts';
import { SEEDED } from './parley-process.ts';
import type { Person } from './person.ts';

/** Where the debates are that `make-debates.ts` made, by their names there. */
let debates: Readonly<Record<string, string>> = {};

withServer({
  fill: async (dataDir) => {
    const program = ['--import', 'tsx', 'tests/e2e/looks/make-debates.ts', dataDir];
    const { stdout } = await promisify(execFile)(process.execPath, program);
    const ids: Record<string, string> = JSON.parse(stdout);
    debates = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, `/debates/${id}`]));
  },
});

interface Look {
  readonly name: string;
  /** The seeded debate, if none is named. */
  readonly debate?: string;
  readonly view: 'Map' | 'Outline';
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  /** What is done before the picture is taken. */
  readonly act?: (person: Person) => Promise<void>;
  /** How much of it may differ, where one word that wraps elsewhere moves everything by a hair. */
  readonly tolerance?: number;
}

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const PROJECTOR = { width: 1920, height: 1080 };

/** Part of the picture at most: each edge of each mark a pixel further is less, other marks are far more. */
const HAIR = 0.04;

const LOOKS: readonly Look[] = [
  { name: 'map', view: 'Map', size: LAPTOP, scheme: 'light' },
  { name: 'map-dark', view: 'Map', size: LAPTOP, scheme: 'dark', act: chooseOnMap },
  { name: 'map-projector', view: 'Map', size: PROJECTOR, scheme: 'light', act: chooseOnMap },
  { name: 'map-few', debate: 'few', view: 'Map', size: LAPTOP, scheme: 'light' },
  { name: 'map-hard-texts', debate: 'hard', view: 'Map', size: PROJECTOR, scheme: 'light', act: fitMap },
  {
    name: 'map-thousand',
    debate: 'thousand',
    view: 'Map',
    size: PROJECTOR,
    scheme: 'light',
    act: fitLarge,
    tolerance: HAIR,
  },
  {
    name: 'map-ten-thousand',
    debate: 'ten thousand',
    view: 'Map',
    size: LAPTOP,
    scheme: 'dark',
    act: fitLarge,
    tolerance: HAIR,
  },
  { name: 'map-phone', view: 'Map', size: PHONE, scheme: 'dark' },
  { name: 'outline', view: 'Outline', size: LAPTOP, scheme: 'light', act: chooseInOutline },
  { name: 'outline-hard-texts', debate: 'hard', view: 'Outline', size: LAPTOP, scheme: 'dark' },
  { name: 'outline-phone', view: 'Outline', size: PHONE, scheme: 'light' },
  { name: 'claim-phone', view: 'Outline', size: PHONE, scheme: 'light', act: chooseInOutline },
];

for (const { name, debate, view, size, scheme, act, tolerance } of LOOKS) {
  test(`looks as it should: ${name}`, { tag: '@quick' }, async ({ newPerson, seeded }) => {
    const options: BrowserContextOptions = { viewport: size, colorScheme: scheme };
    if (size === PHONE) Object.assign(options, { isMobile: true, hasTouch: true });
    const person = await newPerson('Ann', options);
    await person.open(debate === undefined ? seeded : debates[debate], view);
    await act?.(person);
    await expect(person.page).toHaveScreenshot(
      `${name}.png`,
      tolerance ? { maxDiffPixelRatio: tolerance } : {},
    );
  });
}

async function fitMap({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.mouse.move(0, 0);
}

async function fitLarge(person: Person): Promise<void> {
  await fitMap(person);
  await expect(person.page.locator('[data-level]')).toHaveAttribute('data-level', 'marks');
}

const CHOSEN = 'c_champions-before';

async function chooseOnMap(person: Person): Promise<void> {
  await person.page.goto(`${SEEDED}#${CHOSEN}`);
  await expect(person.panel).toHaveAttribute('data-selected', CHOSEN);
  await isReckoned(person);
}

async function chooseInOutline(person: Person): Promise<void> {
  await person.select(CHOSEN);
  await isReckoned(person);
}

/** Strengths come a moment after the cards. */
async function isReckoned({ panel }: Person): Promise<void> {
  await expect(panel.locator('[data-strength]')).toBeVisible();
}
