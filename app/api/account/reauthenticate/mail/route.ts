import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Sends an email with a link to reauthenticate. It leads to `returnTo`. */
export const POST = ownFormRoute(
  '/account/reauthenticate',
  async ({ optional, headers, address, site }, person) => {
    const { askingBrowser, mailLinks, people } = parley();
    const email = (await people.find({ id: person.id }))?.email ?? null;
    if (email === null) return refuse('email_missing');
    const { browser, cookie } = askingBrowser.ask(headers);
    const returnTo = safeRedirectPath(optional('returnTo'));
    const browserKey = (userId: string) => (userId === person.id ? person.signInId : null);
    const asked = await mailLinks.askToSignIn(email, { address, site, browser, returnTo, browserKey });
    return asked.ok ? { ok: true, to: '/sign-in/code', cookies: [cookie], flash: { done: 'mailed' } } : asked;
  },
);
