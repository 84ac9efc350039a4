import { expect, type Locator, type Page, test, withServer } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import type { Person } from './person.ts';

withServer();

for (const view of ['Outline', 'Map'] as const) {
  test(`the keyboard alone is enough to debate: ${view}`, {
    tag: view === 'Map' ? '@quick' : [],
  }, async ({ newPerson, seeded }) => {
    const ann = await newPerson('Ann');
    const { page } = ann;
    const item = (id: string) => (view === 'Map' ? ann.card(id) : ann.line(id));
    const { keyboard } = page;
    await page.goto(seeded);
    await ann.isLive();

    await test.step('signing in', () => signsIn(ann, page, keyboard));

    await test.step('choosing the view', () => choosesView(ann, page, keyboard, view));

    await test.step('walking to a claim', () => walksToClaim(page, item, keyboard, view));

    const text = `Written without a mouse, in the ${view.toLowerCase()}.`;
    await test.step('arguing', () => argues(ann, page, keyboard, text));
    const argued = page.getByRole('treeitem', { name: text });
    const id = (await argued.getAttribute(view === 'Map' ? 'data-box' : 'id')) ?? '';

    await test.step('voting', () => votes(ann, item, keyboard, id));

    await test.step('rewording', () => rewords(page, keyboard, text));

    await test.step('giving up an argument', () => givesUpArgument(page, item, keyboard, id));

    await test.step('putting it higher and lower', () => reorders(ann, page, item, keyboard, id));

    await test.step('moving it elsewhere', () => movesElsewhere(ann, page, item, keyboard, id));

    await test.step('commenting', () => comments(ann, page, item, keyboard, id));

    await test.step('taking back what one did last', () => undoes(ann, page, keyboard));

    await test.step('changing the view with a key', () => changesView(ann, page, keyboard, view));
  });
}

async function signsIn(ann: Person, page: Page, keyboard: Page['keyboard']): Promise<void> {
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Join the debate' }));
  await keyboard.press('Enter');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await keyboard.type('Ann');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(ann.board).toHaveAttribute('data-joined', '');
  await seesFocus(page);
}

async function choosesView(
  ann: Person,
  page: Page,
  keyboard: Page['keyboard'],
  view: 'Outline' | 'Map',
): Promise<void> {
  const choice = page.getByRole('group', { name: 'View' }).getByRole('button', { name: view });
  await tabTo(page, choice, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(ann.board).toHaveAttribute('data-view', view.toLowerCase());
  await seesFocus(page);
}

async function walksToClaim(
  page: Page,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  view: 'Outline' | 'Map',
): Promise<void> {
  await tabTo(page, page.getByRole('treeitem'));
  // From afar, a card of the map is an element once it has the focus.
  if (view === 'Map') {
    await keyboard.press('ArrowRight');
    await expect(item('p_hawks')).toBeFocused();
    await keyboard.press('ArrowDown');
  } else await walkTo(page, item('p_planners'), ['ArrowDown']);
  await expect(item('p_planners')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(item('c_cutoff-risk')).toBeFocused();
  await seesFocus(page);
}

async function argues(ann: Person, page: Page, keyboard: Page['keyboard'], text: string): Promise<void> {
  await keyboard.press('a');
  await expect(
    page
      .getByRole('form', { name: /^New attack/ })
      .getByRole('textbox')
      .first(),
  ).toBeFocused();
  await keyboard.type(text);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('treeitem', { name: text })).toBeFocused();
  await seesFocus(page);
  await ann.isSaved();
}

async function votes(
  ann: Person,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  id: string,
): Promise<void> {
  await keyboard.press('1');
  await keyboard.press('Enter');
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ann.panel.getByRole('button', { name: /^Agree, 1 vote/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(item(id)).toBeFocused();
}

async function rewords(page: Page, keyboard: Page['keyboard'], text: string): Promise<void> {
  await keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
  await keyboard.type(' Twice.');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('treeitem', { name: `${text} Twice.` })).toBeFocused();
  await seesFocus(page);
}

async function givesUpArgument(
  page: Page,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  id: string,
): Promise<void> {
  await keyboard.press('s');
  await expect(
    page
      .getByRole('form', { name: /^New support/ })
      .getByRole('textbox')
      .first(),
  ).toBeFocused();
  await keyboard.press('Escape');
  await expect(item(id)).toBeFocused();
  await seesFocus(page);
}

async function reorders(
  ann: Person,
  page: Page,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  id: string,
): Promise<void> {
  for (const key of ['Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown']) {
    const seq = await ann.board.getAttribute('data-seq');
    await keyboard.press(key);
    await expect(ann.board).not.toHaveAttribute('data-seq', seq ?? '');
    await expect(item(id)).toBeFocused();
    await seesFocus(page);
  }
}

async function movesElsewhere(
  ann: Person,
  page: Page,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  id: string,
): Promise<void> {
  await tabTo(page, item(id).getByRole('button', { name: 'More actions' }));
  await keyboard.press('Enter');
  await hasFocusWithin(page.getByRole('menu'));
  await walkTo(page, page.getByRole('menuitem', { name: 'Move…' }), ['ArrowDown']);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move claim' });
  await hasFocusWithin(dialog);
  await tabTo(page, dialog.getByRole('searchbox'));
  await keyboard.type('stoppage shows');
  const found = dialog.getByRole('radio', { name: /^One company’s stoppage/ });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await tabTo(page, found);
  await keyboard.press('Space');
  await expect(found).toBeChecked();
  await tabTo(page, dialog.getByRole('button', { name: 'Move here' }));
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await ann.isSaved();
  await seesFocus(page);
  await expect(ann.panel.getByRole('link', { name: /attacks “One company/ })).toBeVisible();
}

async function comments(
  ann: Person,
  page: Page,
  item: (id: string) => Locator,
  keyboard: Page['keyboard'],
  id: string,
): Promise<void> {
  await tabTo(page, item(id), 'Shift+Tab');
  await keyboard.press('c');
  await expect(ann.panel.getByRole('textbox', { name: 'New comment' })).toBeFocused();
  await keyboard.type('Is that so?');
  await keyboard.press('Control+Enter');
  await expect(ann.panel.getByText('Is that so?')).toBeVisible();
  await ann.isSaved();
  await seesFocus(page);
}

async function undoes(ann: Person, page: Page, keyboard: Page['keyboard']): Promise<void> {
  await tabTo(page, ann.panel.getByRole('button', { name: 'Close panel' }), 'Shift+Tab');
  await keyboard.press('Control+z');
  await expect(ann.panel.getByText('This comment was withdrawn.')).toBeVisible();
  await seesFocus(page);
  await keyboard.press('Escape');
  await expect(ann.panel).toBeHidden();
  await seesFocus(page);
}

async function changesView(
  ann: Person,
  page: Page,
  keyboard: Page['keyboard'],
  view: 'Outline' | 'Map',
): Promise<void> {
  await keyboard.press(view === 'Map' ? 'o' : 'm');
  await expect(ann.board).toHaveAttribute('data-view', view === 'Map' ? 'outline' : 'map');
  await seesFocus(page);
}

test('keys pressed on nothing, or on a button, are meant for the claim that was selected or focused last', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  const { keyboard } = page;
  await page.goto(`${seeded}#c_cutoff-risk`);
  await page.reload();
  await ann.isLive();
  await expect(ann.card('c_cutoff-risk')).toBeAttached();
  await expect(page.locator('body')).toBeFocused();

  await test.step('after a page has come', async () => {
    await keyboard.press('ArrowLeft');
    await expect(ann.card('p_planners')).toBeFocused();
  });

  await test.step('after the view was chosen, and on a button of the map', async () => {
    await ann.show('Outline');
    await keyboard.press('ArrowDown');
    await expect(ann.line('c_cutoff-risk')).toBeFocused();
    await ann.show('Map');
    await page.getByRole('button', { name: 'Overview' }).focus();
    await keyboard.press('ArrowLeft');
    await expect(ann.card('p_planners')).toBeFocused();
  });

  await test.step('a button keeps the keys that press it', async () => {
    await page.getByRole('button', { name: 'Share' }).focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keyboard.press('ArrowRight');
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  });

  await test.step('and text stays where it is written', async () => {
    await ann.join();
    await page.getByRole('button', { name: 'Overview' }).focus();
    await keyboard.press('s');
    const field = page.getByRole('form', { name: /^New support/ }).getByRole('textbox');
    await expect(field).toBeFocused();
    await keyboard.type('a 1 c f');
    await expect(field).toHaveValue('a 1 c f');
    await expect(field).toBeFocused();
  });
});

test('the page is no longer than the screen', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  await ann.open(seeded, 'Map');
  await ann.page.keyboard.press('Control+End');
  const over = () => document.documentElement.scrollHeight - document.documentElement.clientHeight;
  await expect.poll(() => ann.page.evaluate(over)).toBe(0);
});

/** Presses Tab until the focus is on something; each stop on the way must be seen. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await walkTo(page, wanted, [key], 80);
}

/** Presses keys in turn (the last one again and again) until the focus is on something. */
async function walkTo(page: Page, wanted: Locator, keys: readonly string[], most = 30): Promise<void> {
  await expect(wanted.first()).toBeAttached();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(keys[Math.min(pressed, keys.length - 1)] ?? '');
    await seesFocus(page);
  }
  throw new Error(`The keyboard did not reach ${wanted}`);
}

/** Tests whether one of these has the focus. */
function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((all) => all.some((one) => one === document.activeElement));
}

/** The focus is somewhere, in view, and marked. */
async function seesFocus(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return 'the focus is lost';
        const said = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`;
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const outside = bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth;
        if (outside) return `out of view: ${said}`;
        const marked = [element, ...element.children].some((one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          const highlighted = one.hasAttribute('data-highlighted');
          return highlighted || (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        });
        return marked ? 'seen' : `not marked: ${said}`;
      }),
    )
    .toBe('seen');
}
