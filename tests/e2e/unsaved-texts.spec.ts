import { expect, type Locator, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';

withServer();

test('[SY22] words that do not fit yet are in the editor again after a reload, and in the next tab', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  await ann.select('c_cutoff-risk');
  await ann.argue('Attack', 'Risk is a price.');
  await ann.isSaved();
  const id = await ann.idOf('Risk is a price.');
  await ann.select(id);
  await ann.choose('Edit claim');
  await expect(wording(ann)).toBeFocused();
  const long = ` ${'b'.repeat(500)}`;
  await ann.page.keyboard.insertText(long);
  await expect(ann.page.getByRole('alert').first()).toContainText('longer than 500 characters');

  await test.step('after a reload', async () => {
    await ann.page.reload();
    await ann.isLive();
    await expect(wording(ann)).toHaveText(`Risk is a price.${long}`);
    await expect(ann.page.getByRole('alert').first()).toContainText('longer than 500 characters');
  });
  await test.step('in the next tab, once this one is closed', async () => {
    const next = await ann.inAnotherTab();
    await ann.page.close();
    await next.open();
    await expect(wording(next)).toHaveText(`Risk is a price.${long}`);
    await expect(next.panel).toHaveAttribute('data-selected', id);
    await wording(next).press('ControlOrMeta+End');
    // The long word at once.
    await next.page.keyboard.press('ControlOrMeta+Backspace');
    await expect(wording(next)).toHaveText('Risk is a price. ');
    await next.page.keyboard.type('Not a wall.');
    await next.page.getByRole('button', { name: 'Done' }).click();
    await expect(ben.claim('Risk is a price. Not a wall.')).toHaveCount(1);
    await next.page.reload();
    await next.isLive();
    await expect(wording(next)).toHaveCount(0);
  });
});

test('a comment that has become too long is in its editor again after a reload, and may be left there', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open();
  await ann.join();
  await ann.select('c_cutoff-risk');
  await ann.comment('What follows?');
  await ann.isSaved();
  const thread = ann.panel.getByRole('article').filter({ hasText: 'What follows?' }).last();
  const field = ann.page.getByRole('textbox', { name: 'Edit your comment' });
  await thread.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(field).toBeFocused();
  // An editor that has just opened puts the caret at its place a moment later.
  await expect
    .poll(async () => {
      await field.press('ControlOrMeta+a');
      return ann.page.evaluate(() => String(getSelection()));
    })
    .toBe('What follows?');
  await ann.page.keyboard.press('Delete');
  await expect(ann.page.getByRole('alert').first()).toContainText('Enter some text first');
  await ann.page.reload();
  await ann.isLive();
  await expect(field).toHaveText('');
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(ann.page.getByRole('region', { name: '1 change couldn’t be made' })).toBeVisible();
});

for (const view of ['Map', 'Outline'] as const) {
  test(`a new argument being written is there after a reload, where it was: ${view}`, async ({
    newPerson,
  }) => {
    const ann = await newPerson('Ann');
    await ann.open();
    await ann.join();
    await ann.select('c_cutoff-risk');
    await ann.show(view);
    await ann.panel
      .locator('[data-column="attack"]')
      .getByRole('button', { name: /Attack$/ })
      .click();
    const composer = ann.page.getByRole('form', { name: /^New attack/ });
    await composer.getByRole('textbox').first().fill('Half a thou');
    await ann.page.reload();
    await ann.isLive();
    await expect(composer.getByRole('textbox').first()).toHaveValue('Half a thou');
    await composer.getByRole('textbox').first().fill(`A whole thought: ${view}.`);
    await composer.getByRole('button', { name: 'Add argument' }).click();
    await ann.isSaved();
    await ann.page.reload();
    await ann.isLive();
    await expect(composer).toHaveCount(0);
  });
}

function wording(who: Person): Locator {
  return who.page.getByRole('textbox', { name: 'Claim text' });
}
