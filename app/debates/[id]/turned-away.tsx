import type { ReactNode } from 'react';
import type { OwnStanding } from '../../../domain/debate/project.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import styles from '../../notice.module.css';

/** How the end of a ban is written. */
const ENDS = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });

interface TurnedAwayProps {
  readonly standing: OwnStanding;
  readonly children?: ReactNode;
}

/** What a page says to who was removed from a debate, or banned, and may not read it. */
export function TurnedAway({ standing: { standing, reason, outUntil }, children }: TurnedAwayProps) {
  const t = messages('managedPeople');
  const site = messages('site');
  const isBanned = standing === 'banned';
  return (
    <main className={styles.notice}>
      <h1>{t(isBanned ? 'bannedTitle' : 'removedTitle')}</h1>
      {reason && <p>{t('theReason', { reason })}</p>}
      {outUntil !== undefined && <p>{t('liftedAt', { time: ENDS.format(outUntil) })}</p>}
      <p>{t(isBanned ? 'bannedText' : 'removedText')}</p>
      {children}
      <ButtonLink href="/">{site('home')}</ButtonLink>
    </main>
  );
}
