import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { hasOwnTitle } from '../../domain/debate/head/own-title.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import type { Invited } from '../../server/services/invitations/invitations.ts';
import { Button } from '../_ui/button/button.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { joinAddress } from '../_ui/links/join-address.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import styles from './join.module.css';

interface NameFormProps {
  readonly token: string;
  readonly invited: Invited;
  /** The person signed in; `null`: a name is asked for. */
  readonly person: Pick<SignedIn, 'name' | 'kind'> | null;
  readonly problem: Rejection | null;
}

/** The second of two steps: what the invitation is for, and the name to join with. It works without script. */
export function NameForm({ token, invited, person, problem }: NameFormProps) {
  const t = messages('join');
  const rejection = messages('rejection');
  const needsAccount = invited.needsAccount && person?.kind !== 'account';
  return (
    <PageShell
      kicker={t('invitedTo')}
      title={invited.motion}
      lead={hasOwnTitle(invited) && <bdi>{invited.title}</bdi>}
    >
      {problem && (
        <p role="alert" className={styles.problem}>
          {rejection(problem.code, { limit: problem.limit ?? LIMITS.nameCharacters })}
        </p>
      )}
      <p className={styles.role}>{t('asRole', { role: invited.role })}</p>
      {invited.isKept && <p className={styles.role}>{t('roleKept')}</p>}
      {!needsAccount && (
        <PageForm className={styles.form} action="/api/join" hidden={{ token }}>
          {person === null && <NameField label={t('name')} hint={t('nameHint', { names: invited.names })} />}
          <Button look="primary" type="submit">
            {person === null ? t('join') : t('joinAs', { name: person.name })}
          </Button>
        </PageForm>
      )}
      {person?.kind !== 'account' && <SignInFirst token={token} needsAccount={needsAccount} />}
      <PageLink className={styles.other} href="/join">
        {t('otherCode')}
      </PageLink>
    </PageShell>
  );
}

/** Links to the sign-in page, and from there back here. */
function SignInFirst({ token, needsAccount }: { token: string; needsAccount: boolean }) {
  const t = messages('join');
  const returnTo = encodeURIComponent(joinAddress(token));
  return (
    <div className={styles.signIn}>
      <p>{t(needsAccount ? 'accountNeeded' : 'haveAccount')}</p>
      <PageLink look={needsAccount ? 'primary' : 'plain'} href={`/sign-in?returnTo=${returnTo}`}>
        {t('signIn')}
      </PageLink>
    </div>
  );
}
