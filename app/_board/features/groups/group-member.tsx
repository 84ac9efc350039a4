'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';

interface GroupMemberProps {
  readonly participantId: string;
  /** The open group that the person is in; `null`: none. */
  readonly groupId: string | null;
  /** True if the person is in the group's debate now. */
  readonly isHere?: boolean;
}

/** A person, and the choice of the open group to put them into. */
export function GroupMember({ participantId, groupId, isHere = false }: GroupMemberProps) {
  const t = useMessages('groups');
  const someone = useMessages('people')('somebody');
  const name = useName(participantId) ?? someone;
  const groups = useBoard(({ replica }) => replica.view.groups);
  const isCounted = useBoard(({ replica }) => isAnonymous(replica.view));
  const { ask, refusal } = useAsk();
  const open = useMemo(
    () => [...groups.values()].filter(({ status }) => status === 'open').sort((a, b) => a.number - b.number),
    [groups],
  );
  return (
    <li className={styles.member} data-here={isHere ? '' : undefined}>
      <span className={styles.person} dir="auto">
        {name}
        {isHere && !isCounted && <span className={styles.dot}>{t('here')}</span>}
      </span>
      <select
        className={styles.move}
        aria-label={t('groupOf', { name })}
        value={groupId ?? ''}
        onChange={(event) =>
          ask({ type: 'group.assign', participantId, groupId: event.target.value || null })
        }
      >
        {open.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        <option value="">{t('noGroup')}</option>
      </select>
      <RejectionNote rejection={refusal} />
    </li>
  );
}
