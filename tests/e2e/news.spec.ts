import { expect, type Fixtures, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { hasNews, opensNews } from './news-list.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('a returning participant: unread items have a sign and a word, are the same on two devices, and disappear when read', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'The air is better.');
  await olga.argue('Support', 'Children can play.');
  await olga.isSaved();
  const [air, children] = [await olga.idOf('The air is better.'), await olga.idOf('Children can play.')];
  await ben.open(address);
  await ben.join();

  await test.step('a first-time participant has no unread items', () => hasNothingUnread(olga, ben));
  const shops = await ben.idOf('Shops sell more.');
  // He goes, and knows the debate as it is.
  await ben.page.goto('about:blank');

  await test.step('meanwhile others write, and something is hidden', () =>
    othersWriteMeanwhile(olga, newPerson, address, air, children, shops));

  const phone = await newPerson('Ben', { storageState: await ben.context.storageState() });
  await ben.open(address);
  await phone.open(address);

  await test.step('he comes back, and sees at once what is new, and nothing of what is hidden', () =>
    seesWhatIsNew(ben, phone, air, shops));

  await test.step('by one key from one to the next; what is read on one device is on the other', () =>
    walksThroughNews(ben, phone, air, shops));

  await test.step('marked as seen in the list, all is seen, after a reload too; the map agrees', () =>
    marksAllAsSeen(ben, phone));
});

async function hasNothingUnread(olga: Person, ben: Person): Promise<void> {
  await hasNews(ben, 0);
  await expect(ben.page.locator('[data-sign="new"]')).toHaveCount(0);
  await ben.select('p_position1');
  await ben.argue('Support', 'Shops sell more.');
  await ben.isSaved();
  await hasNews(ben, 0);
  await hasNews(olga, 1);
}

async function othersWriteMeanwhile(
  olga: Person,
  newPerson: Fixtures['newPerson'],
  address: string,
  air: string,
  children: string,
  shops: string,
): Promise<void> {
  const cara = await newPerson('Cara');
  await cara.open(address);
  await cara.join();
  await cara.select(shops);
  await cara.argue('Attack', 'Only the large ones do.');
  await cara.comment('Which shops, @Ben');
  await cara.isSaved();
  await cara.select(air);
  await cara.comment('Has anybody measured it?');
  await cara.comment('In winter, too?');
  await cara.isSaved();
  await cara.select(children);
  await cara.comment('Where?');
  await cara.isSaved();
  await olga.select(children);
  await olga.choose('Hide…');
  const dialog = olga.page.getByRole('dialog', { name: 'Hide this claim' });
  await dialog.getByRole('radio', { name: 'off topic' }).check();
  await dialog.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(dialog).toBeHidden();
  await olga.isSaved();
}

async function seesWhatIsNew(ben: Person, phone: Person, air: string, shops: string): Promise<void> {
  for (const device of [ben, phone]) {
    await hasNews(device, 4);
    await expect(device.row(air).locator('[data-sign="new"]')).toHaveText('● 2 new comments');
    await expect(device.row(shops).locator('[data-sign="new"]')).toHaveText('● 1 new comment');
  }
  const list = await opensNews(ben);
  await expect(list.locator('[data-lane="~me"] [data-unread-item]')).toHaveCount(2);
  await expect(list.locator('[data-lane="~me"]')).toContainText('Cara mentioned you');
  await expect(list.locator('[data-lane="~me"]')).toContainText('Cara argued');
  await expect(list.locator('[data-lane="p_position1"]')).toContainText('Has anybody measured it?');
  await isAccessible(ben.page, 'the list of what is new', 'light');
  await list.getByRole('button', { name: 'mentions of me 1' }).click();
  await expect(list.locator('[data-unread-item]')).toHaveCount(1);
  await list.getByRole('button', { name: 'mentions of me 1' }).click();
  await list.getByLabel('Show', { exact: true }).selectOption('Since my last visit');
  await expect(list.locator('[data-unread-item]')).toHaveCount(4);
  await list.getByLabel('Show', { exact: true }).selectOption('Since a date');
  await expect(list.locator('[data-unread-item]')).toHaveCount(5);
  await ben.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
}

async function walksThroughNews(ben: Person, phone: Person, air: string, shops: string): Promise<void> {
  await ben.row(air).focus();
  await ben.page.keyboard.press('n');
  await expect(ben.panel).toHaveAttribute('data-selected', air);
  await expect(ben.row(air).locator('[data-sign="new"]')).toHaveCount(0);
  await hasNews(ben, 2);
  await hasNews(phone, 2);
  await expect(phone.row(air).locator('[data-sign="new"]')).toHaveCount(0);
  await ben.page.keyboard.press('n');
  await expect(ben.panel).toHaveAttribute('data-selected', shops);
  await hasNews(ben, 1);
}

async function marksAllAsSeen(ben: Person, phone: Person): Promise<void> {
  await hasNews(phone, 1);
  const list = await opensNews(phone);
  await list.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(list).toContainText('You’re all caught up.');
  await phone.page.keyboard.press('Escape');
  await hasNews(ben, 0);
  await ben.page.reload();
  await ben.isLive();
  await hasNews(ben, 0);
  await ben.show('Map');
  await expect(ben.page.locator('[data-box]').first()).toBeVisible();
  await expect(ben.page.locator('[data-sign="new"]')).toHaveCount(0);
}

test('[NW6] an anonymous reader returns to unread items, and the server learns nothing of it', async ({
  newPerson,
}) => {
  const [olga, rita] = await Promise.all([newPerson('Olga'), newPerson('Rita')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'The air is better.');
  await olga.isSaved();
  const air = await olga.idOf('The air is better.');
  const sent: string[] = [];
  rita.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => void sent.push(`${payload}`)),
  );
  const kept = () =>
    rita.page.evaluate(
      () => Object.entries(localStorage).find(([key]) => key.startsWith('parley:seen:'))?.[1] ?? null,
    );

  await test.step('the first time nothing is new, and nothing is said of it', async () => {
    await rita.open(address);
    await expect.poll(kept).not.toBeNull();
    await expect(rita.page.locator('[data-unread]')).toHaveCount(0);
    await expect(rita.page.locator('[data-sign="new"]')).toHaveCount(0);
    await rita.page.goto('about:blank');
  });

  await test.step('back again: signs, the number, the list, and from one to the next', async () => {
    await olga.argue('Support', 'Children can play.');
    await olga.isSaved();
    await olga.select(air);
    await olga.comment('In winter, too.');
    await olga.isSaved();
    const children = await olga.idOf('Children can play.');
    await rita.open(address);
    await hasNews(rita, 2);
    await expect(rita.row(air).locator('[data-sign="new"]')).toHaveText('● 1 new comment');
    await expect(rita.row(children).locator('[data-sign="new"]')).toHaveText('● new');
    const list = await opensNews(rita);
    await expect(list.locator('[data-unread-item]')).toHaveCount(2);
    await rita.page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await rita.row(air).focus();
    await rita.page.keyboard.press('n');
    await expect(rita.panel).toHaveAttribute('data-selected', air);
    await hasNews(rita, 1);
    await expect.poll(kept).toContain(air);
    await rita.page.reload();
    await rita.isLive();
    await hasNews(rita, 1);
    await expect(rita.row(air).locator('[data-sign="new"]')).toHaveCount(0);
    const again = await opensNews(rita);
    await again.getByRole('button', { name: 'Mark all as seen' }).click();
    await expect(again).toContainText('You’re all caught up.');
    await rita.page.keyboard.press('Escape');
    await expect(again).toBeHidden();
    await expect(rita.page.locator('[data-sign="new"]')).toHaveCount(0);
  });

  await test.step('nothing of it was sent; after joining, the debate counts as read as it is', async () => {
    expect(sent.some((frame) => frame.includes('"open"'))).toBe(true);
    expect(sent.filter((frame) => frame.includes('"seen"'))).toEqual([]);
    await rita.join();
    await hasNews(rita, 0);
    await expect.poll(() => sent.some((frame) => frame.includes('"seen"'))).toBe(true);
  });
});
