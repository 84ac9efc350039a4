import { parley } from '../../../server/handle.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import styles from '../../notice.module.css';

/** The page of a debate that has entries of a newer release than this server's. */
export function ServerOutdated() {
  parley().answerUnavailable();
  const t = messages('site');
  return (
    <main className={styles.notice}>
      <h1>{t('outdatedTitle')}</h1>
      <p>{messages('rejection')('server_outdated')}</p>
      <ButtonLink href="/">{t('home')}</ButtonLink>
    </main>
  );
}
