import type { ReactNode } from 'react';
import { ButtonLink } from './_ui/button/button-link.tsx';
import { messages } from './_ui/messages/messages.ts';
import styles from './notice.module.css';

/** What a page says where nothing is. */
export function NothingHere({ children }: { children?: ReactNode }) {
  const t = messages('site');
  return (
    <main className={styles.notice}>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      {children}
      <ButtonLink href="/">{t('home')}</ButtonLink>
    </main>
  );
}
