'use client';

import { useMemo } from 'react';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
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
  /** Runs once the person is moved, which removes the row. */
  readonly onMoved?: () => void;
}

/**
 * Moves the focus to a person's row, or without one to the element with this id. It doesn't go to the choice itself: there the next arrow key
 * would move that person too.
 */
export function focusMember(participantId: string | undefined, otherwiseId: string): void {
  focusWhenDrawn(participantId === undefined ? otherwiseId : rowId(participantId));
}

/** A person, and the choice of the open group to put them into. */
export function GroupMember({ participantId, groupId, isHere = false, onMoved }: GroupMemberProps) {
  const t = useMessages('groups');
  const someone = useMessages('people')('somebody');
  const name = useName(participantId) ?? someone;
  const groups = useBoard(({ replica }) => replica.view.groups);
  const isCounted = useBoard(({ replica }) => isAnonymous(replica.view));
  const { ask, refusal } = useAsk();
  const announce = useAnnounce();
  const open = useMemo(
    () => [...groups.values()].filter(({ status }) => status === 'open').sort((a, b) => a.number - b.number),
    [groups],
  );
  const moveTo = (to: string | null) => {
    if (!ask({ type: 'group.assign', participantId, groupId: to })) return;
    const group = open.find(({ id }) => id === to);
    announce(group ? t('nowIn', { name, group: group.name }) : t('nowInNone', { name }));
    onMoved?.();
  };
  return (
    <li id={rowId(participantId)} tabIndex={-1} className={styles.member} data-here={isHere ? '' : undefined}>
      <span className={styles.person} dir="auto">
        {name}
        {isHere && !isCounted && <span className={styles.dot}>{t('here')}</span>}
      </span>
      <select
        className={styles.move}
        aria-label={t('groupOf', { name })}
        value={groupId ?? ''}
        onChange={({ target }) => moveTo(target.value || null)}
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

function rowId(participantId: string): string {
  return `member:${participantId}`;
}
