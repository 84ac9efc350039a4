'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RefusalProvider } from '#app/_ui/refused-field.tsx';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useSubmit } from '../commands/join-context.tsx';
import { RejectionNote } from '../commands/rejection-note.tsx';
import styles from './target-dialog.module.css';

interface AskingDialogProps {
  readonly title: string;
  readonly text?: string;
  /** Label of the button that submits. */
  readonly submitLabel: string;
  /** True if there is something to submit. */
  readonly isReady?: boolean;
  /** Creates the operations on submit. */
  readonly ask: () => readonly Operation[];
  /** Called when all operations are on their way; the dialog closes by itself. */
  readonly onAsked?: (asked: readonly Operation[]) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog whose fields become operations. If one is rejected at once, it stays open with the reason and the entered text. */
export function AskingDialog({
  title,
  text,
  submitLabel,
  isReady = true,
  ask,
  onAsked,
  onClose,
  children,
}: AskingDialogProps) {
  const controls = useMessages('controls');
  const submit = useSubmit();
  const reason = useId();
  const [problem, setProblem] = useState<Rejection | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const asked = ask();
    submit(asked, (refusal) => {
      setProblem(refusal);
      if (refusal) return;
      onClose();
      onAsked?.(asked);
    });
  };
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <RefusalProvider refusal={problem} id={reason}>
          {children}
        </RefusalProvider>
        <RejectionNote id={reason} rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={!isReady}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
