import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { type DebateVisibility, startDebate } from './start-debate.ts';

withServer();

/** Ann starts a debate and writes three claims, each after the one before. */
async function aDebateWithThree(ann: Person, visibility?: DebateVisibility): Promise<string> {
  const address = await startDebate(ann, 'Trade makes friends', visibility);
  const position = ann.page.locator('[data-item="position"]').first();
  await ann.select((await position.getAttribute('id')) ?? '');
  for (const text of ['The first claim', 'The second claim', 'The third claim']) {
    await ann.argue('Support', text);
    await ann.isSaved();
  }
  return address;
}

const moment = ({ page }: Person) => page.locator('main#debate');
const slider = ({ page }: Person) => page.getByRole('slider', { name: 'Moment' });

/** The moment that was asked for is shown. */
async function isShown(person: Person): Promise<void> {
  await expect(moment(person)).not.toHaveAttribute('data-awaits');
}

test('a slider shows any moment, by the keyboard, and its link shows it to another', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const address = await aDebateWithThree(ann);
  const { page } = ann;
  await page.goto(`${address}/history`);
  await ann.isHydrated();
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await expect(page.getByText('As it is now')).toBeVisible();
  await expect(ann.claim('The third claim')).toBeVisible();
  await slider(ann).focus();
  await page.keyboard.press('Home');
  await isShown(ann);
  await expect(ann.claim('The first claim')).toBeVisible();
  await expect(ann.claim('The second claim')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await isShown(ann);
  await expect(ann.claim('The second claim')).toBeVisible();
  await expect(ann.claim('The third claim')).toHaveCount(0);
  await expect(page.getByText(/^As it was on/)).toBeVisible();
  await isAccessible(page, 'the past', 'light');
  await expect(page).toHaveURL(/\/history\?at=\d+$/);

  await ben.page.goto(await page.evaluate(() => window.location.href));
  await ben.isHydrated();
  await ben.page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await expect(ben.claim('The second claim')).toBeVisible();
  await expect(ben.claim('The third claim')).toHaveCount(0);
  await ben.page.getByRole('link', { name: 'Back to now' }).click();
  await ben.isLive();
});

test('it is played and paused, and nothing in it can be changed', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  const address = await aDebateWithThree(ann);
  const { page } = ann;
  await page.clock.install();
  await page.goto(`${address}/history?at=1`);
  await ann.isHydrated();
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await expect(ann.claim('The first claim')).toHaveCount(0);
  await page.getByLabel('Speed').selectOption('4');
  // Its time stands still until the button has been seen: the whole debate is played in a second.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.resume();
  await expect(ann.claim('The third claim')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();

  await ann.select(await ann.idOf('The second claim'));
  await expect(ann.panel.getByRole('button', { name: /Agree|Support|Attack|Reword/ })).toHaveCount(0);
  await ann.line(await ann.idOf('The second claim')).focus();
  for (const key of ['s', 'e', '1', 'Delete']) await page.keyboard.press(key);
  await expect(page.getByRole('form')).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to now' }).click();
  await ann.isLive();
  await expect(ann.panel).toHaveAttribute('data-selected', await ann.idOf('The second claim'));
  await expect(ann.claim('The second claim')).toBeVisible();
});

test('a moment is taken away as a file', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const address = await aDebateWithThree(ann);
  const { page } = ann;
  await page.goto(`${address}/history`);
  await ann.isHydrated();
  await slider(ann).focus();
  await page.keyboard.press('Home');
  await isShown(ann);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export debate' });
  await dialog.getByLabel('Format').selectOption({ label: 'Markdown: to read and quote' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const text = await (await file.createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toContain('The first claim');
  expect(Buffer.concat(text).toString()).not.toContain('The second claim');
});

test('a private debate’s moments are not there for others', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const address = await aDebateWithThree(ann, 'Only participants');
  ben.watch.expectError(/404/);
  await ben.page.goto(`${address}/history?at=5`);
  await expect(
    ben.page.getByRole('heading', { name: 'This page is private or doesn’t exist' }),
  ).toBeVisible();
});

test('a claim’s wordings are shown with their differences, and an earlier one can be restored', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const address = await aDebateWithThree(ann);
  const id = await ann.idOf('The first claim');
  await ben.open(address);
  await ben.join();
  await ben.select(id);
  await ben.choose('Edit claim');
  const editor = ben.page.locator('.cm-content');
  await expect(editor).toBeFocused();
  await ben.page.keyboard.press('ControlOrMeta+A');
  await ben.page.keyboard.insertText('The very first argument');
  await ben.page.getByRole('button', { name: 'Done' }).click();
  await expect(ben.panel).toContainText('version 2');

  await ann.select(id);
  await expect(ann.panel).toContainText('version 2');
  await ann.panel.getByText('2 wordings').click();
  const second = ann.panel.getByRole('listitem').filter({ hasText: 'Version 2' });
  await expect(second).toContainText('Ben');
  await expect(second.locator('ins').filter({ hasText: 'very' })).toBeVisible();
  await expect(second.locator('del')).toContainText(['claim']);
  await isAccessible(ann.page, 'the wordings', 'light');
  const first = ann.panel.getByRole('listitem').filter({ hasText: 'Version 1' });
  await first.getByRole('button', { name: 'Restore this wording' }).click();
  await expect(ben.row(id)).toContainText('The first claim');
  await expect(ann.panel.getByRole('listitem').first()).toContainText('restored');
});

test('activity is listed live, by kind and person, with links', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const address = await aDebateWithThree(ann);
  await ben.open(address);
  await ben.join();
  await ann.page.getByRole('button', { name: 'History' }).click();
  const pane = ann.page.getByRole('complementary', { name: 'Activity' });
  const lines = pane.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await expect(lines.first()).toContainText('added “The third claim”');
  await expect(lines.last()).toContainText('started the debate');
  await isAccessible(ann.page, 'what happened', 'light');

  await ben.select(await ben.idOf('The second claim'));
  await ben.argue('Attack', 'Not so, says Ben');
  await expect(lines.first()).toContainText('Ben added “Not so, says Ben”');
  await ben.comment('And here is why');
  await expect(lines.first()).toContainText('commented: “And here is why”');
  await pane.getByLabel('Person').selectOption({ label: 'Ben' });
  await expect(lines).toHaveCount(2);
  await pane.getByLabel('Kind').selectOption({ label: 'Comments' });
  await expect(lines).toHaveCount(1);
  await pane.getByRole('button', { name: /And here is why/ }).click();
  await expect(ann.panel).toHaveAttribute('data-selected', await ann.idOf('The second claim'));
});
