import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const newComment = ({ panel }: Person): Locator => panel.getByRole('textbox', { name: 'New comment' });
const proposals = ({ panel }: Person): Locator => panel.getByRole('listbox');
/** The text of the newest comment in the panel. */
const lastComment = ({ panel }: Person): Locator => panel.locator('article [id^="m_"]').last();

/** Types into the comment field, key by key. */
async function types(person: Person, text: string): Promise<void> {
  await newComment(person).focus();
  await expect(newComment(person)).toBeFocused();
  await newComment(person).pressSequentially(text);
}

async function sends(person: Person): Promise<void> {
  await person.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(newComment(person)).toHaveValue('');
  await person.isSaved();
}

test('people of any script are named by @, claims by # or by their link; each is shown as it is called now', async ({
  newPerson,
}) => {
  const [olga, li, nour] = await Promise.all([
    newPerson('Olga Oak'),
    newPerson('李小龙 🐉'),
    newPerson('نور 👩‍👩‍👧 الهدى'),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  for (const person of [li, nour]) {
    await person.open(address);
    await person.join();
    await person.select('p_position1');
  }
  await olga.select('p_position1');
  await li.argue('Support', '车少了，空气更好。');
  await li.argue('Support', 'الأطفال يلعبون 🚲 في الشارع');
  await li.isSaved();
  const [air, children] = [await li.idOf('空气更好'), await li.idOf('الأطفال')];

  await test.step('by a part of the name, with the keys', () =>
    namesBothByKeys({ olga, li, nour }, address, air, children));

  await test.step('others see names and text isolated in direction, and mentions are marked', () =>
    readMentions(li, nour, air, children));

  await test.step('a reply names back; an edit shows names as one piece each', () =>
    repliesAndEdits({ olga, li, nour }, air));

  await test.step('a claim is shown in its new wording, and a hidden one as one that may not be seen', () =>
    rewordsAndHides({ olga, li, nour }, air, children));
});

async function namesBothByKeys(
  { olga, li, nour }: Record<'olga' | 'li' | 'nour', Person>,
  address: string,
  air: string,
  children: string,
): Promise<void> {
  await olga.select(air);
  await newComment(olga).focus();
  await expect(newComment(olga)).toHaveAccessibleDescription(/^@ mentions a person, # a claim\. /);
  await types(olga, '问@小');
  await expect(proposals(olga).getByRole('option')).toHaveText([li.name]);
  await newComment(olga).press('Enter');
  await expect(newComment(olga)).toHaveValue(`问@${li.name} `);
  await expect(proposals(olga)).toBeHidden();
  await types(olga, 'و@هدى');
  await expect(proposals(olga).getByRole('option')).toHaveText([nour.name]);
  await isAccessible(olga.page, 'the people one may name', 'light');
  await proposals(olga).getByRole('option').click();
  await expect(newComment(olga)).toBeFocused();
  await types(olga, '#空气 更');
  await expect(proposals(olga).getByRole('option')).toHaveText(['车少了，空气更好。']);
  await newComment(olga).press('Enter');
  await types(olga, `${new URL(address, olga.page.url()).href}#${children} @nobody a@${li.name}`);
  await sends(olga);
}

async function readMentions(li: Person, nour: Person, air: string, children: string): Promise<void> {
  await li.select(air);
  const comment = lastComment(li);
  await expect(comment.locator('[data-me]')).toHaveText(`@${li.name}`);
  await expect(comment.locator('bdi')).toHaveText([
    `@${li.name}`,
    `@${nour.name}`,
    '车少了，空气更好。',
    'الأطفال يلعبون 🚲 في الشارع',
  ]);
  await expect(comment).toContainText(`@nobody a@${li.name}`);
  await expect(comment.locator('bdi').first()).toHaveCSS('unicode-bidi', 'isolate');
  await comment.getByRole('link', { name: 'الأطفال' }).click();
  await expect(li.panel).toHaveAttribute('data-selected', children);
}

async function repliesAndEdits(
  { olga, li, nour }: Record<'olga' | 'li' | 'nour', Person>,
  air: string,
): Promise<void> {
  await nour.select(air);
  await nour.panel.getByRole('button', { name: 'Reply' }).click();
  const reply = nour.panel.getByRole('textbox', { name: /^Reply to/ });
  await expect(reply).toBeFocused();
  await reply.pressSequentially('شكرا @olg');
  await expect(proposals(nour).getByRole('option')).toHaveText([olga.name]);
  await reply.press('Tab');
  await nour.panel.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await nour.isSaved();
  await expect(olga.panel.locator('[data-me]')).toHaveText('@Olga Oak');
  await nour.panel.getByRole('button', { name: 'Edit', exact: true }).last().click();
  const editor = nour.panel.locator('.cm-content');
  await expect(editor).toBeFocused();
  await expect(editor.locator('bdi')).toHaveText('@Olga Oak');
  await nour.page.keyboard.press('Control+End');
  await nour.page.keyboard.type(' و @小');
  await expect(proposals(nour).getByRole('option')).toHaveText([li.name]);
  await nour.page.keyboard.press('Enter');
  await expect(editor.locator('bdi')).toHaveText(['@Olga Oak', `@${li.name}`]);
  await nour.panel.getByRole('button', { name: 'Done' }).click();
  await nour.isSaved();
  await expect(lastComment(olga).locator('bdi')).toHaveText(['@Olga Oak', `@${li.name}`]);
}

async function rewordsAndHides(
  { olga, li, nour }: Record<'olga' | 'li' | 'nour', Person>,
  air: string,
  children: string,
): Promise<void> {
  await li.select(air);
  await li.panel.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await expect(li.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
  await li.page.keyboard.press('Control+A');
  await li.page.keyboard.type('Fewer cars, better air.');
  await li.page.getByRole('button', { name: 'Done' }).click();
  await li.isSaved();
  await expect(olga.panel.getByRole('link', { name: 'Fewer cars, better air.' })).toBeVisible();
  await olga.select(children);
  await olga.choose('Hide…');
  const dialog = olga.page.getByRole('dialog', { name: 'Hide this claim' });
  await dialog.getByRole('radio', { name: 'off topic' }).check();
  await dialog.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(dialog).toBeHidden();
  await nour.select(air);
  await expect(nour.panel.getByText('a hidden claim')).toBeVisible();
  await expect(nour.panel).not.toContainText('الأطفال يلعبون');
}

test('formatting is shown, and nothing of others’ making runs, is fetched or looks like ours', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.comment(
    [
      '**Look** at *this*, and at https://example.org/report?x=1 or [that](https://example.org/b).',
      '',
      '- one',
      '- two',
      '',
      '> quoted',
      '',
      '<img src=x onerror="document.title=1"><script>document.title=2</script> ![a picture](https://example.org/a.png)',
      '',
      '[click](javascript:document.title=3) [mail](data:text/html,hi) `<b>code</b>`',
    ].join('\n'),
  );
  await ben.isSaved();
  await olga.select('p_position1');
  const comment = lastComment(olga);
  await expect(comment.locator('strong').filter({ hasText: 'Look' })).toBeVisible();
  await expect(comment.locator('em')).toHaveText('this');
  await expect(comment.locator('li')).toHaveText(['one', 'two']);
  const links = comment.locator('a[target="_blank"]');
  await expect(links).toHaveText(['https://example.org/report?x=1', 'that', 'a picture']);
  for (const link of await links.all())
    await expect(link).toHaveAttribute('rel', 'nofollow noopener noreferrer ugc');
  await expect(comment.locator('img, script, iframe, b')).toHaveCount(0);
  await expect(comment.locator('a[href^="javascript"], a[href^="data"]')).toHaveCount(0);
  await expect(comment).toContainText('<script>document.title=2</script>');
  await expect(comment.locator('code')).toHaveText('<b>code</b>');
  await isAccessible(olga.page, 'a comment with formatting', 'dark');

  await ben.comment(`${'>'.repeat(400)} deep, **not bold**`);
  await expect(lastComment(olga)).toContainText('>>>> deep, **not bold**');
  await expect(lastComment(olga).locator('blockquote')).toHaveCount(0);
});

test('a moderator makes a claim of a comment: it stays its author’s, and each is shown with the other', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.comment('I think that **buses are quicker** then.');
  await ben.isSaved();
  await olga.select('p_position1');
  await olga.chooseForComment('Turn into claim');
  const dialog = olga.page.getByRole('dialog', { name: 'Turn into claim' });
  const words = dialog.getByRole('textbox', { name: 'Claim text' });
  await expect(words).toHaveValue('I think that buses are quicker then.');
  await isAccessible(olga.page, 'the dialog that makes a claim of a comment', 'light');
  await words.fill('buses are slower');
  await dialog.getByRole('button', { name: 'Add claim' }).click();
  await expect(dialog).toContainText('must keep their words');
  await words.fill('buses are quicker');
  await dialog.getByRole('button', { name: 'Add claim' }).click();
  await expect(dialog).toBeHidden();
  await olga.isSaved();
  await expect(olga.panel.locator('[data-origin]')).toContainText('From a comment by Ben');
  const claim = await olga.idOf('buses are quicker');
  await expect(ben.row(claim)).toContainText('Ben');
  await expect(ben.panel.locator(`[data-made="${claim}"]`)).toContainText('buses are quicker');
  await ben.panel.locator('[data-made] a').click();
  await expect(ben.panel).toHaveAttribute('data-selected', claim);
  await ben.panel.getByRole('button', { name: 'Show comment' }).click();
  await expect(ben.panel).toHaveAttribute('data-selected', 'p_position1');
  await expect(lastComment(ben)).toBeInViewport();
});
