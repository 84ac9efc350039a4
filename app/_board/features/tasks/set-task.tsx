'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { DoneCount, TaskCount } from '#domain/debate/tasks/task-counts.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { PersonName } from '../../core/people/person-name.tsx';
import type { KnownCounts } from './follow-counts.ts';
import { TaskForm } from './task-form.tsx';
import styles from './tasks.module.css';
import { useFocusAfter } from './use-focus-after.ts';
import { useTaskWords } from './use-task-words.ts';
import type { ShownTask } from './use-tasks.ts';

/** People listed by name; the others are counted. */
const NAMED = 60;

interface SetTaskProps {
  readonly shown: ShownTask;
  readonly known: KnownCounts;
  /** Takes the focus, when the task is removed. */
  readonly onRemove: () => void;
}

/** A task as moderators see it: how many people have done it, and what can be changed. */
export function SetTask({ shown, known: { counts, problem }, onRemove }: SetTaskProps) {
  const t = useMessages('tasks');
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const words = useTaskWords();
  const [isChanging, setChanging] = useState(false);
  const change = useFocusAfter(isChanging);
  const { task } = shown;
  const asks = words.asks(task);
  const remove = () => {
    submit([{ type: 'task.remove', taskId: task.id }], (refused) => {
      if (refused) return announce(sentence(refused));
      onRemove();
      announce(t('removed', { task: asks }));
    });
  };
  if (isChanging)
    return (
      <li className={styles.item} data-task={task.id}>
        <TaskForm task={task} onDone={() => setChanging(false)} />
      </li>
    );
  const count = counts?.find(({ taskId }) => taskId === task.id);
  return (
    <li className={styles.item} data-task={task.id}>
      <p className={styles.asks}>{asks}</p>
      <Note>{words.when(shown)}</Note>
      {count ? <Counted count={count} /> : problem === null && <Note>{t('loading')}</Note>}
      <div className={styles.acts}>
        <Button
          look="quiet"
          size="small"
          ref={change}
          aria-label={t('changeLabel', { task: asks })}
          onClick={() => setChanging(true)}
        >
          {t('change')}
        </Button>
        <Button look="quiet" size="small" aria-label={t('removeLabel', { task: asks })} onClick={remove}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}

function Counted({ count: { people, done } }: { count: TaskCount }) {
  const t = useMessages('tasks');
  const sentence = useCountSentence(people, done);
  if (people === 0) return <Note>{t('noOne')}</Note>;
  return (
    <>
      <p className={styles.reached}>{sentence}</p>
      {done.kind === 'named' && (
        <>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${(100 * done.done.length) / people}%` }} />
          </span>
          <details className={styles.people}>
            <summary>{t('whoDone')}</summary>
            <People label={t('doneBy', { count: done.done.length })} ids={done.done} />
            <People label={t('openBy', { count: done.open.length })} ids={done.open} />
          </details>
        </>
      )}
    </>
  );
}

function useCountSentence(people: number, done: DoneCount): string {
  const t = useMessages('tasks');
  switch (done.kind) {
    case 'named':
      return t('counted', { done: done.done.length, people });
    case 'few':
      return t('few', { people, limit: LIMITS.secretTotal });
    case 'atLeast':
      return t('atLeast', { done: done.done });
    case 'kept':
      return t(`why.${done.why}`, { limit: LIMITS.secretTotal });
  }
}

function People({ label, ids }: { label: string; ids: readonly string[] }) {
  const t = useMessages('tasks');
  if (ids.length === 0) return null;
  return (
    <section>
      <h3>{label}</h3>
      <ul>
        {ids.slice(0, NAMED).map((id) => (
          <li key={id} dir="auto">
            <PersonName id={id} />
          </li>
        ))}
        {ids.length > NAMED && <li>{t('more', { count: ids.length - NAMED })}</li>}
      </ul>
    </section>
  );
}
