import { type AuthSecrets, authSecrets } from '../auth/secrets/auth-secret.ts';
import { SecretBox } from '../auth/secrets/secret-box.ts';
import { rememberSecret } from '../auth/secrets/secret-fingerprint.ts';
import { InvitationSecrets } from '../services/invitations/invitation-secrets.ts';
import { UnsubscribeTokens } from '../services/notifications/unsubscribe-tokens.ts';
import type { Base } from './base.ts';
import { resealStored } from './reseal-stored.ts';

/** Sealing and signing of stored data. */
export interface Secrets {
  readonly keys: AuthSecrets;
  readonly authenticators: SecretBox;
  readonly invitations: InvitationSecrets;
  readonly webhooks: SecretBox;
  readonly unsubscribe: UnsubscribeTokens;
}

/** Logged once when a database is served with another secret than before, because it was lost or is set wrongly. */
export const OTHER_SECRET =
  'this database was last served with another secret: sign-ins, invitation links and codes, unsubscribe links, webhooks and authenticator apps made under that one stop working until it is set again as AUTH_SECRET or AUTH_SECRET_PREVIOUS';

/** Opens the secrets; what the previous one sealed is sealed with the current one. */
export async function openSecrets({ env, logger, database }: Base): Promise<Secrets> {
  const keys = await authSecrets(env.authSecret, env.authSecretPrevious, env.dataDir);
  if (!(await rememberSecret(database, keys))) logger.warn(OTHER_SECRET);
  const authenticators = new SecretBox(keys, 'parley authenticators');
  const invitations = new InvitationSecrets(keys);
  const webhooks = new SecretBox(keys, 'parley webhooks');
  if (keys.length > 1) await resealStored(database, { invitations, webhooks, authenticators });
  return { keys, authenticators, invitations, webhooks, unsubscribe: new UnsubscribeTokens(keys) };
}
