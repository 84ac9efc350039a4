import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Sends an email with a link that confirms an address for the signed-in person. */
export const POST = provenFormRoute('/account', async ({ text, headers, address, site }, person) => {
  const { askingBrowser, mailLinks } = parley();
  const { browser, cookie } = askingBrowser.ask(headers);
  const browserKey = (userId: string) => (userId === person.id ? person.signInId : null);
  const from = { address, site, browser, returnTo: null, browserKey };
  const asked = await mailLinks.askToConfirm(person, text('mail'), from);
  return asked.ok ? { ok: true, to: '/sign-in/code', cookies: [cookie], flash: { done: 'mailed' } } : asked;
});
