'use client';

import { useState } from 'react';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { textIn } from '../../../domain/debate/texts.ts';
import type { RefusedOperation } from '../../../domain/sync/outbox.ts';
import { Button } from '../../_ui/button/button.tsx';
import { copyText } from '../../_ui/copy-text.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import { useSubmit } from '../join/join-context.tsx';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { operationKind, operationText } from './operation-text.ts';
import styles from './refused-tray.module.css';

/** What the server refused: why, and the words, until their author has dealt with them. */
export function RefusedTray() {
  const t = useMessages('panel');
  const refused = useBoard((state) => state.refused);
  if (refused.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={t('refusedTitle', { count: refused.length })}>
      <h2 className={styles.title}>{t('refusedTitle', { count: refused.length })}</h2>
      <p className={styles.text}>{t('refusedText')}</p>
      <ul className={styles.list}>
        {refused.map((one) => (
          <Refused key={one.clientSeq} refused={one} />
        ))}
      </ul>
    </section>
  );
}

function Refused({ refused: { clientSeq, operation, rejection } }: { refused: RefusedOperation }) {
  const t = useMessages('panel');
  const controls = useMessages('controls');
  const store = useBoardStore();
  const submit = useSubmit();
  const [again, setAgain] = useState<Rejection | null>(null);
  const [copied, setCopied] = useState(false);
  const text = operationText(operation, (name) => textIn(store.state().replica.view, name));
  const retry = () =>
    submit([operation], (refusal) => (refusal ? setAgain(refusal) : store.dismissRefused(clientSeq)));
  return (
    <li className={styles.refused}>
      <p className={styles.kind}>{t('refusedKind', { kind: operationKind(operation) })}</p>
      {text && (
        <blockquote className={styles.words} dir="auto">
          {text}
        </blockquote>
      )}
      <RejectionNote rejection={again ?? rejection} />
      <div className={styles.buttons}>
        {text && (
          <Button size="small" onClick={async () => setCopied(await copyText(text))}>
            {controls(copied ? 'copied' : 'copy')}
          </Button>
        )}
        <Button size="small" onClick={retry}>
          {t('again')}
        </Button>
        <Button size="small" look="quiet" onClick={() => store.dismissRefused(clientSeq)}>
          {t('dismiss')}
        </Button>
      </div>
    </li>
  );
}
