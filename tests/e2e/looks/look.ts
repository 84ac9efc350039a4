import type { BrowserContextOptions } from '@playwright/test';
import { shortfallsOf } from '../../look/look-limits.ts';
import { measureLook } from '../../look/measure-look.ts';
import { expect, type Fixtures } from '../fixtures.ts';
import type { Person } from '../person.ts';

/** A picture in this folder, and how one comes to see it. */
export interface Look {
  readonly name: string;
  readonly view: 'Map' | 'Outline';
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  /** Address of the debate, known when the story runs. Default: the seeded one. */
  readonly debate?: () => string | undefined;
  /** Actions before the picture is taken. */
  readonly act?: (person: Person, address: string) => Promise<void>;
  /** Compared in `npm test`, too. */
  readonly quick?: true;
}

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 800 };
export const PROJECTOR = { width: 1920, height: 1080 };

/** Compares what the browser shows with this picture. */
export async function compareLook(
  { name, debate, view, size, scheme, act }: Look,
  { newPerson, copySeeded }: Pick<Fixtures, 'newPerson' | 'copySeeded'>,
): Promise<void> {
  const options: BrowserContextOptions = { viewport: size, colorScheme: scheme };
  if (size === PHONE) Object.assign(options, { isMobile: true, hasTouch: true });
  const person = await newPerson('Ann', options);
  const address = debate?.() ?? (await copySeeded());
  await person.open(address, view);
  await act?.(person, address);
  if (view === 'Map') await canBeRead(person, size === PHONE);
  await expect(person.page).toHaveScreenshot(`${name}.png`);
}

/** Checks the map's readability; see `npm run look`. */
async function canBeRead({ page }: Person, byFinger: boolean): Promise<void> {
  await expect(async () => {
    const folded = await page.locator('[data-look="line"]').count();
    const look = await measureLook(page);
    expect(shortfallsOf(look, { byFinger, isOpening: !byFinger && folded === 0, mostBlank: 1 })).toEqual([]);
    if (!byFinger) expect(look.linkContrast).not.toBeNull();
  }).toPass();
}
