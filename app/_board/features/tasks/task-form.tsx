'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { TASK_KINDS, type Task, type TaskDue, type TaskKind } from '#domain/debate/tasks/task.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { refusalToSay } from '../../core/commands/refusal-to-say.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import styles from './tasks.module.css';

/** The value of the choice of a date, beside the ids of phases, which have no space. */
const DATE = 'by date';
const DAY = 86_400_000;

interface TaskFormProps {
  /** The task to change; `null`: a new one. */
  readonly task: Task | null;
  readonly onDone: () => void;
}

/** Sets a task, or changes how many it asks for and until when. */
export function TaskForm({ task, onDone }: TaskFormProps) {
  const t = useMessages('tasks');
  const submit = useSubmit();
  const announce = useAnnounce();
  const phaseName = usePhaseName();
  const agenda = useBoard(({ replica }) => replica.view.agenda);
  const phases = agenda?.phases ?? [];
  const wanted = task ? ('phaseId' in task.due ? task.due.phaseId : null) : agenda?.at;
  // A task's phase may be removed from the agenda.
  const shownPhase = phases.find(({ id }) => id === wanted);
  const [kind, setKind] = useState<TaskKind>(task?.kind ?? 'claims');
  const [count, setCount] = useState(`${task?.count ?? 2}`);
  const [chosen, setChosen] = useState(() =>
    task && 'at' in task.due ? DATE : (shownPhase?.id ?? phases[0]?.id ?? DATE),
  );
  const [date, setDate] = useState(() =>
    inputValue(task && 'at' in task.due ? task.due.at : Date.now() + DAY),
  );
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const due = chosen === DATE ? dueAt(task, date) : { phaseId: chosen };
  const save = (event: FormEvent) => {
    event.preventDefault();
    submit([operationOf(task, kind, Number(count), due)], (refused) => {
      const problem = refusalToSay(refused);
      setRefusal(problem);
      if (problem) return;
      if (task === null) announce(t('wasSet'));
      onDone();
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={save}
      ref={form}
      aria-label={t(task === null ? 'add' : 'changing')}
    >
      {task === null && (
        <Field label={t('what')}>
          {(tie) => (
            <select {...tie} value={kind} onChange={({ target }) => setKind(target.value as TaskKind)}>
              {TASK_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('count')}>
        {(tie) => (
          <input
            {...tie}
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={LIMITS.taskCount}
            step={1}
            value={count}
            onChange={({ target }) => setCount(target.value)}
          />
        )}
      </Field>
      <Field label={t('due')}>
        {(tie) => (
          <select {...tie} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {phases.map((phase) => (
              <option key={phase.id} value={phase.id}>
                {t('duePhase', { phase: phaseName(phase) })}
              </option>
            ))}
            <option value={DATE}>{t('dueDate')}</option>
          </select>
        )}
      </Field>
      {chosen === DATE && (
        <Field label={t('date')}>
          {(tie) => (
            <input
              {...tie}
              type="datetime-local"
              required
              value={date}
              onChange={({ target }) => setDate(target.value)}
            />
          )}
        </Field>
      )}
      <RejectionNote rejection={refusal} />
      <div className={styles.acts}>
        <Button look="primary" type="submit">
          {t(task === null ? 'save' : 'saveChange')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function operationOf(task: Task | null, kind: TaskKind, count: number, due: TaskDue) {
  return task === null
    ? ({ type: 'task.add', taskId: newId('t'), kind, count, due } as const)
    : ({ type: 'task.change', taskId: task.id, count, due } as const);
}

/** The moment in the field. The task's own one if that is what the field shows: it is to the minute, and the task's may not be. */
function dueAt(task: Task | null, date: string): TaskDue {
  const isSame = task !== null && 'at' in task.due && inputValue(task.due.at) === date;
  return isSame ? task.due : { at: new Date(date).getTime() };
}

/** A moment as the field takes it: in the viewer's time zone, to the minute. */
function inputValue(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
