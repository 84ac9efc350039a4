'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { CheckIcon } from '#app/_ui/icons.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { TASK_OPERATION } from '#domain/debate/tasks/asked.ts';
import { claimToAnswer, claimToComment, claimToSource } from '#domain/debate/tasks/next-step.ts';
import { useMay, usePositions } from '../../core/claims/use-claim.ts';
import { commentFocus } from '../../core/commands/comment-focus.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './tasks.module.css';
import { useTaskWords } from './use-task-words.ts';
import { isDone, type ShownTask, useTasks } from './use-tasks.ts';

/** A task with the viewer's own progress, and the way to where it is done. */
export function OwnTask({ shown }: { shown: ShownTask }) {
  const t = useMessages('tasks');
  const words = useTaskWords();
  const { task, standing, done } = shown;
  const { id, kind, count } = task;
  const hasDone = isDone(shown);
  // A reply counts as an answer then, and not as a claim.
  const isApart = useTasks().some(
    (other) => kind === 'claims' && other.task.kind === 'replies' && other.standing === 'running',
  );
  const reached = Math.min(done ?? 0, count);
  return (
    <li className={styles.item} data-task={id} data-done={hasDone ? '' : undefined}>
      <p className={styles.asks}>{words.asks(task)}</p>
      <p className={styles.reached}>
        {hasDone && (
          <strong className={styles.done}>
            <CheckIcon /> {t('done')}
          </strong>
        )}
        <span>{t(`progress.${kind}`, { done: reached, count })}</span>
      </p>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * reached) / count}%` }} />
      </span>
      <Note>{words.when(shown)}</Note>
      {isApart && <Note>{t('separate')}</Note>}
      {standing === 'running' && !hasDone && <Act shown={shown} />}
    </li>
  );
}

/** Leads to where the task is done, in one press. */
function Act({ shown: { task } }: { shown: ShownTask }) {
  const t = useMessages('tasks');
  const { asks } = useTaskWords();
  const { kind } = task;
  const mayDo = useMay(TASK_OPERATION[kind]);
  const store = useBoardStore();
  const [isNothing, setNothing] = useState(false);
  const go = useGo();
  if (!mayDo) return <Note>{t('notNow')}</Note>;
  const find = () => {
    const { view, participantId } = store.state().replica;
    const finds = { replies: claimToAnswer, comments: claimToComment, sources: claimToSource };
    const claimId = kind === 'claims' || kind === 'votes' ? null : finds[kind](view, participantId ?? '');
    setNothing(claimId === null);
    if (claimId !== null) go.toClaim(claimId, kind === 'comments');
  };
  if (kind === 'claims') return <AddClaim asks={asks(task)} />;
  return (
    <div className={styles.acts}>
      <Button
        size="small"
        aria-label={t('actLabel', { act: t(`act.${kind}`), task: asks(task) })}
        onClick={kind === 'votes' ? go.toVoting : find}
      >
        {t(`act.${kind}`)}
      </Button>
      {isNothing && (
        <Note as="span" role="status">
          {t(kind === 'sources' ? 'noneToSource' : 'noneToAnswer')}
        </Note>
      )}
    </div>
  );
}

/** Begins a claim for a position: the viewer's own, if they speak for one, otherwise one they choose. */
function AddClaim({ asks }: { asks: string }) {
  const t = useMessages('tasks');
  const positions = usePositions();
  const team = useBoard(
    ({ replica: { view, participantId } }) => view.participants.get(participantId ?? '')?.team ?? null,
  );
  const go = useGo();
  const own = positions.filter(({ id }) => id === team);
  const offered = own.length > 0 ? own : positions;
  return (
    <div className={styles.acts}>
      {offered.map(({ id, name }) => (
        <Button
          key={id}
          size="small"
          aria-label={t('actLabel', { act: t('addFor', { position: name }), task: asks })}
          onClick={() => go.toNewClaim(id)}
        >
          <span dir="auto">{offered.length === 1 ? t('act.claims') : t('addFor', { position: name })}</span>
        </Button>
      ))}
    </div>
  );
}

/** Ways out of the list: on a phone it covers the debate, and closes. */
function useGo() {
  const { list, select, write, guide } = useViewActs();
  const narrow = useNarrow();
  const close = () => narrow && list(null);
  return {
    toVoting: () => {
      close();
      guide({ branch: null });
    },
    toClaim: (claimId: string, comments: boolean) => {
      close();
      select({ kind: 'claim', id: claimId });
      if (comments) commentFocus.ask();
    },
    toNewClaim: (positionId: string) => {
      close();
      write({ kind: 'argument', target: { kind: 'position', id: positionId }, relation: 'support' });
    },
  };
}
