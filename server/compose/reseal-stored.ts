import type { SecretBox } from '../auth/secrets/secret-box.ts';
import type { Database } from '../database/open-database.ts';
import type { InvitationSecrets } from '../services/invitations/invitation-secrets.ts';

export interface ResealParts {
  readonly invitations: InvitationSecrets;
  readonly webhooks: SecretBox;
  readonly authenticators: SecretBox;
}

/**
 * Seals stored data with the current secret that is sealed with the previous one, so that the previous one can be removed. A row that
 * changes meanwhile is left as it is.
 */
export async function resealStored(
  { prisma }: Database,
  { invitations, webhooks, authenticators }: ResealParts,
): Promise<void> {
  const invited = await prisma.invitation.findMany({
    where: { sealed: { not: null } },
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of invited) {
    const renewed = sealed === null ? null : invitations.renew(sealed);
    if (renewed) await prisma.invitation.updateMany({ where: { id, sealed }, data: renewed });
  }
  for (const { id, sealed } of await prisma.webhook.findMany({ select: { id: true, sealed: true } })) {
    const renewed = webhooks.reseal(sealed);
    if (renewed !== null)
      await prisma.webhook.updateMany({ where: { id, sealed }, data: { sealed: renewed } });
  }
  for (const { userId, sealed } of await prisma.authenticator.findMany()) {
    const renewed = authenticators.reseal(sealed);
    if (renewed !== null)
      await prisma.authenticator.updateMany({ where: { userId, sealed }, data: { sealed: renewed } });
  }
}
