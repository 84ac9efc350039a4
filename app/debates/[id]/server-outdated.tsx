import { parley } from '#server/handle.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { Shell } from '../../_ui/shell/shell.tsx';
import styles from '../../notice.module.css';

/** Page of a debate with entries of a newer release than this server's. */
export function ServerOutdated() {
  parley().answerUnavailable();
  const t = messages('site');
  return (
    <Shell title={t('outdatedTitle')}>
      <p className={styles.text}>{messages('rejection')('server_outdated')}</p>
      <p className={styles.ways}>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </Shell>
  );
}
