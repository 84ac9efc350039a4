import { expect, test, withServer } from './fixtures.ts';
import { compareLook, LAPTOP, type Look, PHONE, PROJECTOR } from './looks/look.ts';
import type { Person } from './person.ts';

withServer();

const LOOKS: readonly Look[] = [
  { name: 'map', view: 'Map', size: LAPTOP, scheme: 'light', quick: true },
  { name: 'map-dark', view: 'Map', size: LAPTOP, scheme: 'dark', act: chooseOnMap },
  { name: 'map-open', view: 'Map', size: LAPTOP, scheme: 'light', act: openOnMap },
  { name: 'map-overview', view: 'Map', size: LAPTOP, scheme: 'light', act: fromAfar },
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
  await isCalculated(person);
}

/** A claim and one of its arguments. */
async function openOnMap(person: Person): Promise<void> {
  const { page } = person;
  const card = (id: string) => person.card(id);
  await card('c_already-giant')
    .getByRole('button', { name: /below: show$/ })
    .click();
  await card('c_consumer-scale')
    .getByRole('button', { name: /below: show$/ })
    .click();
  await expect(card('c_services-not-basics')).toBeVisible();
  await page.mouse.move(0, 0);
}

async function fromAfar({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'Overview of the debate' })).toBeFocused();
}

async function chooseInOutline(person: Person): Promise<void> {
  await person.select(CHOSEN);
  await isCalculated(person);
}

/** Strengths come a moment after the cards. */
async function isCalculated({ panel }: Person): Promise<void> {
  await expect(panel.locator('[data-strength]')).toBeVisible();
}
