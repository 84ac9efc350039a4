'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import { useBoard } from '../store/board-context.tsx';
import styles from './manage.module.css';
import { useAsk } from './use-ask.ts';

/** What is debated, and what the debate is called in lists. What one has not touched goes along with others' changes. */
export function MotionForm() {
  const t = useMessages('manage');
  const made = useMessages('newDebate');
  const controls = useMessages('controls');
  const head = useBoard(({ replica }) => replica.view.head);
  const [typed, setTyped] = useState<{ readonly motion?: string; readonly title?: string }>({});
  const [saved, setSaved] = useState(false);
  const { ask, refusal } = useAsk();
  if (!head) return null;
  const type = (part: typeof typed) => {
    setSaved(false);
    setTyped({ ...typed, ...part });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!ask({ type: 'debate.edit', ...typed })) return;
    setTyped({});
    setSaved(true);
  };
  return (
    <form className={styles.part} onSubmit={save}>
      <h3>{t('motionAndTitle')}</h3>
      <Field label={made('motion')}>
        {(tie) => (
          <textarea
            {...tie}
            required
            dir="auto"
            maxLength={LIMITS.motionCharacters}
            value={typed.motion ?? head.motion}
            onChange={(event) => type({ motion: event.target.value })}
          />
        )}
      </Field>
      <Field label={made('debateTitle')}>
        {(tie) => (
          <input
            {...tie}
            required
            dir="auto"
            maxLength={LIMITS.titleCharacters}
            value={typed.title ?? head.title}
            onChange={(event) => type({ title: event.target.value })}
          />
        )}
      </Field>
      <RejectionNote rejection={refusal} />
      <div className={styles.row}>
        <Button type="submit" disabled={Object.keys(typed).length === 0}>
          {controls('save')}
        </Button>
        <span role="status" className={styles.hint}>
          {saved && t('saved')}
        </span>
      </div>
    </form>
  );
}
