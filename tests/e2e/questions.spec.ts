import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WIND = 'Where do deliveries go?';
const RAIN = 'How do people with wheelchairs get in?';

const paneOf = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Questions' });
const itemOf = (person: Person, text: string): Locator =>
  paneOf(person)
    .getByRole('listitem')
    .filter({ has: person.page.getByRole('paragraph').filter({ hasText: text }) });

async function ask(person: Person, text: string): Promise<void> {
  await paneOf(person).getByRole('textbox', { name: 'Your question' }).fill(text);
  await paneOf(person).getByRole('button', { name: 'Ask', exact: true }).tap();
  await expect(itemOf(person, text)).toBeVisible();
  await person.isSaved();
}

test('two people ask from their phones and support each other; the facilitator puts one on the stage, merges and answers', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, fay, ben, wall] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Fay', PHONE),
    newPerson('Ben', PHONE),
    newPerson('Wall', { viewport: { width: 1280, height: 720 } }),
  ]);
  const address = await startDebate(olga, MOTION);
  await Promise.all(
    [fay, ben].map(async (person) => {
      await person.open(address);
      await person.join();
    }),
  );
  await wall.page.goto(`${address}/stage`);
  const stage = wall.page.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');

  // Nothing is on yet: the first question is asked from the menu.
  await fay.page.getByRole('banner').getByRole('button', { name: /^More/ }).tap();
  await fay.page.getByRole('menuitem', { name: 'Questions' }).tap();
  await ask(fay, WIND);
  // From then on they are one tap away.
  await ben.page.getByRole('button', { name: 'Questions from the floor: 1 open' }).tap();
  await ask(ben, RAIN);
  const support = itemOf(fay, RAIN).getByRole('button', { name: /^Support/ });
  await isForThumbs(support);
  await support.tap();
  await expect(support).toHaveAttribute('aria-pressed', 'true');
  // More people want to know it: it moves up for everyone.
  await expect(paneOf(ben).getByRole('listitem').first()).toContainText(RAIN);
  await expect(itemOf(ben, RAIN).getByRole('button', { name: /1 person$/ })).toBeVisible();

  await olga.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Questions' }).click();
  await itemOf(olga, RAIN)
    .getByRole('button', { name: /^Put on stage/ })
    .click();
  await expect(stage.getByRole('heading', { name: RAIN })).toBeVisible();
  await expect(stage.getByText('1 person supports it')).toBeVisible();
  await expect(itemOf(fay, RAIN)).toContainText('On stage');
  await isAccessible(fay.page, 'the questions on a phone', 'light');

  // The others are listed once the choice has the focus.
  const choice = itemOf(olga, WIND).getByRole('combobox');
  await choice.focus();
  await choice.selectOption({ label: RAIN });
  await itemOf(olga, WIND)
    .getByRole('button', { name: /^Merge/ })
    .click();
  await expect(paneOf(fay).getByText('with 1 other question')).toBeVisible();
  // Fay, who asked the other, counts because she supported this one.
  await expect(stage.getByText('1 person supports it')).toBeVisible();
  await itemOf(olga, RAIN)
    .getByRole('button', { name: /^Mark as answered/ })
    .click();
  await expect(stage.getByRole('heading', { name: RAIN })).toHaveCount(0);
  await expect(paneOf(ben).getByText('1 answered question')).toBeVisible();
});
