import { expect, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';

const OTHERS = 'http://news.example';
const server = withServer('127.0.0.1', undefined, async () => ({ EMBED_ORIGINS: OTHERS }));

/** A page of another site with a frame in it. */
const pageWith = (address: string) => `<!doctype html><title>News</title><h1>News</h1>
  <iframe title="A debate" src="${address}" width="1000" height="600"></iframe>`;

test('a debate stands in a frame of another site, live and only to be read; on a site that is not named it does not', async ({
  newPerson,
  browser,
}) => {
  const olga = await newPerson('Olga');
  const motion = 'Towns should close their centres to cars.';
  const address = await startDebate(olga, motion);
  const { origin } = server();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const site of [OTHERS, 'http://elsewhere.example'])
    await page.route(`${site}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: pageWith(`${origin}${address}/embed`) }),
    );

  await page.goto(`${OTHERS}/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('main')).toHaveAttribute('data-connection', 'live');
  await expect(frame.getByRole('tree', { name: 'Argument map' })).toBeVisible();
  await frame.getByRole('button', { name: 'Outline' }).click();
  await expect(frame.getByRole('heading', { name: motion })).toBeVisible();
  await olga.select('p_position1');
  await olga.argue('Support', 'Cars are loud.');
  const claim = frame.getByRole('treeitem', { name: /Cars are loud/ });
  await expect(claim).toBeVisible();
  await claim.click();
  await expect(frame.getByRole('complementary', { name: 'Selected' })).toContainText('Cars are loud.');
  for (const deed of ['Support', 'Attack', 'Agree', 'Comment'])
    await expect(frame.getByRole('button', { name: deed, exact: true })).toHaveCount(0);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Take part' }).click(),
  ]);
  await expect(opened.getByRole('main')).toHaveAttribute('data-connection', 'live');
  expect(new URL(opened.url()).pathname).toBe(address);

  await page.goto('http://elsewhere.example/');
  await expect(page.getByRole('heading', { name: 'News' })).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('main')).toHaveCount(0);
  await context.close();
});
