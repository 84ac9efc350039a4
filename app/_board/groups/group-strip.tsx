'use client';

import { openGroupOf } from '../../../domain/debate/groups.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSteers } from '../claim/use-claim.ts';
import { useName } from '../people/use-called.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './groups.module.css';

/** Which group is one's own, and the way there; in a group, the way back. */
export function GroupStrip() {
  const t = useMessages('groups');
  const steers = useSteers();
  const plenary = useBoard(({ replica }) => replica.view.head?.plenary ?? null);
  const own = useBoard(({ replica }) => openGroupOf(replica.view, replica.participantId ?? ''));
  if (plenary !== null)
    return (
      <div className={styles.strip} data-group="here">
        <span>{t('isGroup')}</span>
        <a href={addressOf(plenary)}>{t('back')}</a>
      </div>
    );
  if (!own || steers) return null;
  return (
    <div className={styles.strip} data-group="own">
      <strong dir="auto">{t('yours', { name: own.name })}</strong>
      <Others ids={own.members} />
      <a className={styles.go} href={addressOf(own.debateId)}>
        {t('go')}
      </a>
    </div>
  );
}

/** Where a debate is. */
export function addressOf(debateId: string): string {
  return `/debates/${encodeURIComponent(debateId)}`;
}

function Others({ ids }: { ids: readonly string[] }) {
  const me = useBoard(({ replica }) => replica.participantId);
  const others = ids.filter((id) => id !== me);
  if (others.length === 0) return null;
  return (
    <span className={styles.others}>
      {others.map((id) => (
        <Name key={id} id={id} />
      ))}
    </span>
  );
}

function Name({ id }: { id: string }) {
  const somebody = useMessages('people')('somebody');
  return <span dir="auto">{useName(id) ?? somebody}</span>;
}
