import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { SignOutForm } from '../_ui/sign-out/sign-out-form.tsx';
import { ThemeButton } from '../_ui/theme/theme-button.tsx';
import styles from './home-foot.module.css';

interface HomeFootProps {
  readonly person: Pick<SignedIn, 'kind'> | null;
  /** Their id in each of their debates. */
  readonly participantIds: readonly string[];
}

/** Footer of the first page: other uses, and the small print. */
export function HomeFoot({ person, participantIds }: HomeFootProps) {
  const t = messages('welcome');
  return (
    <footer className={styles.foot}>
      <div className={styles.parts}>
        <section>
          <h2>{t('facilitators')}</h2>
          <p>{t('facilitatorsText')}</p>
        </section>
        <section>
          <h2>{t('formats')}</h2>
          <p>{t('formatsText')}</p>
          <PageLink href="/import">{t('import')}</PageLink>
        </section>
        <section>
          <h2>{t('developers')}</h2>
          <p>{t('developersText')}</p>
          <a href="/api/v1/openapi.json">{t('api')}</a>
        </section>
      </div>
      <div className={styles.last}>
        <PageLink href="/privacy">{messages('privacy')('link')}</PageLink>
        <ThemeButton />
        {person && (
          <SignOutForm
            action="/api/signout"
            label={messages('home')('signOut')}
            isGuest={person.kind === 'guest'}
            participantIds={participantIds}
          />
        )}
      </div>
    </footer>
  );
}
