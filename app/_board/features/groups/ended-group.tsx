'use client';

import { useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Group } from '#domain/debate/groups/group.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useGroupOverview } from './use-group-overview.ts';

/** A group that has ended: it can be read, reopened while the main debate is open, and archived, if it isn’t yet. */
export function EndedGroup({ group, ask }: { group: Group; ask: (operation: Operation) => boolean }) {
  const t = useMessages('groups');
  const overview = useGroupOverview(group.id);
  const { id, name, status } = group;
  const isDebateOpen = useIsDebateOpen();
  const heading = useRef<HTMLHeadingElement>(null);
  // Its button is gone once the group is archived.
  const archiving = useFocusAfterAct(heading, status);
  const archive = () => {
    archiving();
    ask({ type: 'group.setStatus', ids: [id], status: 'archived' });
  };
  return (
    <li className={styles.card} data-group-id={id}>
      <div className={styles.head}>
        <h4 ref={heading} tabIndex={-1} dir="auto">
          {name}
        </h4>
        {status === 'archived' && <span className={styles.count}>{t('archived')}</span>}
      </div>
      {overview && <Note>{t('written', { claims: overview.claims, comments: overview.comments })}</Note>}
      <div className={styles.row}>
        <a href={debateAddress(group.debateId)} aria-label={t('visitNamed', { name })}>
          {t('visit')}
        </a>
        {isDebateOpen && (
          <Button
            size="small"
            aria-label={t('reopenNamed', { name })}
            onClick={() => ask({ type: 'group.setStatus', ids: [id], status: 'open' })}
          >
            {t('reopen')}
          </Button>
        )}
        {status !== 'archived' && (
          <Button size="small" aria-label={t('archiveNamed', { name })} onClick={archive}>
            {t('archive')}
          </Button>
        )}
      </div>
    </li>
  );
}
