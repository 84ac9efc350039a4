import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';

/** The site of others: a page with a frame in it, by whatever name it is come to. */
const others: Server = createServer((request, response) => {
  const shown = new URL(request.url ?? '/', 'http://here').searchParams.get('shows') ?? '';
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><html lang="en"><title>News</title><h1>News</h1>
    <iframe title="A debate" src="${encodeURI(shown)}" width="1000" height="600"></iframe></html>`);
});
const siteCalled = (name: string) => `http://${name}:${(others.address() as AddressInfo).port}`;

const server = withServer({
  settings: async () => {
    others.listen(0);
    await once(others, 'listening');
    return { EMBED_ORIGINS: siteCalled('localhost') };
  },
});

test.afterAll(() => {
  others.close();
  others.closeAllConnections();
});

test('a debate stands in a frame of another site, live and only to be read; on a site that is not named it does not', {
  tag: '@quick',
}, async ({ newPerson, browser }) => {
  const olga = await newPerson('Olga');
  const motion = 'Towns should close their centres to cars.';
  const address = await startDebate(olga, motion);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const shows = `shows=${encodeURIComponent(`${server().origin}${address}/embed`)}`;

  await page.goto(`${siteCalled('localhost')}/?${shows}`);
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
  for (const action of ['Support', 'Attack', 'Agree', 'Comment'])
    await expect(frame.getByRole('button', { name: action, exact: true })).toHaveCount(0);
  await frame.getByRole('button', { name: 'Search', exact: true }).click();
  await frame.getByRole('searchbox', { name: 'Search this debate' }).fill('loud');
  await expect(frame.getByRole('search').getByRole('status')).toHaveText('1 found');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Join the debate' }).click(),
  ]);
  await expect(opened.locator('main#debate')).toHaveAttribute('data-connection', 'live');
  expect(new URL(opened.url()).pathname).toBe(address);

  await olga.page.getByRole('button', { name: /^Manage/ }).click();
  await olga.page.getByRole('tab', { name: 'Debate' }).click();
  await olga.page.getByRole('button', { name: 'Close debate' }).click();
  await expect(frame.getByText(/is closed/)).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open the debate' })).toBeVisible();

  await page.goto(`${siteCalled('127.0.0.1')}/?${shows}`);
  await expect(page.getByRole('heading', { name: 'News' })).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('main')).toHaveCount(0);
  await context.close();
});
