import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function floorOf({ page }: Person): Promise<Locator> {
  const aside = page.getByRole('complementary', { name: 'Facilitate' });
  await page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: 'Floor' }).click();
  return aside;
}

const raiseOf = ({ page }: Person): Locator => page.getByRole('button', { name: /^Raise hand/ });
const invitationOf = ({ page }: Person): Locator => page.getByRole('region', { name: 'Invitation to speak' });

test('a quiet person is invited in private, first-time speakers go first, and the stage shows time by position', async ({
  newPerson,
}) => {
  const [olga, fay, ben, wall] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Fay', PHONE),
    newPerson('Ben', PHONE),
    newPerson('Wall', { viewport: { width: 1280, height: 720 } }),
  ]);
  const address = await startDebate(olga, MOTION);
  for (const person of [fay, ben]) {
    await person.open(address);
    await person.join();
  }
  await wall.page.goto(`${address}/stage`);
  const stage = wall.page.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');
  const floor = await floorOf(olga);

  // Ben would rather not.
  await floor.getByRole('button', { name: 'Invite Ben to speak' }).click();
  await expect(floor.getByRole('button', { name: 'Withdraw Ben’s invitation' })).toBeVisible();
  const notNow = invitationOf(ben).getByRole('button', { name: 'Not now' });
  await isForThumbs(notNow);
  await isAccessible(ben.page, 'an invitation to speak on a phone', 'light');
  await notNow.tap();
  await expect(invitationOf(ben)).toHaveCount(0);
  await expect(floor.getByRole('button', { name: 'Invite Ben to speak' })).toBeVisible();

  await floor.getByRole('button', { name: 'Invite Fay to speak' }).click();
  await invitationOf(fay).getByRole('button', { name: 'Raise hand' }).tap();
  await floor.getByRole('button', { name: 'Give the floor to Fay' }).click();
  await expect(fay.page.getByRole('paragraph').filter({ hasText: 'You have the floor' })).toBeVisible();
  await floor.getByRole('button', { name: 'End speech' }).click();

  // Fay asks again, before Ben does.
  await raiseOf(fay).tap();
  await expect(raiseOf(ben)).toContainText('1 hand up');
  await raiseOf(ben).tap();
  const queued = floor.getByRole('list').first().getByRole('listitem');
  await expect(queued).toHaveText([/^Fay/, /^Ben/]);
  const handOf = ({ page }: Person) => page.getByRole('button', { name: /^Lower hand/ });
  await expect(handOf(fay)).toContainText('You’re next');
  await floor.getByRole('combobox', { name: 'Order' }).selectOption('First-time speakers first');
  await expect(queued).toHaveText([/^Ben.*not yet heard/, /^Fay.*so far/]);
  await expect(handOf(ben)).toContainText('You’re next');
  await expect(handOf(fay)).toContainText('You’re number 2');
  await isAccessible(olga.page, 'the floor', 'light');

  const tabs = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await tabs.getByRole('tab', { name: 'Spotlight' }).click();
  await tabs.getByRole('button', { name: 'Speaking time' }).click();
  const picture = stage.getByRole('region', { name: 'Speaking time' });
  await expect(picture.getByText('No position')).toBeVisible();
  await expect(picture).not.toContainText('Fay');
});
