import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Sends an email with a sign-in link, to be opened in this browser. */
export const POST = formRoute('/sign-in', async ({ text, optional, headers, address, site }) => {
  const { askingBrowser, knownBrowsers, mailLinks } = parley();
  const browserKey = (userId: string) => knownBrowsers.keyOf(headers, userId);
  const { browser, cookie } = askingBrowser.ask(headers);
  const returnTo = safeRedirectPath(optional('returnTo'));
  const asked = await mailLinks.askToSignIn(text('mail'), { address, site, browser, returnTo, browserKey });
  return asked.ok ? { ok: true, to: '/sign-in/code', cookies: [cookie], flash: { done: 'mailed' } } : asked;
});
