import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { LEAST_FOR_THUMBS } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The section of the facilitator's console with this name. */
async function consoleOf(owner: Person, section: string): Promise<Locator> {
  const aside = owner.page.getByRole('complementary', { name: 'Facilitate' });
  if (!(await aside.isVisible())) await owner.page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: section }).click();
  return aside;
}

const pollOf = ({ page }: Person, kind: string) => page.getByRole('region', { name: kind, exact: true });

async function answer(person: Person, kind: string, option: string): Promise<void> {
  await pollOf(person, kind).getByRole('button', { name: option, exact: true }).click();
  await expect(pollOf(person, kind).getByText(`Your answer: ${option}`)).toBeVisible();
  await person.isSaved();
}

test('stances are asked before and after, and the swing is shown to all when both polls are closed', async ({
  newPerson,
}) => {
  const names = ['Ben', 'Cara', 'Dan', 'Eva'];
  const [olga, phone, ...others] = await Promise.all([
    newPerson('Olga'),
    newPerson('Fay', PHONE),
    ...names.map((name) => newPerson(name)),
  ]);
  const address = await startDebate(olga, MOTION);
  const room = [phone, ...others];
  await Promise.all(
    room.map(async (person) => {
      await person.open(address);
      await person.join();
    }),
  );

  const run = await consoleOf(olga, 'Polls');
  await run.getByRole('button', { name: 'Open opening poll' }).click();
  const first = ['For', 'For', 'Against', 'Undecided', 'Undecided'];
  // On a phone the answers stand at the thumb.
  const thumb = pollOf(phone, 'Opening poll').getByRole('button', { name: 'Undecided' });
  await expect(async () => {
    const box = await thumb.boundingBox();
    if (!box) throw new Error('The answers are not on screen');
    expect(box.height).toBeGreaterThanOrEqual(LEAST_FOR_THUMBS);
    expect(box.y + box.height).toBeGreaterThan(700);
  }).toPass();
  for (const [at, person] of room.entries()) await answer(person, 'Opening poll', first[at] ?? '');
  await expect(run.locator('[data-poll]').getByText('5 answers').first()).toBeVisible();
  await run.getByRole('button', { name: 'Close poll' }).click();
  await expect(pollOf(phone, 'Opening poll')).toHaveCount(0);
  await expect(run.getByText('Shown when the closing poll closes too.')).toBeVisible();

  await run.getByRole('button', { name: 'Open closing poll' }).click();
  const second = ['For', 'Against', 'Against', 'Against', 'For'];
  for (const [at, person] of room.entries()) await answer(person, 'Closing poll', second[at] ?? '');
  // Changed in time, an answer counts as it is last.
  await pollOf(phone, 'Closing poll').getByRole('button', { name: 'Change answer' }).click();
  await answer(phone, 'Closing poll', 'Against');
  await expect(run.locator('[data-poll]').getByText('5 answers').first()).toBeVisible();
  await run.getByRole('button', { name: 'Close poll' }).click();

  for (const person of [olga, phone, ...others.slice(0, 1)]) {
    await person.page.getByRole('button', { name: 'Show results' }).first().click();
    const results = person.page.getByRole('dialog', { name: 'Results' });
    const swing = results.getByRole('figure', { name: '5 people answered both polls' });
    await expect(swing.getByText('For: −1 point')).toHaveCount(0);
    await expect(swing.getByText('For: −20 points')).toBeVisible();
    await expect(swing.getByText('Against: +60 points')).toBeVisible();
    await swing.getByText('Changes from before to after').click();
    await expect(swing.getByText('1 person from Undecided to For')).toBeVisible();
    await expect(swing.getByText('2 people from For to Against')).toBeVisible();
    await isAccessible(person.page, 'the swing', 'light');
    await person.page.keyboard.press('Escape');
    await expect(results).toBeHidden();
  }
});

test('a quick poll asks any participant anything; it shows no results while it is open', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const run = await consoleOf(olga, 'Polls');
  await run.getByRole('textbox', { name: 'Question' }).fill('Shall we go on after five?');
  await run.getByRole('button', { name: 'Start poll' }).click();
  await expect(run.getByRole('alert').filter({ hasText: 'at least 2 options' })).toBeVisible();
  await run.getByRole('textbox', { name: 'Option 1' }).fill('Yes');
  await run.getByRole('textbox', { name: 'Option 2' }).fill('No');
  await run.locator('form').getByRole('radio', { name: 'Open: results show live' }).check();
  await run.getByRole('button', { name: 'Start poll' }).click();
  await answer(ben, 'Poll', 'Yes');
  await expect(pollOf(ben, 'Poll').getByText('100% (1)')).toBeVisible();
  // Another tab of the same person knows their answer.
  const page = await ben.context.newPage();
  await page.goto(address);
  await expect(page.getByText('Your answer: Yes')).toBeVisible();
  await run.getByRole('button', { name: 'Close poll' }).click();
  await expect(page.getByText('Your answer: Yes')).toBeHidden();
});

test('a secret poll shows results from the chosen number of answers on; closing it below that warns, and it can be opened again', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const run = await consoleOf(olga, 'Polls');
  await run.getByRole('button', { name: 'Open opening poll' }).click();
  const poll = run.locator('[data-poll]');
  await expect(poll).toContainText('if at least 5 people answered');
  await poll.getByRole('radio', { name: 'From 3 answers' }).check();
  await expect(pollOf(ben, 'Opening poll')).toContainText(
    'when the closing poll closes too, if at least 3 people answered',
  );
  await answer(ben, 'Opening poll', 'Undecided');
  await expect(poll.getByRole('radio')).toHaveCount(0);

  await test.step('the warning says how many have answered, and closes nothing by itself', async () => {
    await run.getByRole('button', { name: 'Close poll' }).click();
    const warning = olga.page.getByRole('dialog', { name: 'Close with 1 answer?' });
    await expect(warning).toContainText('1 of 2 people has answered.');
    await expect(warning).toContainText('With fewer than 3 answers, no results are shown.');
    await expect(warning.getByRole('button', { name: 'Keep open' })).toBeFocused();
    await isAccessible(olga.page, 'the warning', 'light');
    await warning.getByRole('button', { name: 'Keep open' }).click();
    await expect(pollOf(ben, 'Opening poll')).toBeVisible();
  });

  await test.step('closed all the same, it is opened again with its answers', async () => {
    await run.getByRole('button', { name: 'Close poll' }).click();
    await olga.page.getByRole('button', { name: 'Close anyway' }).click();
    await expect(pollOf(ben, 'Opening poll')).toHaveCount(0);
    await expect(run).toContainText('Fewer than 3 people answered, so the results aren’t shown.');
    await run.getByRole('button', { name: 'Reopen' }).click();
    await expect(pollOf(ben, 'Opening poll').getByText('Your answer: Undecided')).toBeVisible();
  });
});
