import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const CHILDREN = 'Children walk to school where no cars drive.';
const BUSES = 'Buses drive there too, and they are heavier.';

const guided = ({ page }: Person) => page.getByRole('region', { name: 'Guided voting' });
const answer = (person: Person, name: 'Agree' | 'Disagree' | 'Pass') =>
  guided(person).getByRole('group', { name: 'Your vote' }).getByRole('button', { name, exact: true });

test('a facilitator’s phase opens guided voting on two phones; each votes alone, and all see totals when it ends', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ann, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ann', PHONE),
    newPerson('Ben', PHONE),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select((await olga.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '');
  await olga.argue('Support', CHILDREN);
  await olga.select(await olga.idOf(CHILDREN));
  await olga.argue('Attack', BUSES);
  await olga.isSaved();
  await ann.open(address);
  await ann.join();

  await olga.page.keyboard.press('p');
  const console_ = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await console_.getByRole('button', { name: 'A single phase' }).click();
  await console_.getByRole('button', { name: 'Edit Phase' }).click();
  const kind = console_.getByLabel('Kind', { exact: true });
  await kind.focus();
  await kind.selectOption('Guided vote');
  await console_.getByRole('button', { name: 'Change kind' }).click();
  await console_.getByRole('button', { name: 'Start: Guided vote' }).click();
  await olga.isSaved();

  // Ann is there already, Ben comes by a link and has no name yet. Olga goes on leading.
  await expect(guided(ann).getByRole('heading', { name: CHILDREN })).toBeFocused();
  await expect(guided(ann)).toContainText('supports it');
  await isAccessible(ann.page, 'guided voting', 'light');
  await expect(guided(olga)).toBeHidden();
  await ben.page.goto(address);
  await ben.isLive();
  await expect(guided(ben).getByRole('heading', { name: CHILDREN })).toBeVisible();
  await answer(ben, 'Agree').tap();
  await ben.giveName();
  await expect(guided(ben).getByRole('heading', { name: BUSES })).toBeVisible();
  await guided(ben).getByRole('button', { name: 'Skip' }).tap();
  await expect(guided(ben)).toContainText('except for 1 claim you skipped');
  await ben.isSaved();

  // Ann agrees with a claim and with what attacks it: she alone learns of it, and changes one vote.
  await answer(ann, 'Agree').tap();
  await expect(guided(ann)).toContainText('1 of 2');
  await expect(guided(ann)).toContainText('attacks it');
  await expect(guided(ann)).toContainText('votes hidden');
  // A second tap this soon would count as a double tap, which answers once.
  await answer(ann, 'Agree').click();
  await expect(guided(ann)).toContainText('You also agree with the claim it attacks.');
  await guided(ann).getByRole('button', { name: 'Look at both' }).tap();
  await guided(ann).getByRole('listitem').getByRole('button', { name: 'Disagree' }).last().tap();
  await guided(ann).getByRole('button', { name: 'Back to voting' }).tap();
  await expect(guided(ann).getByRole('heading', { name: 'You’ve voted on all 2 claims.' })).toBeFocused();
  await ann.isSaved();

  await console_.getByRole('button', { name: 'End agenda' }).click();
  await olga.isSaved();
  await expect(olga.claim(CHILDREN)).toContainText('2 – 0');
  await expect(olga.claim(BUSES)).toContainText('0 – 1');
  await guided(ann).getByRole('button', { name: 'Back to debate' }).last().tap();
  await expect(guided(ann)).toBeHidden();
  await expect(ann.claim(CHILDREN)).toContainText('2 – 0');
});

test('a link opens guided voting; the keyboard skips, votes, goes back, undoes and leaves', async ({
  newPerson,
  copySeeded,
}) => {
  const ann = await newPerson('Ann', { viewport: { width: 1280, height: 800 } });
  const { page } = ann;
  await page.goto(`${await copySeeded()}?vote`);
  await ann.isLive();
  await expect(guided(ann).getByRole('heading', { level: 3 })).toBeFocused();
  await expect(page).not.toHaveURL(/vote/);
  await page.keyboard.press('Escape');
  await expect(guided(ann)).toBeHidden();
  await ann.show('Map');
  await ann.join();
  await page.keyboard.press('g');
  const heading = guided(ann).getByRole('heading', { level: 3 });
  await expect(heading).toBeFocused();
  await expect(page.locator('main#debate')).toHaveAttribute('inert', '');
  const first = (await heading.textContent()) ?? '';
  await page.keyboard.press('ArrowRight');
  await expect(heading).not.toHaveText(first);
  const second = (await heading.textContent()) ?? '';
  await page.keyboard.press('d');
  await expect(guided(ann).getByRole('status').first()).toContainText(
    `You disagreed: ${second.slice(0, 20)}`,
  );
  await expect(guided(ann).getByRole('progressbar')).toHaveAttribute('value', '1');
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveText(second);
  await expect(answer(ann, 'Disagree')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveText(first);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(guided(ann).getByRole('progressbar')).toHaveAttribute('value', '0');
  await page.keyboard.press('Escape');
  await expect(guided(ann)).toBeHidden();
  await expect(page.getByRole('tree', { name: 'Argument map' }).locator(':focus')).toHaveCount(1);
  await ann.isSaved();
});
