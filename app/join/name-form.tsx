import { LIMITS } from '../../domain/debate/limits.ts';
import type { Rejection } from '../../domain/debate/rejections.ts';
import type { SignedIn } from '../../server/auth/sign-ins.ts';
import type { Invited, InvitedAddress } from '../../server/use-cases/invitations.ts';
import { Button } from '../_ui/button/button.tsx';
import { ButtonLink } from '../_ui/button/button-link.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './join.module.css';

interface NameFormProps {
  readonly token: string;
  readonly invited: Invited;
  /** Who is signed in; null: a name is asked for. */
  readonly person: Pick<SignedIn, 'name' | 'kind'> | null;
  readonly problem: Rejection | null;
}

/** The second of two steps: what one is invited to, and who one comes as. It goes without script. */
export function NameForm({ token, invited, person, problem }: NameFormProps) {
  const t = messages('join');
  const rejection = messages('rejection');
  const mail = person?.kind === 'account' ? null : invited.mail;
  const signsIn = mail?.isTaken === true;
  const comesAnyway = !signsIn || mail.takesGuests;
  return (
    <main className={styles.page}>
      <p className={styles.kicker}>{t('invitedTo')}</p>
      <h1 dir="auto">{invited.motion}</h1>
      <p className={styles.lead} dir="auto">
        {invited.title}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {rejection(problem.code, { limit: problem.limit ?? LIMITS.nameCharacters })}
        </p>
      )}
      <p className={styles.role}>{t('asRole', { role: invited.role })}</p>
      {signsIn && <SignInFirst token={token} email={mail.email} />}
      {comesAnyway && (
        <form className={styles.form} action="/api/join" method="post">
          <input type="hidden" name="token" value={token} />
          {person === null && (
            <NameField
              label={t('name')}
              hint={t(mail ? 'nameHintMailed' : 'nameHint', { names: invited.names })}
            />
          )}
          {mail && !signsIn && <OwnAddress mail={mail} />}
          <Button look={signsIn ? 'plain' : 'primary'} type="submit">
            {buttonLabel(person, signsIn)}
          </Button>
        </form>
      )}
      <a className={styles.other} href="/join">
        {t('otherCode')}
      </a>
    </main>
  );
}

function buttonLabel(person: NameFormProps['person'], signsIn: boolean): string {
  const t = messages('join');
  if (person !== null) return t('joinAs', { name: person.name });
  return signsIn ? t('joinAsGuest') : t('join');
}

/** Whose address it is has an account, which this link does not open: it may have been passed on. */
function SignInFirst({ token, email }: { token: string; email: string }) {
  const t = messages('join');
  const returnTo = encodeURIComponent(`/join/${token}`);
  return (
    <div className={styles.signIn}>
      <p>{t('hasAccount', { mail: email })}</p>
      <ButtonLink look="primary" href={`/sign-in?returnTo=${returnTo}`}>
        {t('signIn')}
      </ButtonLink>
    </div>
  );
}

/** Whether the address becomes theirs; where nobody comes by a name alone, that it does. */
function OwnAddress({ mail: { email, takesGuests } }: { mail: InvitedAddress }) {
  const t = messages('join');
  if (!takesGuests) return <p className={styles.other}>{t('accountIsMade', { mail: email })}</p>;
  return (
    <label className={styles.check}>
      <input type="checkbox" name="account" value="on" defaultChecked />
      <span>{t('makeAccount', { mail: email })}</span>
    </label>
  );
}
