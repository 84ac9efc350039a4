import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('an argument under a claim that was retracted meanwhile is refused, its words kept, and sent again', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  await ann.select('c_own-remedy');
  const claim = 'A remedy that its own makers doubt is not tried for long.';
  await ann.argue('Attack', claim);
  await ann.isSaved();
  await expect(ben.claim(claim)).toBeVisible();
  const id = await ben.idOf(claim);

  await goOffline(ben);
  const words = 'Doubt did not stop earlier reforms.';
  await ben.select(id);
  await ben.argue('Attack', words);
  await expect(ben.page.getByText('Offline · 1 not sent')).toBeVisible();
  await ann.select(id);
  await ann.choose('Retract');
  await ann.isSaved();

  await ben.context.setOffline(false);
  const tray = ben.page.getByRole('region', { name: '1 change couldn’t be made' });
  await tray.getByRole('button', { name: 'Show it' }).click();
  await expect(tray).toContainText(
    'It was retracted. Choose another place, or ask its author to restore it.',
  );
  await expect(tray).toContainText('Your argument against it');
  await expect(tray.getByRole('button', { name: 'Restore and try again' })).toHaveCount(0);
  await expect(tray.getByRole('blockquote')).toHaveText(words);
  // It has no replies, so it is no longer shown, and neither is what answered it.
  await expect(ben.row(id)).toHaveCount(0);
  await expect(ben.claim(words)).toHaveCount(0);

  await ann.choose('Restore');
  await expect(ben.row(id)).toBeVisible();
  await expect(tray).toContainText('has since been restored');
  await tray.getByRole('button', { name: 'Try again' }).click();
  await expect(tray).toBeHidden();
  await expect(ann.claim(words)).toBeVisible();
});

test('words whose place was taken away are put elsewhere: an argument, a move', async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  const [gone, kept] = ['What is announced is not yet a policy.', 'A claim that is to be moved.'];
  for (const claim of [gone, kept]) {
    await ann.select('c_own-remedy');
    await ann.argue('Attack', claim);
    await ann.isSaved();
    await expect(ben.claim(claim)).toBeVisible();
  }
  const [id, moved] = [await ben.idOf(gone), await ben.idOf(kept)];

  await goOffline(ben);
  const words = 'Policies begin as announcements.';
  await ben.select(id);
  await ben.argue('Attack', words);
  await ben.select(await ben.idOf(words));
  const under = 'And so do some laws.';
  await ben.argue('Support', under);
  await ben.select(moved);
  await ben.choose('Move…');
  await place(ben, 'Move claim', gone, 'Move here');
  await ann.select(id);
  await ann.choose('Retract');
  await ann.isSaved();

  await ben.context.setOffline(false);
  const tray = ben.page.getByRole('region', { name: '3 changes couldn’t be made' });
  await tray.getByRole('button', { name: 'Show them' }).click();
  await expect(tray.getByRole('heading', { name: gone })).toBeVisible();
  await expect(tray.getByText(`Moving “${kept}” here`)).toBeVisible();
  await tray.getByRole('button', { name: 'Choose another place…' }).first().click();
  await place(ben, 'Move this argument', 'leverage', 'Add it here');
  await expect(ann.claim(words)).toBeVisible();
  await expect(ben.panel).toContainText(words);
  // Its replies go there with it.
  await expect(ann.line(await ann.idOf(words)).locator('[data-item="claim"]')).toContainText(under);

  const left = ben.page.getByRole('region', { name: '1 change couldn’t be made' });
  await left.getByRole('button', { name: 'Choose another place…' }).click();
  await place(ben, 'Move claim', 'leverage', 'Move here');
  await expect(left).toBeHidden();
  await expect(ann.line(await ann.idOf(kept)).locator('xpath=ancestor::*[@data-item][1]')).not.toHaveId(
    'c_own-remedy',
  );
});

test('a comment that names people and claims is read by their names, refused too, and put elsewhere with them', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('李小龙'), newPerson('Ben')]);
  const address = await startDebate(ann, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ann.select('p_position1');
  await ann.argue('Support', 'A claim that is locked.');
  await ann.argue('Support', 'A claim with leverage.');
  await ann.isSaved();
  await expect(ben.claim('A claim with leverage.')).toBeVisible();
  const locked = await ben.idOf('A claim that is locked.');
  await ben.select(locked);
  await goOffline(ben);
  const field = ben.panel.getByRole('textbox', { name: 'New comment' });
  await field.focus();
  await expect(field).toBeFocused();
  await field.pressSequentially('@小');
  await expect(ben.panel.getByRole('option')).toHaveText([ann.name]);
  await field.press('Enter');
  await expect(field).toHaveValue(`@${ann.name} `);
  await field.pressSequentially('为什么？');
  await ben.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(field).toHaveValue('');
  await ann.select(locked);
  await ann.choose('Lock branch');
  await ann.isSaved();

  await ben.context.setOffline(false);
  const tray = ben.page.getByRole('region', { name: '1 change couldn’t be made' });
  await tray.getByRole('button', { name: 'Show it' }).click();
  await expect(tray.getByRole('blockquote')).toHaveText(`@${ann.name} 为什么？`);
  await tray.getByRole('button', { name: 'Choose another place…' }).click();
  const dialog = ben.page.getByRole('dialog', { name: 'Move this comment' });
  await expect(dialog.getByRole('blockquote')).toHaveText(`@${ann.name} 为什么？`);
  await place(ben, 'Move this comment', 'leverage', 'Comment here');
  await expect(tray).toBeHidden();
  await expect(ben.panel.locator('bdi').filter({ hasText: `@${ann.name}` })).toBeVisible();
});

test('two wordings that fit alone and not together: the second is refused and kept', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  const id = 'c_out-of-proportion';
  await ben.select(id);
  await goOffline(ben);
  const text = (await ben.page.locator(`[id="${id}-text"]`).textContent()) ?? '';
  const more = (letter: string) => ` ${letter.repeat(500 - text.length - 10)}`;
  await reword(ben, text + more('b'));
  await ann.select(id);
  await reword(ann, `${more('a').trim()} ${text}`);
  await ann.isSaved();

  await ben.context.setOffline(false);
  const tray = ben.page.getByRole('region', { name: '1 change couldn’t be made' });
  await tray.getByRole('button', { name: 'Show it' }).click();
  await expect(tray).toContainText('This is longer than 500 characters.');
  await expect(tray.getByRole('blockquote')).toContainText(more('b').trim());
  await expect(ben.row(id)).toContainText(more('a').trim());
  await tray.getByRole('button', { name: 'Discard' }).click();
  await expect(tray).toBeHidden();
});

test('a text that is too long is refused in its editor, and stays there', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open();
  await ann.join();
  await ann.select('c_cutoff-risk');
  await ann.panel.getByRole('button', { name: /Attack$/ }).click();
  const composer = ann.page.getByRole('form', { name: /^New attack/ });
  const text = 'x'.repeat(501);
  await composer.getByRole('textbox').first().fill(text);
  // Before the page knows the rules, the server refuses it, and it waits in the tray.
  await expect(ann.board).toHaveAttribute('data-whole', '');
  await expect(composer).toContainText('1 character too many');
  await composer.getByRole('button', { name: 'Add argument' }).click();
  await expect(composer.getByRole('alert')).toContainText('longer than 500 characters');
  await expect(composer.getByRole('textbox').first()).toHaveValue(text);
  await composer.getByRole('textbox').first().fill('x');
  await composer.getByRole('button', { name: 'Add argument' }).click();
  await expect(composer).toBeHidden();
});

/** Cuts someone off, and waits until their page has noticed. */
async function goOffline(who: Person): Promise<void> {
  await expect(who.board).toHaveAttribute('data-whole', '');
  who.watch.expectLostServer();
  await who.context.setOffline(true);
  await expect(who.board).toHaveAttribute('data-connection', 'reconnecting');
}

/** Chooses the first claim with these words, in the dialog that is open. */
async function place(who: Person, dialog: string, words: string, answer: string): Promise<void> {
  const open = who.page.getByRole('dialog', { name: dialog });
  await expect(open.getByRole('searchbox')).toBeFocused();
  await who.page.keyboard.type(words);
  // Of what the words find, not of what was listed before.
  await open.getByRole('radio', { name: words }).first().check();
  await open.getByRole('button', { name: answer }).click();
  await expect(open).toBeHidden();
}

async function reword(who: Person, text: string): Promise<void> {
  await who.choose('Edit claim');
  await who.page.getByRole('textbox', { name: 'Claim text' }).fill(text);
  await who.page.getByRole('button', { name: 'Done' }).click();
  await expect(who.page.getByRole('textbox', { name: 'Claim text' })).toBeHidden();
}
