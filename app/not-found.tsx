import { ButtonLink } from './_ui/button/button-link.tsx';
import { messages } from './_ui/messages/messages.ts';
import styles from './notice.module.css';

/** What stands where nothing is. */
export default function NotFound() {
  const t = messages('common');
  return (
    <main className={styles.notice}>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <ButtonLink href="/">{t('home')}</ButtonLink>
    </main>
  );
}
