import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

/** Everything the server sends a person's browser from here on. */
function overheard({ page }: Person): string[] {
  const heard: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()));
  });
  return heard;
}

test('a claim is hidden with a reason and a note: its author sees it and rewords it, others see nothing of it, and it comes back', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Only fools drive into town.');
  await ben.isSaved();
  const id = await ben.idOf('Only fools drive into town.');
  const heard = overheard(cara);
  await cara.open(address);
  await cara.join();
  await cara.select(id);
  await cara.argue('Attack', 'My mother cannot walk that far.');
  await cara.isSaved();

  await test.step('the owner hides it', async () => {
    await olga.select(id);
    await olga.choose('Hide…');
    const dialog = olga.page.getByRole('dialog', { name: 'Hide this claim' });
    await isAccessible(olga.page, 'the dialog to hide', 'light');
    await dialog.getByRole('radio', { name: 'abusive' }).check();
    await dialog.getByLabel('Note to the author').fill('Say it without calling names.');
    await dialog.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect(olga.row(id)).toContainText('hidden');
    await expect(olga.panel).toContainText('Say it without calling names.');
  });

  await test.step('others see nothing of it, nor of what hangs under it', async () => {
    await expect(cara.claim('Only fools drive into town.')).toHaveCount(0);
    await expect(cara.claim('My mother cannot walk that far.')).toHaveCount(0);
    heard.length = 0;
  });

  await test.step('its author sees why, and rewords it', async () => {
    await ben.select(id);
    await expect(ben.panel).toContainText('Reason: abusive.');
    await expect(ben.panel).toContainText('Say it without calling names.');
    await ben.choose('Edit claim');
    await expect(ben.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
    await ben.page.keyboard.press('ControlOrMeta+a');
    await ben.page.keyboard.type('Cars take the room of forty people.');
    await ben.page.keyboard.press('ControlOrMeta+Enter');
    await ben.isSaved();
    await expect(olga.row(id)).toContainText('Cars take the room of forty people.');
  });

  await test.step('a fresh page has nothing of it either', async () => {
    await cara.open(address);
    await expect(cara.claim('Cars take')).toHaveCount(0);
    const page = await cara.page.request.get(address);
    for (const received of [await page.text(), heard.join('\n')])
      expect(received).not.toMatch(/forty people|fools|calling names|my mother/i);
  });

  await test.step('shown again, it is there with what hangs under it', async () => {
    await olga.page.getByRole('button', { name: 'Manage' }).click();
    await olga.page.getByRole('tab', { name: 'Moderation' }).click();
    await isAccessible(olga.page, 'the moderation section', 'light');
    const managed = olga.page.locator('[role="tabpanel"]:not([inert])');
    await expect(managed).toContainText('Olga hid');
    await managed.getByRole('button', { name: 'Restore' }).click();
    await expect(managed).toContainText('The queue is empty.');
    await expect(cara.claim('Cars take the room of forty people.')).toBeVisible();
    await expect(cara.claim('My mother cannot walk that far.')).toBeVisible();
  });
});

test('everything one person wrote is hidden at once, and restored at once', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Buy cheap shoes here.');
  await ben.argue('Support', 'Really cheap shoes.');
  await ben.comment('Shoes!');
  await ben.isSaved();
  await cara.open(address);
  await expect(cara.claim('Really cheap shoes.')).toBeVisible();

  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('tab', { name: 'Moderation' }).click();
  await olga.page.getByLabel('Person').selectOption({ label: 'Ben' });
  await olga.page.getByRole('button', { name: 'Choose what…' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Hide Ben’s contributions' });
  // Contributions of the last ten minutes, listed before they are hidden.
  await expect(dialog.getByRole('radio', { name: 'The last 10 minutes' })).toBeChecked();
  await expect(dialog).toContainText('These 3 will be hidden:');
  await expect(dialog).toContainText('Really cheap shoes.');
  await olga.page.screenshot({ path: test.info().outputPath('hide-what-ben-wrote.png') });
  await dialog.getByRole('radio', { name: 'spam' }).check();
  await dialog.getByRole('button', { name: 'Hide', exact: true }).click();
  // Confirmed, with the way back, where one is, for some seconds: all is looked for at once.
  const manage = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await Promise.all([
    expect(dialog).toBeHidden(),
    expect(cara.page.getByText(/cheap shoes/)).toHaveCount(0),
    expect(olga.page.locator('[role="tabpanel"]:not([inert])')).toContainText('hid 3 contributions'),
    expect(manage.getByText('3 hidden.')).toBeVisible(),
  ]);
  await manage.getByRole('button', { name: 'Undo' }).click();
  await expect(cara.page.getByText(/cheap shoes/)).toHaveCount(2);
});

test('a locked claim keeps its words, a locked branch accepts nothing more; neither limits moderators', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'The air is better.');
  await ben.isSaved();
  const id = await ben.idOf('The air is better.');
  await olga.select(id);
  await olga.choose('Lock claim');
  await expect(ben.row(id)).toContainText('locked');
  await ben.select(id);
  await ben.argue('Support', 'Measured in Ghent.');
  await ben.isSaved();
  await ben.choose('Retract');
  await expect(
    ben.page.getByText('This part of the debate is locked.', { exact: false }).first(),
  ).toBeVisible();
  await expect(ben.row(id)).not.toContainText('retracted');

  await olga.choose('Lock branch');
  await olga.isSaved();
  await expect(ben.page.locator(`[id="${id}"] [data-sign="locked"]`)).toHaveAttribute(
    'title',
    'Only moderators can make changes here',
  );
  await ben.vote('Agree');
  await ben.isSaved();
  await expect(ben.row(id)).not.toContainText('1 – 0');
  await olga.argue('Support', 'And in Oslo.');
  await expect(ben.claim('And in Oslo.')).toBeVisible();
  await olga.choose('Unlock');
  await expect(ben.row(id)).not.toContainText('locked');
  await ben.vote('Agree');
  await expect(olga.row(id)).toContainText('1 – 0');
});

test('debaters’ additions wait for approval: one is sent back by a key, reworded, resubmitted and accepted by a key', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('tab', { name: 'Moderation' }).click();
  await olga.page.getByRole('radio', { name: 'Everyone except moderators' }).check();
  await olga.isSaved();
  await Promise.all([ben.open(address), cara.open(address)]);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'It works elsewhere.');
  await ben.isSaved();
  const id = await ben.idOf('It works elsewhere.');
  await expect(ben.row(id)).toContainText('awaiting approval');

  const queue = olga.page.getByRole('list', { name: 'Queue' });
  const item = queue.getByRole('listitem').first();
  await expect(item).toContainText('It works elsewhere.');
  // Its parent, its side, and other outcomes for its author.
  await expect(item).toContainText('supports: “For”');
  await expect(item).toContainText('Their 1 contribution: 0 hidden, 0 sent back, 1 awaiting approval');
  await expect(cara.claim('It works elsewhere.')).toHaveCount(0);
  await item.focus();
  await olga.page.keyboard.press('r');
  const dialog = olga.page.getByRole('dialog', { name: 'Send back to the author' });
  await expect(dialog.getByRole('radio', { name: 'unclear' })).toBeFocused();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'needs a source' }).check();
  await dialog.getByLabel('Note to the author').fill('Where?');
  await dialog.getByRole('button', { name: 'Send back', exact: true }).click();
  await expect(dialog).toBeHidden();

  await ben.select(id);
  await expect(ben.panel).toContainText('Where?');
  await expect(ben.panel).toContainText('needs a source');
  await ben.choose('Edit claim');
  await expect(ben.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
  await ben.page.keyboard.press('ControlOrMeta+a');
  await ben.page.keyboard.type('It works in Ghent.');
  await ben.page.keyboard.press('ControlOrMeta+Enter');
  await ben.panel.getByRole('button', { name: 'Resubmit' }).click();
  await expect(item).toContainText('It works in Ghent.');
  await expect(item.getByRole('button', { name: 'Approve' })).toBeVisible();
  await isAccessible(olga.page, 'the queue', 'dark');
  await olga.page.screenshot({ path: test.info().outputPath('queue.png') });
  await item.focus();
  await olga.page.keyboard.press('a');
  await expect(cara.claim('It works in Ghent.')).toBeVisible();
  await expect(ben.row(id)).not.toContainText('awaiting approval');
  await expect(olga.page.locator('[role="tabpanel"]:not([inert])')).toContainText('Olga sent back');

  // Several at once, with the way back.
  await ben.select('p_position1');
  await ben.argue('Support', 'And in Oslo.');
  await ben.argue('Support', 'And in Pontevedra.');
  await ben.isSaved();
  await olga.page.getByRole('checkbox', { name: 'Select all 2 awaiting approval' }).check();
  await olga.page.getByRole('button', { name: 'Approve 2' }).click();
  const manage = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await Promise.all([
    expect(cara.claim('And in Oslo.')).toBeVisible(),
    expect(cara.claim('And in Pontevedra.')).toBeVisible(),
    expect(manage.getByText('2 approved.')).toBeVisible(),
  ]);
  await manage.getByRole('button', { name: 'Undo' }).click();
  await expect(cara.claim('And in Oslo.')).toHaveCount(0);
});

test('someone else’s claim is retracted for a reason, which everyone reads', async ({ newPerson }) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Bicycles are red.');
  await ben.isSaved();
  const id = await ben.idOf('Bicycles are red.');
  await olga.select(id);
  await olga.choose('Retract');
  const dialog = olga.page.getByRole('dialog', { name: 'Retract this claim?' });
  await expect(dialog.getByRole('radio', { name: 'abusive' })).toBeFocused();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'off topic' }).check();
  await dialog.getByRole('button', { name: 'Retract' }).click();
  await expect(dialog).toBeHidden();
  await cara.open(address);
  await cara.page.goto(`${address}#${id}`);
  await expect(cara.panel).toContainText('A moderator retracted it. Reason: off topic.');
});
