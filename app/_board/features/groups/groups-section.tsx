'use client';

import { useMemo } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Checks, isFlag, isListOf, isNumber, isOneOf, isText, orNull } from '#app/_ui/read-stored.ts';
import type { Group } from '#domain/debate/groups/group.ts';
import { groupStatusIn } from '#domain/debate/groups/groups.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { isDraftGroup } from './drawn-groups.tsx';
import { EndedGroup } from './ended-group.tsx';
import { FormGroups, type FormingGroups } from './form-groups.tsx';
import { GroupCard } from './group-card.tsx';
import { useWatchGroups } from './use-group-overview.ts';
import { WithoutGroup } from './without-group.tsx';

const NOT_FORMING: FormingGroups & { readonly isOpen: boolean } = {
  isOpen: false,
  count: 2,
  who: 'here',
  from: '',
  claims: false,
  task: '',
  minutes: null,
  drafts: null,
};

const SHAPES: Checks<typeof NOT_FORMING> = {
  isOpen: isFlag,
  count: isNumber,
  who: isOneOf(['here', 'all']),
  from: isText,
  claims: isFlag,
  task: isText,
  minutes: orNull(isNumber),
  drafts: orNull(isListOf(isDraftGroup)),
};

/** True if groups are drawn, or they have a task. */
function isBegun({ drafts, task }: FormingGroups): boolean {
  return drafts !== null || task.trim() !== '';
}

/** The small groups of the debate: the open ones, live, the ended ones, and a form for new ones. */
export function GroupsSection() {
  const t = useMessages('groups');
  const groups = useGroups();
  const [forming, change, discard] = useDraftFields('groups', NOT_FORMING, SHAPES, isBegun);
  const { ask, refusal } = useAsk();
  useWatchGroups();
  const isDebateOpen = useIsDebateOpen();
  const isGroup = useBoard(({ replica }) => replica.view.head?.plenary !== null);
  const open = groups.filter(({ status }) => status === 'open');
  const ended = (['closed', 'archived'] as const).flatMap((one) =>
    groups.filter(({ status }) => status === one),
  );
  if (isGroup) return <Note>{t('isGroup')}</Note>;
  return (
    <div className={styles.groups}>
      {groups.length === 0 && !(forming.isOpen && isDebateOpen) && <p>{t('none')}</p>}
      {open.length > 0 && (
        <ul className={styles.list} aria-label={t('list')}>
          {open.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
        </ul>
      )}
      {open.length > 0 && <WithoutGroup />}
      <RejectionNote rejection={refusal} />
      {!isDebateOpen ? null : forming.isOpen ? (
        <FormGroups forming={forming} onChange={change} onDone={discard} />
      ) : (
        <div className={styles.row}>
          <Button look={open.length === 0 ? 'primary' : 'plain'} onClick={() => change({ isOpen: true })}>
            {t(open.length === 0 ? 'form' : 'formAgain')}
          </Button>
          {open.length > 0 && (
            <Button
              onClick={() =>
                ask({ type: 'group.setStatus', ids: open.map(({ id }) => id), status: 'closed' })
              }
            >
              {t('endAll')}
            </Button>
          )}
        </div>
      )}
      {ended.length > 0 && (
        <section className={styles.part}>
          <h3>{t('ended')}</h3>
          <ul className={styles.list}>
            {ended.map((group) => (
              <EndedGroup key={group.id} group={group} ask={ask} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Returns the groups in the order in which they were formed. A debate that has closed has closed its groups, too. */
function useGroups(): readonly Group[] {
  const groups = useBoard(({ replica }) => replica.view.groups);
  const head = useBoard(({ replica }) => replica.view.head);
  return useMemo(() => {
    const shown = [...groups.values()].map((group) => ({ ...group, status: groupStatusIn({ head }, group) }));
    return shown.sort((a, b) => a.number - b.number);
  }, [groups, head]);
}
