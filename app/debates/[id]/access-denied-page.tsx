import type { ReactNode } from 'react';
import type { OwnStanding } from '#domain/debate/engine/project.ts';
import { formatMoment } from '#domain/words/dates.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { Shell } from '../../_ui/shell/shell.tsx';
import styles from '../../notice.module.css';

interface TurnedAwayProps {
  readonly standing: OwnStanding;
  readonly children?: ReactNode;
}

/** Shown to a removed or banned person who may not read the debate. */
export function AccessDeniedPage({ standing: { membership, reason, outUntil }, children }: TurnedAwayProps) {
  const t = messages('managedPeople');
  const site = messages('site');
  const isBanned = membership === 'banned';
  return (
    <Shell title={t(isBanned ? 'bannedTitle' : 'removedTitle')}>
      {reason && <p className={styles.text}>{t('theReason', { reason: t('reasonName', { reason }) })}</p>}
      {outUntil !== undefined && (
        <p className={styles.text}>{t('liftedAt', { time: `${formatMoment(outUntil)} UTC` })}</p>
      )}
      <p className={styles.text}>{t(isBanned ? 'bannedText' : 'removedText')}</p>
      {children}
      <p className={styles.ways}>
        <ButtonLink href="/">{site('home')}</ButtonLink>
      </p>
    </Shell>
  );
}
