import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('joining, voting, arguing and commenting work with a thumb on a phone', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const ben = await newPerson('Ben');
  const { page } = ann;
  await Promise.all([ann.open(), ben.open()]);
  await page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await ann.giveName();
  await fitsWidth();

  const id = 'c_leverage-works';
  await page.locator(`[id="${id}-text"]`).tap();
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ann.panel.getByRole('heading', { level: 2 })).toBeInViewport();
  await fitsWidth();

  const agree = ann.panel.getByRole('button', { name: /^Agree, / }).last();
  await isForThumbs(agree);
  await agree.tap();
  await expect(agree).toHaveAttribute('aria-pressed', 'true');

  const support = ann.panel.getByRole('button', { name: 'Support', exact: true }).last();
  await isForThumbs(support);
  await support.tap();
  const words = 'One order was enough; no second supplier stood ready.';
  const composer = page.getByRole('form', { name: /^New support/ });
  await composer.getByRole('textbox').first().fill(words);
  await composer.getByRole('button', { name: 'Add argument' }).tap();
  await expect(ann.panel.getByText(words)).toBeVisible();
  await expect(ben.claim(words)).toBeVisible();

  await ann.panel.getByRole('button', { name: 'Comment', exact: true }).last().tap();
  const field = ann.panel.getByRole('textbox', { name: 'New comment' });
  await expect(field).toBeFocused();
  await field.fill('Which supplier could have been the second?');
  // While a comment is written there is one such button, and it sends.
  await ann.panel.getByRole('button', { name: 'Comment', exact: true }).tap();
  await expect(ann.panel.getByText('Which supplier could have been the second?')).toBeVisible();
  await expect(field).toHaveValue('');
  await isForThumbs(ann.panel.getByRole('button', { name: 'Comment', exact: true }));
  await fitsWidth();

  await ann.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(ann.panel).toBeHidden();
  await expect(ann.row(id)).toBeInViewport();

  await ann.show('Map');
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await fitsWidth();
  await ann.isSaved();

  async function fitsWidth(): Promise<void> {
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(390);
  }
});

test('on a phone a code typed on the first page is seen whole and sent by a touch', async ({ newPerson }) => {
  const { page, watch } = await newPerson('Ann', PHONE);
  // No debate has this code.
  watch.expectError(/404 .*\/join\?code=/);
  await page.goto('/');
  const code = page.getByLabel('Join with a code');
  await code.fill('DE9VVWMM');
  const hidden = () => code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  await expect.poll(hidden).toBe(0);
  const next = page.getByRole('button', { name: 'Next' });
  await isForThumbs(next);
  await next.tap();
  await expect(page).toHaveURL(/\/join\?code=DE9VVWMM$/);
});

test('on a phone’s map a finger folds, votes and writes from what a tap opens, and chooses several by taps', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await ann.giveName();
  const id = 'c_already-giant';
  const card = ann.card(id);
  await expect(card).toBeInViewport();

  await card.getByRole('button', { name: '7 below: show' }).tap();
  await card.getByRole('button', { name: '7 below: close' }).tap();
  await expect(card).toHaveAttribute('aria-expanded', 'false');
  await card.getByRole('button', { name: '7 below: show' }).tap();
  await expect(page.locator('[data-box^="c_"][aria-level="4"]').first()).toBeInViewport();

  await card.tap({ position: { x: 20, y: 40 } });
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await ann.panel
    .getByRole('button', { name: /^Agree, / })
    .last()
    .tap();
  await ann.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(card).toContainText('10 – 9');
  await expect(card.getByRole('button', { name: /^Agree/ })).toHaveCount(0);
  await card.tap({ position: { x: 20, y: 40 } });
  await ann.panel.getByRole('button', { name: 'Support', exact: true }).last().tap();
  const composer = page.getByRole('form', { name: /^New support/ });
  await expect(composer.getByRole('textbox').first()).toBeFocused();
  await composer.getByRole('textbox').first().fill('A giant with borrowed tools.');
  await composer.getByRole('button', { name: 'Add argument' }).tap();
  await expect(ann.panel.getByText('A giant with borrowed tools.')).toBeVisible();
  await ann.panel.getByRole('button', { name: 'Back to debate' }).tap();

  await card.tap({ position: { x: 20, y: 40 } });
  await ann.panel.getByRole('button', { name: 'More actions' }).first().tap();
  for (const [group, item] of [
    ['Argue', /^Doesn’t follow/],
    ['Organize', 'Select multiple'],
    ['View and share', 'Copy link'],
    ['Moderation', 'Report…'],
  ] as const)
    await expect(
      page.getByRole('group', { name: group }).getByRole('menuitem', { name: item }),
    ).toBeVisible();
  const several = page.getByRole('menuitem', { name: 'Select multiple' });
  // A phone has no keys to press.
  await expect(several.locator('kbd')).toBeHidden();
  await several.tap();
  const bar = page.getByRole('group', { name: 'Selected claims' });
  await expect(bar).toContainText('1 claim selected');
  const child = page.locator('[data-box^="c_"][aria-level="4"]').first();
  await child.tap({ position: { x: 20, y: 40 } });
  await expect(bar).toContainText('2 claims selected');
  await expect(ann.panel).toBeHidden();
});

test('on a phone’s map a challenge of a step is written in the sheet alone, from the comments too', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const { page, panel } = ann;
  await ann.open(undefined, 'Map');
  await page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await ann.giveName();
  const card = ann.card('c_already-giant');
  await expect(card).toBeInViewport();
  await card.tap({ position: { x: 20, y: 40 } });
  const tabs = panel.getByRole('group', { name: 'Arguments and comments' });
  await tabs.getByRole('button', { name: /comments?$/ }).tap();
  await expect(panel.locator('[data-section="arguments"]').first()).toBeHidden();
  await panel.getByRole('button', { name: 'More actions' }).first().tap();
  await page.getByRole('menuitem', { name: /^Doesn’t follow/ }).tap();

  const composers = page.getByRole('form', { name: /doesn’t follow$/ });
  await expect(composers).toHaveCount(1);
  const field = panel.getByRole('form', { name: /doesn’t follow$/ }).getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await page.keyboard.type('Borrowed tools make no giant.');
  await expect(field).toHaveValue('Borrowed tools make no giant.');
  await panel.getByRole('button', { name: 'Add argument' }).tap();
  await expect(panel.getByText('Borrowed tools make no giant.')).toBeVisible();
});

test('on a phone’s map a text begun at one claim leaves another its vote, and waits behind the sheet', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const { page, panel } = ann;
  await ann.open(undefined, 'Map');
  await page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await ann.giveName();
  const id = 'c_already-giant';
  await expect(ann.card(id)).toBeInViewport();
  await ann.card(id).tap({ position: { x: 20, y: 40 } });
  await panel.getByRole('button', { name: 'Support', exact: true }).last().tap();
  const composer = page.getByRole('form', { name: /^New support/ });
  await composer.getByRole('textbox').first().fill('Half a thought.');

  await panel.locator('[data-column] li:visible').getByRole('button').first().tap();
  await expect(panel).not.toHaveAttribute('data-selected', id);
  await expect(composer).toHaveCount(0);
  const agree = panel.getByRole('button', { name: /^Agree, / }).last();
  await agree.tap();
  await expect(agree).toHaveAttribute('aria-pressed', 'true');
  expect(await panel.evaluate((sheet) => sheet.contains(document.activeElement))).toBe(true);

  await panel.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(composer.getByRole('textbox').first()).toHaveValue('Half a thought.');
  await expect(composer.getByRole('textbox').first()).toBeInViewport();
});

test('on a phone the outline is the front: folded at first, it leads to each claim and keeps what was opened', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const { page } = ann;
  await ann.open(seeded);
  const first = ann.line('c_already-giant');
  const deep = ann.line('c_services-not-basics');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(ann.row('c_already-giant')).toContainText('7 below');
  await expect(deep).toHaveCount(0);
  // All of it was 11,122 pixels.
  await expect
    .poll(() => ann.board.evaluate((main) => main.scrollHeight))
    .toBeLessThan(3 * PHONE.viewport.height);

  await first.getByRole('button', { name: '7 below: unfold' }).tap();
  await expect(deep).toBeVisible();
  await page.locator('[id="c_consumer-scale-text"]').tap();
  await ann.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(deep).toBeVisible();
  await page.reload();
  await ann.isLive();
  await expect(deep).toBeVisible();
  await expect(ann.line('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'false');

  const other = await newPerson('Ben', PHONE);
  await other.page.goto(`${seeded}#c_services-not-basics`);
  await expect(other.panel).toHaveAttribute('data-selected', 'c_services-not-basics');
  await other.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(other.row('c_services-not-basics')).toBeInViewport();
});

test('two fingers that close on a phone’s map lead to the overview', async ({ newPerson }) => {
  const ann = await newPerson('Ann', PHONE);
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await expect(ann.card('c_already-giant')).toBeInViewport();
  const session = await page.context().newCDPSession(page);
  const pinch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === 0 ? [] : [-apart, apart].map((dy, id) => ({ x: 195, y: 420 + dy, id })),
    });
  const overview = page.getByRole('region', { name: 'Overview of the debate' });
  await pinch('touchStart', 150);
  await pinch('touchMove', 140);
  await expect(overview).toBeHidden();
  await pinch('touchMove', 90);
  await pinch('touchEnd', 0);
  await expect(overview).toBeVisible();
});

const SIZES = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];
const PHASES = ['Silent writing', 'Open debate', 'Rebuttals', 'Vote', 'Closing poll', 'Wrap-up'];

test('on a phone every control can be touched in every phase, over an open claim and while writing', async ({
  newPerson,
}) => {
  test.slow();
  const [olga, ann] = await Promise.all([newPerson('Olga'), newPerson('Ann', PHONE)]);
  const { page } = ann;
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  for (const text of ['Streets get quiet.', 'Shops gain from people on foot.', 'Air gets better.'])
    await olga.argue('Support', text);
  await olga.isSaved();
  await ann.open(address);
  await ann.join();
  const claim = await ann.idOf('Shops gain from people on foot.');
  const phase = page.getByRole('region', { name: 'Current phase' });
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const agenda = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await agenda.getByRole('button', { name: 'A 90-minute seminar' }).click();

  await agenda.getByRole('button', { name: 'Start: Opening poll' }).click();
  await expect(phase).toContainText('Opening poll');
  // A confirmation while a claim is open is shown above it.
  await page.locator(`[id="${claim}-text"]`).tap();
  await expect(ann.panel).toHaveAttribute('data-selected', claim);
  await touchesEverything(ann, claim, 'Opening poll');
  const poll = await answersOverClaim(ann, claim);

  // One answer would show nothing: closing the poll with its phase shows a warning.
  await agenda.getByRole('button', { name: 'Next: Silent writing' }).click();
  const warning = olga.page.getByRole('dialog');
  await warning.getByRole('button', { name: 'Keep open' }).click();
  await expect(poll).toContainText('Your answer: Undecided');
  await expect(phase).toContainText('Opening poll');

  for (const name of PHASES) {
    await agenda.getByRole('button', { name: `Next: ${name}` }).click();
    if (name === PHASES[0]) await warning.getByRole('button', { name: 'Close anyway' }).click();
    await expect(phase).toContainText(name);
    await touchesEverything(ann, claim, name);
  }
});

/** Tries every control: of the outline, of the map, of an open claim, of a form in it. */
async function touchesEverything(ann: Person, claim: string, name: string): Promise<void> {
  const { page } = ann;
  const phase = page.getByRole('region', { name: 'Current phase' });
  const composer = page.getByRole('form', { name: /^New support/ });
  // A touch dismisses the latest message.
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await expect(async () => {
    // It may go by itself in that moment.
    if (await dismiss.isVisible()) await dismiss.tap({ timeout: 2_000 });
    await expect(dismiss).toBeHidden({ timeout: 2_000 });
  }).toPass();
  for (const size of SIZES) {
    const where = `${name} at ${size.width}`;
    await page.setViewportSize(size);
    await expect(phase.getByRole('timer')).toBeVisible();
    await isUncovered(ann.panel, `${where}, a claim`);
    await isUncovered(page.locator('[data-live-bar]'), `${where}, over a claim`);
    const back = ann.panel.getByRole('button', { name: 'Back to debate' });
    await expect.poll(() => bottomOf(back), where).toBeLessThan(size.height / 6);
    const support = ann.panel.getByRole('button', { name: 'Support', exact: true }).last();
    if (await support.isVisible()) {
      await support.tap();
      await composer.getByRole('textbox').first().fill('One line.\nAnother one.\nAnd a third.');
      const add = composer.getByRole('button', { name: 'Add argument' });
      await expect(add).toBeInViewport({ ratio: 1 });
      await add.click({ trial: true });
      await isUncovered(ann.panel, `${where}, a form`);
      await composer.getByRole('button', { name: 'Cancel' }).tap();
    }
    await back.tap();
    await expect(ann.panel).toBeHidden();
    for (const view of ['Map', 'Outline'] as const) {
      await ann.show(view);
      await isUncovered(page.locator('body'), `${where}, ${view}`);
      const top = () => page.locator('main#debate').evaluate((main) => main.getBoundingClientRect().top);
      await expect.poll(top, where).toBeLessThanOrEqual(size.height / 6);
    }
    await page.locator(`[id="${claim}-text"]`).tap();
    await expect(ann.panel).toHaveAttribute('data-selected', claim);
  }
}

async function answersOverClaim(ann: Person, claim: string): Promise<Locator> {
  const { page } = ann;
  const poll = page.getByRole('region', { name: 'Opening poll', exact: true });
  await page.getByRole('button', { name: 'Poll: waiting for your answer' }).tap();
  await expect(poll).toBeHidden();
  await page.getByRole('button', { name: 'Poll: waiting for your answer' }).tap();
  await poll.getByRole('button', { name: 'Undecided' }).tap();
  await expect(poll).toContainText('Your answer: Undecided');
  await expect(ann.panel).toHaveAttribute('data-selected', claim);
  await page.getByRole('button', { name: /^Raise hand/ }).tap();
  await expect(page.getByRole('button', { name: /^Lower hand.*You’re next/ })).toBeVisible();
  await page.getByRole('button', { name: 'What’s happening now' }).tap();
  await expect(page.getByText('1 of 7')).toBeVisible();
  // Touching anything else closes it.
  await poll.getByText('Your answer: Undecided').tap();
  await expect(page.getByText('1 of 7')).toBeHidden();
  return poll;
}

/** The controls in this part of the page in whose middle something else is touched, however one scrolls. */
function covered(part: Locator): Promise<string[]> {
  return part.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')].flatMap(
      (control) => {
        // Moving the map brings covered cards out from under its tools.
        const isShown = control.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (!isShown || control.closest('[data-box], [data-map-scene]')) return [];
        control.scrollIntoView({ block: 'center', inline: 'center' });
        const { left, top, width, height } = control.getBoundingClientRect();
        if (width <= 1 || height <= 1) return [];
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        const isHit = hit !== null && (control.contains(hit) || hit === control.closest('label'));
        const named = ({ tagName, textContent }: Element) => `${tagName} ${textContent?.trim().slice(0, 30)}`;
        return isHit ? [] : `${named(control)} under ${hit ? named(hit) : 'nothing'}`;
      },
    ),
  );
}

async function isUncovered(part: Locator, where: string): Promise<void> {
  await expect.poll(() => covered(part), where).toEqual([]);
}

async function bottomOf(control: Locator): Promise<number> {
  const box = await control.boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}
