import { expect, test, withServer } from './fixtures.ts';
import { compareLook, LAPTOP, type Look, PHONE, PROJECTOR } from './looks/look.ts';
import type { Person } from './person.ts';

withServer();

const LOOKS: readonly Look[] = [
  { name: 'map', view: 'Map', size: LAPTOP, scheme: 'light', quick: true },
  { name: 'map-dark', view: 'Map', size: LAPTOP, scheme: 'dark', act: chooseOnMap },
  { name: 'map-projector', view: 'Map', size: PROJECTOR, scheme: 'light', act: chooseOnMap },
  { name: 'map-phone', view: 'Map', size: PHONE, scheme: 'dark', quick: true },
  { name: 'outline', view: 'Outline', size: LAPTOP, scheme: 'light', act: chooseInOutline, quick: true },
  { name: 'outline-phone', view: 'Outline', size: PHONE, scheme: 'light' },
  { name: 'claim-phone', view: 'Outline', size: PHONE, scheme: 'light', act: chooseInOutline, quick: true },
];

for (const look of LOOKS)
  test(`looks as it should: ${look.name}`, { tag: look.quick ? '@quick' : [] }, ({ newPerson, copySeeded }) =>
    compareLook(look, { newPerson, copySeeded }),
  );

const CHOSEN = 'c_champions-before';

async function chooseOnMap(person: Person, address: string): Promise<void> {
  await person.page.goto(`${address}#${CHOSEN}`);
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
