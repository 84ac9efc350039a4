import type { ReactNode } from 'react';
import { Button } from './_ui/button/button.tsx';
import { ButtonLink } from './_ui/button/button-link.tsx';
import { CodeInput } from './_ui/codes/code-input.tsx';
import { SignInLink } from './_ui/links/sign-in-link.tsx';
import { messages } from './_ui/messages/messages.ts';
import { Shell } from './_ui/shell/shell.tsx';
import styles from './notice.module.css';

interface NothingHereProps {
  /** The page to which signing in leads back. */
  readonly returnTo?: string;
  readonly children?: ReactNode;
}

/** Shown if a person may see nothing: the same for a private debate, for one that doesn't exist and for a wrong address. */
export function NotFoundNotice({ returnTo, children }: NothingHereProps) {
  const t = messages('site');
  const join = messages('join');
  return (
    <Shell title={t('notFoundTitle')} lead={t('notFoundText')}>
      {children}
      <form className={styles.code} action="/join" method="get">
        <CodeInput label={join('byCode')} required />
        <Button type="submit">{join('next')}</Button>
      </form>
      <p className={styles.ways}>
        {returnTo === undefined ? (
          <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
        ) : (
          <SignInLink returnTo={returnTo}>{t('signIn')}</SignInLink>
        )}
        <ButtonLink look="quiet" href="/">
          {t('home')}
        </ButtonLink>
      </p>
    </Shell>
  );
}
