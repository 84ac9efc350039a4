import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { Button } from '../_ui/button/button.tsx';
import { CodeInput } from '../_ui/codes/code-input.tsx';
import { SearchIcon } from '../_ui/icons.tsx';
import { InboxLink } from '../_ui/links/inbox-link.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { RefreshOnBack } from '../_ui/links/refresh-on-back.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { Mast } from '../_ui/shell/mast.tsx';
import { VisuallyHidden } from '../_ui/visually-hidden.tsx';
import styles from './home-mast.module.css';

interface HomeMastProps {
  readonly person: Pick<SignedIn, 'name'> | null;
  readonly mayStart: boolean;
}

/** Header of the first page: a search, a code to join with, the viewer's own pages, and a new debate. */
export function HomeMast({ person, mayStart }: HomeMastProps) {
  const t = messages('home');
  const find = messages('find');
  const join = messages('join');
  return (
    <Mast Link={PageLink}>
      <RefreshOnBack />
      <search className={styles.find}>
        <form action="/find" method="get">
          <SearchIcon />
          <input
            className={styles.words}
            type="search"
            name="q"
            aria-label={find('everywhere')}
            placeholder={find('everywhere')}
            dir="auto"
            maxLength={200}
          />
        </form>
      </search>
      <form className={styles.join} action="/join" method="get">
        <CodeInput label={join('byCode')} required />
        <Button type="submit">{join('next')}</Button>
      </form>
      <div className={styles.own}>
        {person === null ? (
          <PageLink className={styles.person} href="/sign-in">
            {t('signIn')}
          </PageLink>
        ) : (
          <>
            <InboxLink />
            <PageLink
              className={styles.person}
              href="/account"
              title={t('signedInAs', { name: person.name })}
            >
              <VisuallyHidden>{t('signedInAs', { name: person.name })}</VisuallyHidden>
              <span className={styles.name} aria-hidden="true" dir="auto">
                {person.name}
              </span>
            </PageLink>
          </>
        )}
        {mayStart && (
          <PageLink look="primary" href="/new">
            {t('newDebate')}
          </PageLink>
        )}
      </div>
    </Mast>
  );
}
