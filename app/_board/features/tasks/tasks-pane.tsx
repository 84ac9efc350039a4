'use client';

import { useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { OwnTask } from './own-task.tsx';
import { SetTask } from './set-task.tsx';
import { TaskForm } from './task-form.tsx';
import styles from './tasks.module.css';
import { useFocusAfter } from './use-focus-after.ts';
import { useTaskCounts } from './use-task-counts.ts';
import { type ShownTask, useTasks } from './use-tasks.ts';

/** The tasks: how far the viewer is with each, or, for moderators, how many people have done it. */
export default function TasksPane() {
  const t = useMessages('tasks');
  const { list } = useViewActs();
  const body = useRef<HTMLDivElement>(null);
  const maySet = useMay('task.add');
  const tasks = useTasks();
  const shown = maySet
    ? tasks
    : tasks.filter(({ done, standing }) => done !== null && standing !== 'nowhere');
  const [now, earlier] = [
    shown.filter(({ standing }) => standing !== 'over'),
    shown.filter(({ standing }) => standing === 'over'),
  ];
  return (
    <SidePane className={styles.pane} label={t('title')} closeLabel={t('close')} onClose={() => list(null)}>
      <div className={styles.body} ref={body} tabIndex={-1}>
        {shown.length === 0 && <p>{t('none')}</p>}
        {maySet && shown.length === 0 && <Note>{t('noneText')}</Note>}
        {maySet ? (
          <SetTasks now={now} earlier={earlier} onRemove={() => body.current?.focus()} />
        ) : (
          <OwnTasks now={now} earlier={earlier} />
        )}
      </div>
    </SidePane>
  );
}

interface ListsProps {
  readonly now: readonly ShownTask[];
  readonly earlier: readonly ShownTask[];
}

function OwnTasks({ now, earlier }: ListsProps) {
  const t = useMessages('tasks');
  const draw = (shown: ShownTask) => <OwnTask key={shown.task.id} shown={shown} />;
  return (
    <>
      <ul className={styles.list}>{now.map(draw)}</ul>
      {earlier.length > 0 && (
        <details className={styles.earlier} open={now.length === 0}>
          <summary>{t('earlier')}</summary>
          <ul className={styles.list}>{earlier.map(draw)}</ul>
        </details>
      )}
      {now.length > 0 && <Note>{t('hint')}</Note>}
    </>
  );
}

/** Moderators' list, with a form for another task. */
function SetTasks({ now, earlier, onRemove }: ListsProps & { readonly onRemove: () => void }) {
  const t = useMessages('tasks');
  const [isSetting, setSetting] = useState(false);
  const add = useFocusAfter(isSetting);
  const known = useTaskCounts();
  const draw = (shown: ShownTask) => (
    <SetTask key={shown.task.id} shown={shown} known={known} onRemove={onRemove} />
  );
  return (
    <>
      {known.problem && now.length + earlier.length > 0 && (
        <Note role="status">{t(`problem.${known.problem}`)}</Note>
      )}
      <ul className={styles.list}>{now.map(draw)}</ul>
      {isSetting ? (
        <TaskForm task={null} onDone={() => setSetting(false)} />
      ) : (
        <Button look="primary" ref={add} className={styles.add} onClick={() => setSetting(true)}>
          {t('add')}
        </Button>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('earlier')}</summary>
          <ul className={styles.list}>{earlier.map(draw)}</ul>
        </details>
      )}
      {now.length > 0 && <Note>{t('hint')}</Note>}
    </>
  );
}
