import { expect, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';
import { TlsProxy, TRUSTS_PROXY } from './tls-proxy.ts';

test.use({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), TRUSTS_PROXY] }),
    { scope: 'worker' },
  ],
});

let way: TlsProxy;
withServer({
  settings: async (origin) => {
    way = await TlsProxy.before(origin);
    return { APP_URL: way.origin };
  },
});
test.afterAll(() => way.close());

test('a phone comes by the code over https, votes, writes and raises a hand', async ({ newPerson }) => {
  const { origin } = way;
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const olga = await newPerson('Olga', { origin });
  const ben = await newPerson('Ben', { origin, ...phone });
  await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'Children walk to school where no cars drive');
  await olga.isSaved();
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const manage = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await manage.getByRole('tab', { name: 'Joining' }).click();
  await manage.getByRole('radio', { name: 'Argue, vote and comment', exact: true }).check();
  await manage.getByRole('button', { name: 'Create' }).click();
  const code = manage.getByRole('listitem').first().getByRole('strong');
  await expect(code).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  await ben.page.goto('/join');
  await ben.page.getByLabel('Code').fill((await code.textContent()) ?? '');
  await ben.page.getByRole('button', { name: 'Next' }).tap();
  await ben.page.getByLabel('Your name').fill('Ben');
  await ben.page.getByRole('button', { name: 'Join the debate' }).tap();
  await ben.page.waitForURL(/\/debates\//);
  await ben.isLive();
  const cookies = await ben.context.cookies();
  expect(cookies.filter(({ name, secure }) => name.startsWith('__Host-') && secure)).not.toEqual([]);
  await manage.getByRole('button', { name: 'Close' }).click();
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const desk = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await desk.getByRole('tab', { name: 'Meetings' }).click();
  await desk.getByRole('button', { name: 'Start meeting' }).click();

  const claim = await ben.idOf('Children walk to school');
  await ben.select(claim);
  await ben.vote('Agree');
  await ben.argue('Support', 'Nobody looks for a place to park');
  await ben.isSaved();
  await expect(olga.row(claim).getByRole('img', { name: '1 agrees, no one disagrees' })).toBeVisible();
  await expect(olga.claim('Nobody looks for a place to park')).toBeVisible();
  await ben.panel.getByRole('button', { name: 'Back to debate' }).tap();
  await ben.page.getByRole('button', { name: /Raise hand/ }).tap();
  await desk.getByRole('tab', { name: 'Floor' }).click();
  await expect(desk.getByRole('button', { name: 'Give the floor to Ben' })).toBeVisible();
});
