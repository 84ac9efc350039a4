import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Mails a link that makes an address that of the signed-in person. An account with a password has to give it. */
export const POST = ownFormRoute('/account', async ({ text, optional, headers, address, site }, person) => {
  const { askingBrowser, people, passwords, mailLinks } = parley();
  const account = await people.find({ id: person.id });
  if (account?.passwordHash) {
    const confirmed = await passwords.confirm(account, optional('current'), { address, knows: () => true });
    if (!confirmed.ok) return confirmed;
  }
  const { browser, cookie } = askingBrowser.ask(headers);
  const from = { address, site, browser, returnTo: null };
  const asked = await mailLinks.askToConfirm(person, text('mail'), from);
  return asked.ok ? { ok: true, to: '/sign-in/code', cookies: [cookie], told: { done: 'mailed' } } : asked;
});
