import type { Locator } from '@playwright/test';
import { administratorLink } from './become-administrator.ts';
import { expect, type Fixtures, type Page, test, withServer } from './fixtures.ts';
import { LEAST_FOR_THUMBS } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

const server = withServer({});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Touch targets that are too small for a thumb; a link in a text is as tall as the text. */
function tooSmall(within: Locator): Promise<string[]> {
  return within.evaluate((root, least) => {
    const touched =
      'button, a[href], select, textarea, summary, input:not([type="hidden"]), [role="menuitem"], [role="tab"]';
    return [...root.querySelectorAll<HTMLElement>(touched)].flatMap((element) => {
      // Its words belong to a choice and choose it too.
      const target = element.matches('[type="radio"], [type="checkbox"]')
        ? (element.closest('label') ?? element)
        : element;
      const { width, height } = target.getBoundingClientRect();
      const isShown = target.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const isAmongWords = element.matches('a') && getComputedStyle(element).display === 'inline';
      if (!isShown || isAmongWords || width <= 1 || (width >= least && height >= least)) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName} ${name.trim().slice(0, 40)}: ${width.toFixed(1)} × ${height.toFixed(1)}`;
    });
  }, LEAST_FOR_THUMBS);
}

/** All there is for thumbs, and nothing goes over the edge of the screen. */
async function areForThumbs(who: Person, within: Locator, what: string): Promise<void> {
  await expect(within).toBeVisible();
  await expect.poll(() => tooSmall(within), what).toEqual([]);
  await expect
    .poll(() => who.page.evaluate(() => document.documentElement.scrollWidth), what)
    .toBeLessThanOrEqual(PHONE.viewport.width);
}

const whole = ({ page }: Person) => page.locator('body');

test('on a phone sign-in, joining and the account are for thumbs', async ({ newPerson }) => {
  const ann = await newPerson('Ann', PHONE);
  for (const path of [
    '/sign-in',
    '/sign-in/forgotten',
    '/sign-in/code',
    '/sign-in/device',
    '/join',
    '/privacy',
    '/new',
  ]) {
    await ann.page.goto(path);
    await areForThumbs(ann, whole(ann), path);
  }
  await ann.page.goto('/sign-in');
  await ann.page.getByLabel('Your name').fill('Ann');
  await ann.page.getByRole('button', { name: 'Continue as a guest' }).click();
  await expect(ann.page.getByText('Signed in as Ann')).toBeVisible();
  for (const path of ['/account', '/account/erase', '/account/device', '/']) {
    await ann.page.goto(path);
    await areForThumbs(ann, whole(ann), path);
  }
  await ann.page.goto(await administratorLink(server()));
  await areForThumbs(ann, whole(ann), 'becoming the administrator');
});

test('on a phone all dialogs for moderators are for thumbs', async ({ newPerson }) => {
  const [olga, ben] = [await newPerson('Olga', PHONE), await newPerson('Ben')];
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Streets get quiet. Shops sell more.');
  await ben.argue('Support', 'Only fools drive into town.');
  await ben.isSaved();
  const fools = await ben.idOf('Only fools drive into town.');
  const { page } = olga;
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('menu');
  const manage = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'More' }).tap();
    await areForThumbs(olga, menu, 'the menu of the board');
    await page.getByRole('menuitem', { name: 'Manage' }).tap();
  };

  await test.step('managing', () => manages(olga, dialog, manage));

  await test.step('people', () => managesPeople(olga, page, dialog, menu));

  await test.step('a claim', () => actsOnClaim(olga, fools, page, dialog, menu));

  await test.step('the queue, and the log', () => worksQueue(olga, dialog, manage));

  await test.step('muting and reporting', () => mutesAndReports(newPerson, address));
});

async function manages(olga: Person, dialog: Locator, manage: () => Promise<void>): Promise<void> {
  await manage();
  for (const name of ['Debate', 'People', 'Joining', 'Moderation']) {
    await dialog.getByRole('tab', { name }).tap();
    await expect(dialog.locator('[role="tabpanel"]:not([inert])')).toBeVisible();
    await areForThumbs(olga, dialog, name);
  }
  await dialog.getByRole('tab', { name: 'Joining' }).tap();
  await dialog.getByRole('button', { name: 'Create' }).tap();
  await expect(dialog.getByRole('listitem').first().getByRole('strong')).toBeVisible();
  await areForThumbs(olga, dialog, 'an invitation');
}

async function managesPeople(olga: Person, page: Page, dialog: Locator, menu: Locator): Promise<void> {
  await dialog.getByRole('tab', { name: 'People' }).tap();
  for (const what of ['Mute…', 'Ban…', 'Rename…', 'Transfer ownership…']) {
    await page.getByRole('button', { name: 'More actions for Ben' }).tap();
    await areForThumbs(olga, menu, 'what can be decided about somebody');
    await page.getByRole('menuitem', { name: what }).tap();
    await areForThumbs(olga, dialog.last(), what);
    await dialog.last().getByRole('button', { name: 'Cancel' }).tap();
  }
  await page.getByRole('button', { name: 'More actions for Ben' }).tap();
  await page.getByRole('menuitem', { name: 'Mute…' }).tap();
  await dialog.last().getByRole('radio', { name: 'flooding' }).check();
  await dialog.last().getByRole('radio', { name: '1 hour' }).check();
  await dialog.last().getByRole('button', { name: 'Mute', exact: true }).tap();
  await expect(page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await areForThumbs(olga, dialog, 'somebody who is muted');
  await dialog.getByRole('button', { name: 'Close' }).tap();
}

async function actsOnClaim(
  olga: Person,
  fools: string,
  page: Page,
  dialog: Locator,
  menu: Locator,
): Promise<void> {
  await page.locator(`[id="${fools}-text"]`).tap();
  for (const [item, done] of [
    ['Flag for review…', 'Flag'],
    ['Merge into another…', null],
    ['Split…', null],
    ['Hide…', 'Hide'],
  ] as const) {
    await olga.panel.getByRole('button', { name: 'More actions' }).tap();
    await areForThumbs(olga, menu, 'what can be done with a claim');
    await page.getByRole('menuitem', { name: item }).tap();
    await areForThumbs(olga, dialog, item);
    if (done !== null) {
      await dialog.getByRole('radio').first().check();
      await dialog.getByRole('button', { name: done, exact: true }).tap();
    } else await dialog.getByRole('button', { name: 'Cancel' }).tap();
    await expect(dialog).toBeHidden();
  }
  await areForThumbs(olga, olga.panel, 'a claim that was marked and hidden');
  await olga.panel.getByRole('button', { name: 'Back to debate' }).tap();
}

async function worksQueue(olga: Person, dialog: Locator, manage: () => Promise<void>): Promise<void> {
  await manage();
  await dialog.getByRole('tab', { name: 'Moderation' }).tap();
  await expect(dialog.getByRole('list', { name: 'Queue' })).toBeVisible();
  await areForThumbs(olga, dialog, 'the queue');
  await dialog.getByRole('button', { name: 'Close' }).tap();
}

async function mutesAndReports(newPerson: Fixtures['newPerson'], address: string): Promise<void> {
  const cara = await newPerson('Cara', PHONE);
  await cara.open(address);
  await cara.page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).tap();
  await areForThumbs(cara, cara.page.getByRole('dialog'), 'taking part');
  await cara.giveName();
  await cara.page.locator('[data-item="claim"] p').first().tap();
  await cara.panel.getByRole('button', { name: 'More actions' }).tap();
  await cara.page.getByRole('menuitem', { name: 'Report…' }).tap();
  await areForThumbs(cara, cara.page.getByRole('dialog'), 'the dialog to report');
}
