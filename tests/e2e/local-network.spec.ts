import { expect, test, withServer } from './fixtures.ts';
import { LiveProxy } from './live-proxy.ts';
import { nearbyOrigin, withNearbyName } from './nearby-origin.ts';
import { SEEDED } from './parley-process.ts';
import { Person } from './person.ts';

const server = withServer({ host: '0.0.0.0' });

test.use({ launchOptions: withNearbyName() });

test('on the address of the machine in its network, over plain http, two people debate', async ({
  newPerson,
}) => {
  const origin = nearbyOrigin(server().port);
  const [ann, ben] = await Promise.all([newPerson('Ann', { origin }), newPerson('Ben', { origin })]);
  await Promise.all([ann.open(), ben.open()]);
  expect(await ann.page.evaluate(() => window.isSecureContext)).toBe(false);
  await Promise.all([ann.join(), ben.join()]);
  await ann.select('c_cutoff-risk');
  const words = 'A part one can store is not a part one can be refused at once.';
  await ann.argue('Attack', words);
  await expect(ben.claim(words)).toBeVisible();
  const id = await ben.idOf(words);
  await ben.select(id);
  await ben.vote('Agree');
  await expect(ann.row(id).getByRole('img', { name: '1 agrees, no one disagrees' })).toBeVisible();
  await ann.select(id);
  await ann.choose('Copy link');
  await expect(ann.page.getByText('Link copied.').or(ann.page.getByText(`${origin}/debates/`))).toBeVisible();
  await Promise.all([ann.isSaved(), ben.isSaved()]);

  await ben.page.goto(origin);
  await expect(
    ben.page.getByText('Without https, debates open only while the server is reachable'),
  ).toBeVisible();
  ben.watch.expectLostServer();
  await ben.context.setOffline(true);
  await expect(ben.page.getByRole('status')).toContainText('Can’t reach the server.');
});

test('[SY14] there too what is unsent outlives a reload, a closed tab and a crash, and arrives once', async ({
  newPerson,
  seeded,
}) => {
  const way = await LiveProxy.before(server().origin, '0.0.0.0');
  const ann = await newPerson('Ann', { origin: nearbyOrigin(way.port) });
  const ben = await newPerson('Ben', { origin: nearbyOrigin(server().port) });
  ann.watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  expect(await ann.page.evaluate(() => 'locks' in navigator)).toBe(false);
  await ann.join();
  const beside = await anotherTab(ann);
  await beside.open();
  way.cut();
  for (const [tab, text] of [
    [ann, 'Written before the reload.'],
    [beside, 'Written in the tab beside.'],
  ] as const) {
    await expect(tab.board).toHaveAttribute('data-connection', 'reconnecting');
    await tab.select('c_leverage-works');
    await tab.argue('Support', text);
    await expect(tab.board).toHaveAttribute('data-pending', '1');
  }

  await ann.page.reload();
  await ann.show('Outline');
  await expect(ann.claim('Written before the reload.')).toBeVisible();
  await expect(ann.board).toHaveAttribute('data-pending', '1');
  await ann.select('c_leverage-works');
  await ann.argue('Support', 'Written before the tab was closed.');
  await expect(ann.board).toHaveAttribute('data-pending', '2');

  const again = await anotherTab(ann);
  await ann.page.close();
  await again.page.goto(seeded);
  await again.show('Outline');
  await expect(again.claim('Written before the tab was closed.')).toBeVisible();

  const last = await anotherTab(ann);
  await again.page.goto('chrome://crash').catch(() => undefined);
  await last.page.goto(seeded);
  await last.show('Outline');
  await expect(last.claim('Written before the reload.')).toBeVisible();
  await expect(last.board).toHaveAttribute('data-pending', '2');

  way.restore();
  await Promise.all([last.isSaved(), beside.isSaved()]);
  for (const text of ['before the reload', 'before the tab was closed', 'in the tab beside'])
    await expect(ben.claim(`Written ${text}.`)).toHaveCount(1);
  way.close();
});

test('[SY14] there too what is written right before the tab is closed is kept', async ({
  newPerson,
  seeded,
}) => {
  const way = await LiveProxy.before(server().origin, '0.0.0.0');
  const ann = await newPerson('Ann', { origin: nearbyOrigin(way.port) });
  ann.watch.expectLostServer();
  // The browser's database does not answer before the tab is closed.
  await ann.page.addInitScript(() => {
    IDBObjectStore.prototype.get = () => ({}) as IDBRequest;
  });
  await ann.open();
  await ann.join();
  way.cut();
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  await ann.select('c_leverage-works');
  await ann.argue('Support', 'Written at the last moment.');
  await expect(ann.board).toHaveAttribute('data-pending', '1');

  const again = await anotherTab(ann);
  await ann.page.close();
  await again.page.goto(seeded);
  await again.show('Outline');
  await expect(again.claim('Written at the last moment.')).toBeVisible();
  await expect(again.board).toHaveAttribute('data-pending', '1');
  way.close();
});

async function anotherTab({ name, context, watch }: Person): Promise<Person> {
  return new Person(name, context, watch, await context.newPage(), async () => SEEDED);
}
