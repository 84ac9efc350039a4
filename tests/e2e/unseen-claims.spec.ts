import { expect, type Locator, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const HIDDEN = 'Zanzibar 秘密 said it first';
const BLIND = 'Zanzibar سر will say it again';
const WORD = 'Zanzibar';

const listed = (dialog: Locator) => dialog.getByRole('listitem').filter({ hasText: WORD });

/** Opens a dialog of the header, looks for the word in it, closes it again. */
async function isNotIn(who: Person, name: RegExp, title: string): Promise<void> {
  await who.page.getByRole('banner').getByRole('button', { name }).click();
  const pane = who.page.getByRole('complementary', { name: title });
  await expect(pane).toBeVisible();
  await expect(pane.getByRole('listitem').filter({ hasText: 'everybody reads' }).first()).toBeVisible();
  await expect(listed(pane)).toHaveCount(0);
  await pane.getByRole('button', { name: 'Close' }).click();
  await expect(pane).toBeHidden();
}

test('a hidden claim and a blind one are in no list, no count, no search and no proposal of anyone else’s', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = await Promise.all([newPerson('Olga'), newPerson('Ann'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  for (const who of [ann, ben]) {
    await who.open(address);
    await who.join();
    await who.select('p_position1');
  }
  await ben.argue('Support', HIDDEN);
  await ben.argue('Support', 'What everybody reads');
  await ben.isSaved();
  const hidden = await ben.idOf(HIDDEN);
  await expect(ann.claim('What everybody reads')).toBeVisible();

  await test.step('a claim is hidden after others have mentioned it, cited for it and suggested wordings for it', () =>
    hidesMentionedClaim(olga, ann, address, hidden));

  await test.step('nothing proposes it to people who mention claims', () => proposesNothing(ann));

  await test.step('another is written while claims are hidden until the reveal', () =>
    writesBlindClaim(olga, ben));

  // The next steps ask the server again.
  await ann.open(address);
  await expect(ann.board).toHaveAttribute('data-whole', '');

  await test.step('unread items, activity, suggestions', () => listsNothing(ann));

  await test.step('search, here and everywhere', () => findsNothing(ann));

  await test.step('mentions of it say that it is hidden', () => readsMentions(ann));

  await test.step('the library, and any moment of the past', () => hasNothingInPast(ann, address));
});

async function hidesMentionedClaim(
  olga: Person,
  ann: Person,
  address: string,
  hidden: string,
): Promise<void> {
  await ann.comment(`Look at ${new URL(address, ann.page.url()).href}#${hidden}`);
  await ann.isSaved();
  await expect(ann.panel.getByRole('link', { name: HIDDEN })).toBeVisible();
  await ann.select(hidden);
  await ann.choose('Suggest wording…');
  const suggest = ann.page.getByRole('dialog', { name: 'Suggest a wording' });
  await expect(suggest.getByRole('textbox', { name: 'Wording' })).toBeFocused();
  await suggest.getByRole('textbox', { name: 'Wording' }).fill(`${HIDDEN}, of old`);
  await suggest.getByRole('button', { name: 'Suggest' }).click();
  await expect(suggest).toBeHidden();
  await ann.choose('Cite a source…');
  const cite = ann.page.getByRole('dialog', { name: 'Cite a source' });
  await cite.getByLabel('Title').fill('An almanac');
  await cite.getByRole('button', { name: 'Cite source' }).click();
  await expect(cite).toBeHidden();
  await ann.isSaved();
  await olga.select(hidden);
  await olga.choose('Hide…');
  const dialog = olga.page.getByRole('dialog', { name: 'Hide this claim' });
  await dialog.getByRole('radio', { name: 'off topic' }).check();
  await dialog.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(dialog).toBeHidden();
  await olga.isSaved();
  await expect(ann.claim(HIDDEN)).toHaveCount(0);
}

async function proposesNothing(ann: Person): Promise<void> {
  await ann.select('p_position1');
  const field = ann.panel.getByRole('textbox', { name: 'New comment' });
  await field.focus();
  await expect(field).toBeFocused();
  await field.pressSequentially('#everyb');
  await expect(ann.panel.getByRole('option')).toHaveText(['What everybody reads']);
  await field.fill('');
  await field.pressSequentially('#Zanz');
  await expect(ann.panel.getByRole('option')).toHaveCount(0);
  await field.fill('');
}

async function writesBlindClaim(olga: Person, ben: Person): Promise<void> {
  await olga.page.keyboard.press('p');
  const console = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await expect(console).toBeFocused();
  await console.getByRole('button', { name: 'A 30-minute debate' }).click();
  await console.getByRole('button', { name: 'Start: Silent writing' }).click();
  await olga.isSaved();
  await expect(ben.page.getByRole('region', { name: 'Current phase' })).toContainText('Silent writing');
  await ben.select('p_position1');
  await ben.argue('Support', BLIND);
  await ben.isSaved();
  await expect(ben.claim(BLIND).first()).toBeVisible();
}

async function listsNothing(ann: Person): Promise<void> {
  await isNotIn(ann, /new/, 'What’s new');
  await isNotIn(ann, /^History$/, 'Activity');
  await ann.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await expect(ann.page.getByRole('menuitem', { name: 'Export…' })).toBeVisible();
  await expect(ann.page.getByRole('menuitem', { name: /^Suggested wordings/ })).toHaveCount(0);
  await ann.page.keyboard.press('Escape');
  await expect(ann.page.getByRole('menu')).toHaveCount(0);
}

async function findsNothing(ann: Person): Promise<void> {
  await ann.page.getByRole('button', { name: 'Search', exact: true }).click();
  const bar = ann.page.getByRole('search', { name: 'Search this debate' });
  await bar.getByRole('searchbox').fill(WORD);
  await expect(bar.getByRole('status')).toHaveText(/^Nothing|^No /);
  await bar.getByRole('searchbox').fill('everybody reads');
  await expect(bar.getByRole('status')).toHaveText(/1/);
  await ann.page.keyboard.press('Escape');
  const found = await (await ann.page.request.get(`/find?q=${WORD}`)).text();
  expect(found).toContain('Nothing found');
  expect(found.replaceAll(`value="${WORD}"`, '')).not.toContain('秘密');
}

async function readsMentions(ann: Person): Promise<void> {
  await ann.select('p_position1');
  await expect(ann.panel).toContainText('a hidden claim');
}

async function hasNothingInPast(ann: Person, address: string): Promise<void> {
  await ann.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  const library = ann.page.getByRole('complementary', { name: 'Sources' });
  await expect(library.locator('[data-listed]')).toHaveText(/An almanac/);
  await expect(library.locator('[data-listed]')).toContainText('Not cited');
  await library.getByRole('button', { name: 'Claims without sources' }).click();
  await expect(library.locator('[data-unsourced] li')).toHaveText(['What everybody reads']);
  for (const path of [address, `${address}/history`, `${address}/history?at=${Date.now()}`])
    expect(await (await ann.page.request.get(path)).text()).not.toContain(WORD);
  await expect(ann.page.getByText(WORD)).toHaveCount(0);
}
