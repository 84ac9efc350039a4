'use client';

import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Group } from '#domain/debate/groups/group.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useInUse } from '../../core/forms/use-in-use.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { openGroups } from './open-groups.ts';

/** The groups to choose from while the choice isn't used. */
const NONE: readonly Group[] = [];

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

/** A person, and the choice of the open group to put them into: while nobody uses it, it has only the group they are in. */
export function GroupMember({ participantId, groupId, isHere = false, onMoved }: GroupMemberProps) {
  const t = useMessages('groups');
  const someone = useMessages('people')('somebody');
  const name = useName(participantId) ?? someone;
  const store = useBoardStore();
  const [isUsed, usage] = useInUse();
  const current = useBoard(({ replica }) => replica.view.groups.get(groupId ?? '')?.name);
  const open = useBoard(({ replica }) => (isUsed ? openGroups(replica.view.groups) : NONE));
  const isCounted = useBoard(({ replica }) => isAnonymous(replica.view));
  const { ask, refusal } = useAsk();
  const announce = useAnnounce();
  const moveTo = (to: string | null) => {
    if (!ask({ type: 'group.assign', participantId, groupId: to })) return;
    const group = store.state().replica.view.groups.get(to ?? '');
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
        {...usage}
        onChange={({ target }) => moveTo(target.value || null)}
      >
        {!isUsed && groupId !== null && <option value={groupId}>{current}</option>}
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
