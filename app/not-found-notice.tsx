import type { ReactNode } from 'react';
import { Button } from './_ui/button/button.tsx';
import { ButtonLink } from './_ui/button/button-link.tsx';
import { CodeInput } from './_ui/codes/code-input.tsx';
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
  const signIn = returnTo === undefined ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <Shell title={t('notFoundTitle')} lead={t('notFoundText')}>
      {children}
      <form className={styles.code} action="/join" method="get">
        <CodeInput label={join('byCode')} required />
        <Button type="submit">{join('next')}</Button>
      </form>
      <p className={styles.ways}>
        <ButtonLink href={signIn}>{t('signIn')}</ButtonLink>
        <ButtonLink look="quiet" href="/">
          {t('home')}
        </ButtonLink>
      </p>
    </Shell>
  );
}
