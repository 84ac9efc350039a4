'use client';

import { useId, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from '../../core/forms/console-groups.module.css';
import { focusMember, GroupMember } from './group-member.tsx';
import { useFreePeople } from './use-free-people.ts';

/** Number of people listed at a time: each has a choice of all open groups. */
const AT_ONCE = 50;

/** People in no open group, for example because they came late, each with the choice of one. */
export function WithoutGroup() {
  const t = useMessages('groups');
  const controls = useMessages('controls');
  const { all } = useFreePeople();
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState(AT_ONCE);
  const summaryId = useId();
  // An open list stays when the last person leaves it: it has the focus.
  if (all.length === 0 && !isOpen) return null;
  const goTo = (index: number) => focusMember(all[index]?.id, summaryId);
  return (
    <details className={styles.without} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={summaryId}>{t('withoutCount', { count: all.length })}</summary>
      {isOpen && (
        <ul className={styles.members} aria-label={t('without')}>
          {all.slice(0, count).map(({ id }, index) => (
            <GroupMember key={id} participantId={id} groupId={null} onMoved={() => goTo(index + 1)} />
          ))}
        </ul>
      )}
      {isOpen && all.length > count && (
        <Button
          size="small"
          onClick={() => {
            setCount(count + AT_ONCE);
            goTo(count);
          }}
        >
          {controls('showMore', { count: Math.min(AT_ONCE, all.length - count) })}
        </Button>
      )}
    </details>
  );
}
