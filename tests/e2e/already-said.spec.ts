import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const RENTS = 'Rents rise wherever a new tram goes.';
const TWIN = 'Rents always rise where a new tram goes.';
const FARES = 'Fares would never pay for the drivers.';
const FARES_TWIN = 'Fares never pay for any drivers.';
const DRAFT = 'A new tram makes rents rise';

const said = ({ page }: Person): Locator => page.getByRole('region', { name: 'Already said?' });
const composerOf = ({ page }: Person): Locator => page.getByRole('form', { name: /^New support/ });

/** Opens the form for a support of what is in the panel, and writes without sending. */
async function draft(person: Person, text: string): Promise<void> {
  await person.panel
    .locator('[data-column="support"]')
    .getByRole('button', { name: /Support$/ })
    .click();
  await composerOf(person).getByRole('textbox').first().fill(text);
}

async function add(person: Person): Promise<void> {
  await composerOf(person).getByRole('button', { name: 'Add argument' }).click();
  await expect(composerOf(person)).toBeHidden();
  await person.isSaved();
}

test('three people write the same in silence; one merge, one vote and one reply come of it after the reveal', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ann'),
    newPerson('Ben', PHONE),
  ]);
  const address = await startDebate(olga, 'The city should build more trams.');
  for (const person of [ann, ben]) {
    await person.open(address);
    await person.join();
  }
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const console = olga.page.getByRole('complementary', { name: 'Facilitate' });
  const list = console.getByRole('region', { name: 'Likely duplicates' });

  await test.step('in the open a pair is listed, and dismissed', () => dismissPair(ann, list));

  await console.getByRole('button', { name: 'A 30-minute debate' }).click();
  await console.getByRole('button', { name: 'Start: Silent writing' }).click();
  await olga.isSaved();

  await test.step('in silence each is shown only their own', async () => {
    await seeOwnAlone(ann, ben);
    await expect(list).toBeHidden();
  });

  await test.step('after the reveal the facilitator merges two with one press', async () => {
    await console.getByRole('button', { name: 'Next: Open debate' }).click();
    await mergePair(olga, list);
    await expect(ann.claim(TWIN)).toHaveCount(0);
    await expect(ann.claim(RENTS)).toHaveCount(1);
  });
  const id = await ann.idOf(RENTS);

  await test.step('one agrees instead of writing it again, on the map with the keys alone', () =>
    agreeInstead(ann, id));

  await test.step('and one adds theirs as a reply, on a phone', async () => {
    await replyInstead(ben, id);
    const reply = await olga.idOf(`${DRAFT}, as in Leeds`);
    await expect(olga.line(id).locator(`[id="${reply}"]`)).toBeVisible();
  });
});

async function dismissPair(ann: Person, list: Locator): Promise<void> {
  await ann.select('p_position1');
  for (const text of [FARES, FARES_TWIN]) {
    await draft(ann, text);
    await add(ann);
  }
  await list.getByText('1 likely duplicate').click();
  await list.getByRole('button', { name: `Not duplicates: “${FARES}” and “${FARES_TWIN}”` }).click();
  await expect(list).toContainText('None found.');
}

async function seeOwnAlone(ann: Person, ben: Person): Promise<void> {
  await ann.select('p_position1');
  await draft(ann, RENTS);
  await add(ann);
  await ben.select('p_position1');
  await draft(ben, TWIN);
  await add(ben);
  await draft(ben, DRAFT);
  await expect(said(ben).getByRole('listitem')).toHaveText([new RegExp(`^${TWIN}`)]);
  await expect(said(ben).getByRole('button', { name: /^Agree/ })).toHaveCount(0);
}

async function mergePair({ page }: Person, list: Locator): Promise<void> {
  await list.getByText('1 likely duplicate').click();
  await expect(list).toContainText(TWIN);
  await isAccessible(page, 'the likely duplicates', 'light');
  await list.getByRole('button', { name: `Keep this one: “${RENTS}”, not “${TWIN}”` }).click();
  await expect(list).toContainText('None found.');
  await expect(list).toBeFocused();
}

async function agreeInstead(ann: Person, id: string): Promise<void> {
  await ann.select('p_position1');
  await draft(ann, DRAFT);
  await ann.show('Map');
  await expect(said(ann)).toContainText(RENTS);
  await isAccessible(ann.page, 'a composer with what was said', 'light');
  await composerOf(ann).getByRole('button', { name: 'Add argument' }).focus();
  await ann.page.keyboard.press('Tab');
  await expect(said(ann).getByRole('button', { name: 'Hide' })).toBeFocused();
  await said(ann)
    .getByRole('button', { name: /^Agree with it instead: “Rents/ })
    .focus();
  await ann.page.keyboard.press('Enter');
  await expect(composerOf(ann)).toBeHidden();
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ann.panel.getByRole('button', { name: /^Agree, 1 vote/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
}

async function replyInstead(ben: Person, id: string): Promise<void> {
  await composerOf(ben).getByRole('textbox').first().fill(`${DRAFT}, as in Leeds`);
  await said(ben)
    .getByRole('button', { name: /^Add yours as a reply to “Rents/ })
    .tap();
  await expect(ben.panel).toHaveAttribute('data-selected', id);
  await expect(composerOf(ben).getByRole('textbox').first()).toHaveValue(`${DRAFT}, as in Leeds`);
  await add(ben);
}
