import { Prisma } from '#prisma/client/client.ts';

/** A condition on a person, `app_user u`: a guest whose sign-ins have all ended. Nobody can be them again. */
export function isEndedGuest(now: number): Prisma.Sql {
  return Prisma.sql`(
    u.email IS NULL AND u.oidc_subject IS NULL AND u.password_hash IS NULL AND NOT u.administrator
    AND NOT EXISTS (SELECT FROM sign_in s WHERE s.user_id = u.id AND s.expires_at > ${new Date(now)})
    AND NOT EXISTS (SELECT FROM passkey k WHERE k.user_id = u.id))`;
}
