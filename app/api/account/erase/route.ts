import { rejection } from '../../../../domain/debate/rejections.ts';
import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Erases oneself: the name, or the words as well (`what`). Who has a password gives it. */
export const POST = ownFormRoute('/account/erase', async ({ text, optional, address }, person) => {
  const { auth, people, passwords, erasures } = parley();
  const what = text('what');
  if (what !== 'name' && what !== 'words') return { ok: false, rejection: rejection('invalid') };
  const account = await people.find({ id: person.id });
  if (account?.passwordHash != null) {
    const confirmed = await passwords.confirm(account, optional('current'), { address, knows: () => true });
    if (!confirmed.ok) return confirmed;
  }
  const erased = await erasures.erase(person.id, { words: what === 'words' });
  if (!erased.ok) return erased;
  return { ok: true, to: '/sign-in', cookies: auth.forgetBrowser(), told: { done: 'erased' } };
});
