import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CHILDREN = 'Children walk to school where no cars drive.';

const paneOf = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Tasks' });
const taskIn = (person: Person, asks: string): Locator =>
  paneOf(person)
    .getByRole('listitem')
    .filter({ has: person.page.getByRole('paragraph').filter({ hasText: asks }) });
const openTasks = ({ page }: Person) =>
  page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Tasks' }).click();
const chipOf = ({ page }: Person, done: number): Locator =>
  page.getByRole('button', { name: `Tasks: ${done} of 2 done` });

/** Sets a task until tomorrow, with the keys alone. */
async function setTask(olga: Person, kind: string, count: string): Promise<void> {
  await paneOf(olga).getByRole('button', { name: 'Set a task' }).press('Enter');
  const form = paneOf(olga).getByRole('form', { name: 'Set a task' });
  await expect(form.getByLabel('Task')).toBeFocused();
  await form.getByLabel('Task').selectOption(kind);
  await form.getByLabel('How many').fill(count);
  await form.getByRole('button', { name: 'Set task' }).press('Enter');
  await expect(form).toBeHidden();
  await olga.isSaved();
}

test('a teacher sets tasks; one person does hers on a phone, one his with the keyboard; the teacher sees who has', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, fay, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Fay', PHONE),
    newPerson('Ben', { viewport: { width: 1280, height: 800 } }),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  for (const person of [fay, ben]) {
    await person.open(address);
    await person.join();
  }
  await openTasks(olga);
  await setTask(olga, 'Write claims', '1');
  await setTask(olga, 'Vote on claims', '1');
  await expect(taskIn(olga, 'Write 1 claim')).toContainText('0 of 2 people have done it');
  await expect(taskIn(olga, 'Vote on 1 claim')).toContainText(
    'Votes are counted for groups of at least 5 people.',
  );

  // On the phone: one tap to the list, one to the claim.
  await isForThumbs(chipOf(fay, 0));
  await chipOf(fay, 0).tap();
  await expect(taskIn(fay, 'Write 1 claim')).toContainText('0 of 1 claim');
  await isAccessible(fay.page, 'the tasks on a phone', 'light');
  await taskIn(fay, 'Write 1 claim').getByRole('button').first().tap();
  await expect(paneOf(fay)).toBeHidden();
  await fay.compose(CHILDREN);
  await expect(fay.page.getByText('Done: Write 1 claim')).toBeVisible();
  await chipOf(fay, 1).tap();
  await expect(taskIn(fay, 'Write 1 claim')).toContainText('Done');
  await fay.isSaved();

  await expect(taskIn(olga, 'Write 1 claim')).toContainText('1 of 2 people have done it');
  await taskIn(olga, 'Write 1 claim').getByText('Who has done it').click();
  await expect(taskIn(olga, 'Write 1 claim')).toContainText('Done (1)Fay');
  await expect(taskIn(olga, 'Write 1 claim')).toContainText('Not yet (1)Ben');
  await isAccessible(olga.page, 'the counts of tasks', 'dark');

  // With the keyboard: the tool, the way to voting, an answer.
  await ben.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Tasks' }).press('Enter');
  await taskIn(ben, 'Vote on 1 claim').getByRole('button').press('Enter');
  await expect(ben.page.getByRole('heading', { name: CHILDREN })).toBeFocused();
  await ben.page.keyboard.press('a');
  await expect(ben.page.getByText('Done: Vote on 1 claim')).toBeVisible();
  await ben.isSaved();
  await expect(chipOf(ben, 1)).toBeVisible();

  // A claim that no longer stands doesn't count, and neither does a vote on it.
  await paneOf(fay).getByRole('button', { name: 'Close tasks' }).tap();
  await fay.select(await fay.idOf(CHILDREN));
  await fay.choose('Retract');
  await fay.isSaved();
  await expect(taskIn(olga, 'Write 1 claim')).toContainText('0 of 2 people have done it');
  await expect(chipOf(ben, 0)).toBeVisible();
});
