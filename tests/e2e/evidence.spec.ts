import { expect, test, withServer } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import { library, selectWords } from './library.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should plant trees along every street.';
const FIRST = 'Streets with trees are cooler in July.';
const SECOND = 'Leaves are swept every week.';
const ARTICLE = [
  'We measured twelve streets. Those with trees were four degrees cooler 🌳. Nobody had planted them for that.',
  '有树的街道凉快得多。没有树的街道很热。',
  'الشوارع المظللة أبرد بكثير. يحب الناس المشي فيها.',
].join('\n');

/** Chooses a claim in the outline, the sources put away meanwhile: beside them and the panel lines are narrow. */
async function chooseClaim(who: Person, id: string): Promise<void> {
  await library(who).getByRole('button', { name: 'Close sources' }).click();
  await expect(library(who)).toHaveCount(0);
  await who.select(id);
  await who.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await library(who).locator('[data-listed]').click();
}

async function writeArticle(who: Person, button: string, text: string): Promise<void> {
  await library(who).getByRole('button', { name: button }).click();
  const field = who.page.getByRole('textbox', { name: 'Text of the source' });
  await expect(field).toBeFocused();
  await who.page.keyboard.press('ControlOrMeta+A');
  await who.page.keyboard.insertText(text);
  await library(who).getByRole('button', { name: 'Done' }).click();
  await who.isSaved();
}

test('Olga enters an article, Ben cites passages of it with pointer and keys, Cara reads them; revised, they follow or are lost', async ({
  newPerson,
}) => {
  // An article, the debate and the panel side by side.
  const wide = { viewport: { width: 1680, height: 900 } };
  const [olga, ben, cara] = await Promise.all([
    newPerson('Olga'),
    newPerson('Ben', wide),
    newPerson('Cara', wide),
  ]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', FIRST);
  await ben.argue('Support', SECOND);
  await ben.isSaved();
  const [first, second] = [await ben.idOf(FIRST), await ben.idOf(SECOND)];

  await test.step('the moderator takes a source down and pastes its text', () => pastesArticle(olga));

  await test.step('Ben cites what he selects for the claim he has chosen', () => citesSelection(ben, first));

  await test.step('and makes a claim of a Chinese sentence, with the keys alone', () => citesByKeys(ben));

  await test.step('an Arabic passage too', () => citesArabic(ben, second));

  await test.step('Cara goes from passage to claim and from claim to passage', () =>
    goesToAndFro(cara, address, first, second));

  await test.step('the article is revised: what it still says is where it says it, the rest is lost', () =>
    revisesArticle(olga, cara));

  await test.step('claims without a source are listed, and sources found', () =>
    findsSources(ben, cara, first));

  await test.step('a cited claim is retracted', () => retractsCitedClaim(ben, second));
});

async function pastesArticle(olga: Person): Promise<void> {
  await olga.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await expect(library(olga)).toContainText('No sources yet.');
  await library(olga).getByRole('button', { name: 'Add a source…' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Add a source' });
  await dialog.getByLabel('Title').fill('Twelve streets');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(library(olga)).toContainText('The text hasn’t been added. Paste it here');
  await writeArticle(olga, 'Add text', ARTICLE);
  await expect(library(olga).locator('[data-article] p')).toHaveCount(3);
  await isAccessible(olga.page, 'an article beside the outline', 'light');
}

async function citesSelection(ben: Person, first: string): Promise<void> {
  await ben.select(first);
  await ben.page.keyboard.press('Escape');
  await ben.select(first);
  await ben.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await library(ben).locator('[data-listed]').click();
  await expect(library(ben).getByRole('button', { name: 'Add text' })).toHaveCount(0);
  await selectWords(ben, 'four degrees cooler 🌳');
  await library(ben).getByRole('button', { name: 'Cite for selected claim' }).click();
  await ben.isSaved();
  await expect(library(ben).locator('mark')).toHaveText(['four degrees cooler 🌳']);
  await expect(ben.panel.locator('[data-cited="there"]')).toContainText('four degrees cooler 🌳');
}

async function citesByKeys(ben: Person): Promise<void> {
  const article = library(ben).locator('[data-article]');
  await article.focus();
  const walked = library(ben).locator('[data-selection]');
  await ben.page.keyboard.press('ArrowDown');
  await expect(walked).toContainText('We measured twelve streets.');
  for (const words of ['Those with trees', 'Nobody had planted', '有树的街道凉快得多']) {
    await ben.page.keyboard.press('ArrowDown');
    await expect(walked).toContainText(words);
  }
  await ben.page.keyboard.press('m');
  const dialog = ben.page.getByRole('dialog', { name: 'Claim from a passage' });
  await hasFocusWithin(dialog);
  await expect(dialog.getByLabel('Claim text')).toHaveValue('有树的街道凉快得多。');
  await isAccessible(ben.page, 'a claim from a passage', 'light');
  await dialog.getByLabel('Replies to').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Add claim' }).click();
  await expect(dialog).toBeHidden();
  await ben.isSaved();
  await expect(ben.panel.getByRole('heading', { level: 2 })).toHaveText('有树的街道凉快得多。');
  await expect(ben.panel.locator('[data-cited="there"]')).toContainText('有树的街道凉快得多。');
}

async function citesArabic(ben: Person, second: string): Promise<void> {
  await chooseClaim(ben, second);
  await selectWords(ben, 'يحب الناس المشي');
  await library(ben).getByRole('button', { name: 'Cite for selected claim' }).click();
  await ben.isSaved();
  await expect(library(ben).locator('mark')).toHaveCount(3);
}

async function goesToAndFro(cara: Person, address: string, first: string, second: string): Promise<void> {
  await cara.open(address);
  await cara.select(first);
  await cara.panel.getByRole('button', { name: 'In the text' }).click();
  await expect(library(cara).locator('mark[data-at]')).toHaveText('four degrees cooler 🌳');
  await expect(library(cara).locator('mark[data-at]')).toBeInViewport();
  await library(cara)
    .getByRole('button', { name: `Cited by ${SECOND}` })
    .click();
  await expect(cara.panel).toHaveAttribute('data-selected', second);
  await isAccessible(cara.page, 'an article with passages', 'dark');
}

async function revisesArticle(olga: Person, cara: Person): Promise<void> {
  const revised = `新版。\n${ARTICLE.replace('يحب الناس المشي', 'يحب الأطفال اللعب')}`;
  await writeArticle(olga, 'Edit text', revised);
  await expect(library(cara).locator('mark')).toHaveText(['four degrees cooler 🌳', '有树的街道凉快得多。']);
  await expect(library(cara).locator('[data-lost]')).toContainText('يحب الناس المشي');
  await expect(cara.panel.locator('[data-cited="lost"]')).toContainText('The text no longer says this.');
  await writeArticle(olga, 'Edit text', ARTICLE);
  await expect(library(cara).locator('mark')).toHaveCount(3);
  await expect(library(cara).locator('[data-lost]')).toHaveCount(0);
}

async function findsSources(ben: Person, cara: Person, first: string): Promise<void> {
  await chooseClaim(ben, first);
  await ben.panel
    .locator('[data-column="attack"]')
    .getByRole('button', { name: /Attack$/ })
    .click();
  await ben.compose('Some years July is cold.');
  await ben.isSaved();
  await library(cara).getByRole('button', { name: 'All sources' }).click();
  await library(cara).getByLabel('Search sources').fill('nowhere');
  await expect(library(cara).getByRole('status')).toHaveText('No source found.');
  await library(cara).getByLabel('Search sources').fill('twelve');
  await expect(library(cara).locator('[data-listed]')).toContainText('Cited by 3 claims');
  await library(cara).getByRole('button', { name: 'Claims without sources' }).click();
  await expect(library(cara).locator('[data-unsourced] li')).toHaveText(['Some years July is cold.']);
}

async function retractsCitedClaim(ben: Person, second: string): Promise<void> {
  await chooseClaim(ben, second);
  await ben.panel.getByRole('button', { name: 'Remove passage from claim' }).click();
  await ben.isSaved();
  await expect(library(ben).locator('mark')).toHaveCount(2);
  await ben.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await ben.isSaved();
  await expect(library(ben).locator('mark')).toHaveCount(3);
}

test('on a phone an article opens over the debate, and a selection by touch is cited', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const olga = await newPerson('Olga');
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const address = await startDebate(olga, MOTION);
  await olga.select('p_position1');
  await olga.argue('Support', FIRST);
  await olga.isSaved();
  const first = await olga.idOf(FIRST);
  await olga.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await library(olga).getByRole('button', { name: 'Add a source…' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Add a source' });
  await dialog.getByLabel('Title').fill('Twelve streets');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await writeArticle(olga, 'Add text', ARTICLE);

  await ann.open(address);
  await ann.page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await ann.giveName();
  await ann.page.locator(`[id="${first}-text"]`).tap();
  await expect(ann.panel).toHaveAttribute('data-selected', first);
  await ann.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await ann.page.locator(`[id="${first}-text"]`).tap();
  await expect(ann.panel).toHaveAttribute('data-selected', first);
  await ann.page.keyboard.press('b');
  await library(ann).locator('[data-listed]').tap();
  await selectWords(ann, 'four degrees cooler');
  const cite = library(ann).getByRole('button', { name: 'Cite for selected claim' });
  await isForThumbs(cite);
  await cite.tap();
  await ann.isSaved();
  await expect(library(ann).locator('mark')).toHaveText(['four degrees cooler']);
  await expect
    .poll(() => ann.page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(390);
  await library(ann)
    .getByRole('button', { name: `Cited by ${FIRST}` })
    .tap();
  await expect(library(ann)).toBeHidden();
  await expect(ann.panel.locator('[data-cited="there"]')).toContainText('four degrees cooler');
});
