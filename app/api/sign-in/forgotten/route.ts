import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Sends an email with a link to set a new password, to be opened in this browser. */
export const POST = formRoute('/sign-in/forgotten', async ({ text, headers, address, site }) => {
  const { askingBrowser, knownBrowsers, mailLinks } = parley();
  const browserKey = (userId: string) => knownBrowsers.keyOf(headers, userId);
  const { browser, cookie } = askingBrowser.ask(headers);
  const from = { address, site, browser, returnTo: null, browserKey };
  const asked = await mailLinks.askToReset(text('mail'), from);
  return asked.ok ? { ok: true, to: '/sign-in/code', cookies: [cookie], flash: { done: 'mailed' } } : asked;
});
