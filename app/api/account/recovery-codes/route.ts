import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';
import { recoveryCodesMade } from '../recovery-codes-made.ts';

/** Replaces the recovery codes with new ones. */
export const POST = accountFormRoute('/account/second-factor', async (_, person) => {
  const { recoveryCodes, secondFactors } = parley();
  // Without a second factor there is nothing to recover.
  if (!(await secondFactors.isOn(person.id))) return refuse('nothing_changed');
  return recoveryCodesMade(person, await recoveryCodes.renew(person.id), 'recoveryRenewed');
});
