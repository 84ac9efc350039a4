'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import styles from '../core/forms/manage.module.css';
import { useTyped } from '../core/forms/use-typed.ts';
import { useBoard } from '../core/store/board-context.tsx';

/** The motion, and the debate's title in lists. A field the moderator hasn't touched follows others' changes. */
export function MotionForm() {
  const t = useMessages('manage');
  const made = useMessages('newDebate');
  const head = useBoard(({ replica }) => replica.view.head);
  const [saved, setSaved] = useState(false);
  const { ask, refusal } = useAsk();
  const edit = (part: { motion?: string; title?: string }) => {
    const done = ask({ type: 'debate.edit', ...part });
    setSaved(done);
    return done;
  };
  const motion = useTyped((typed) => edit({ motion: typed }));
  const title = useTyped((typed) => edit({ title: typed }));
  if (!head) return null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    motion.leave();
    title.leave();
  };
  return (
    <form className={styles.part} onSubmit={onSubmit}>
      <h3>{t('motionAndTitle')}</h3>
      <Field label={made('motion')}>
        {(tie) => (
          <textarea
            {...tie}
            dir="auto"
            maxLength={LIMITS.motionCharacters}
            value={motion.typed ?? head.motion}
            onChange={(event) => motion.type(event.target.value)}
            onBlur={motion.leave}
          />
        )}
      </Field>
      <Field label={made('debateTitle')}>
        {(tie) => (
          <input
            {...tie}
            dir="auto"
            maxLength={LIMITS.titleCharacters}
            value={title.typed ?? head.title}
            onChange={(event) => title.type(event.target.value)}
            onBlur={title.leave}
          />
        )}
      </Field>
      <RejectionNote rejection={refusal} />
      <p role="status" className={styles.hint}>
        {saved ? t('saved') : t('savedOnLeaving')}
      </p>
    </form>
  );
}
