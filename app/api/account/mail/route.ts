import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Mails a link that makes an address one's own. Who has a password has to give it. */
export const POST = ownFormRoute('/account', async ({ text, optional, address, site }, person) => {
  const { people, passwords, mailLinks } = parley();
  const account = await people.find({ id: person.id });
  if (account?.passwordHash) {
    const confirmed = await passwords.confirm(account, optional('current'), { address, knows: () => true });
    if (!confirmed.ok) return confirmed;
  }
  const asked = await mailLinks.askToConfirm(person, text('mail'), { address, site });
  return asked.ok ? { ok: true, to: '/account', told: { done: 'mailed' } } : asked;
});
