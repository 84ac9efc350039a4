'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import styles from '../core/forms/manage.module.css';
import { useReasonName } from '../core/moderation/use-reason-name.ts';
import { useBoard } from '../core/store/board-context.tsx';

/** The reasons offered for hiding, one on each line; known ones keep their codes. */
export function ReasonsForm() {
  const t = useMessages('moderation');
  const controls = useMessages('controls');
  const reasonName = useReasonName();
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [typed, setTyped] = useState<string | null>(null);
  const { ask, refusal } = useAsk();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (typed === null) return;
    const lines = typed.split('\n').map((line) => line.trim());
    const codes = new Map(reasons.map((reason) => [reasonName(reason), reason]));
    const chosen = [...new Set(lines.filter((line) => line !== '').map((line) => codes.get(line) ?? line))];
    if (ask({ type: 'debate.configure', reasons: chosen })) setTyped(null);
  };
  return (
    <form className={styles.part} onSubmit={save}>
      <Field label={t('reasons')} hint={t('reasonsHint')}>
        {(tie) => (
          <textarea
            {...tie}
            dir="auto"
            rows={6}
            required
            value={typed ?? reasons.map(reasonName).join('\n')}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <RejectionNote rejection={refusal} />
      <div className={styles.row}>
        <Button type="submit" unavailable={typed === null}>
          {controls('save')}
        </Button>
      </div>
    </form>
  );
}
