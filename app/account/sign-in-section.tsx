import type { ListedSignIn, SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { SignOutForm } from '../_ui/sign-out/sign-out-form.tsx';
import { RelativeTime } from '../_ui/time/relative-time.tsx';
import styles from './rows.module.css';

interface SignInSectionProps {
  readonly person: SignedIn;
  readonly signIns: readonly ListedSignIn[];
  /** Their id in each of their debates. */
  readonly participantIds: readonly string[];
}

/** The person's sign-ins, with buttons to sign out there. */
export function SignInSection({ person, signIns, participantIds }: SignInSectionProps) {
  const t = messages('account');
  const isGuest = person.kind === 'guest';
  return (
    <FormSection title={t('signIns')}>
      <FormHint>{t('signInsText')}</FormHint>
      <ul className={styles.rows}>
        {signIns.map(({ id, method, label, seenAt }) => {
          const called = label || t('unknownBrowser');
          return (
            <li key={id} className={styles.row}>
              <div>
                <p className={styles.name}>
                  {called}
                  {id === person.signInId && <span className={styles.mark}>{t('thisBrowser')}</span>}
                </p>
                <Note>
                  {t(`byMethod.${method}`)} · {t('lastSeen')} <RelativeTime at={seenAt} />
                </Note>
              </div>
              {id !== person.signInId && (
                <PageForm action="/api/account/end" hidden={{ id }}>
                  <Button size="small" type="submit" aria-label={t('endLabel', { label: called })}>
                    {t('end')}
                  </Button>
                </PageForm>
              )}
            </li>
          );
        })}
      </ul>
      <FormButtons>
        <SignOutForm
          action="/api/signout"
          look="plain"
          size="medium"
          label={t('signOut')}
          isGuest={isGuest}
          participantIds={participantIds}
        />
        <SignOutForm
          action="/api/account/end-all"
          look="plain"
          size="medium"
          label={t('endAll')}
          isGuest={isGuest}
          needsProof
          participantIds={participantIds}
        />
      </FormButtons>
      {isGuest && <FormHint>{t('endAllGuest', { name: person.name })}</FormHint>}
    </FormSection>
  );
}
