'use client';

import type { Position } from '#domain/debate/positions/position.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import styles from '../core/view/panel.module.css';
import { TextEditor } from '../core/writing/text-editor.tsx';
import { useWritingOn } from '../core/writing/use-writing-on.ts';

/** A position's summary; moderators can edit it here. */
export function PositionSummary({ position }: { position: Position }) {
  const t = useMessages('panel');
  const readable = useReadable();
  const { id, summary } = position;
  const [editing, setEditing] = useWritingOn(id);
  const mayEdit = useMay('summary.edit');
  if (editing) {
    return (
      <TextEditor
        written={{ type: 'summary.edit', positionId: id }}
        text={summary}
        label={t('summaryLabel')}
        look="field"
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      {summary && (
        <p className={styles.summary} dir="auto">
          {readable(summary)}
        </p>
      )}
      {mayEdit && (
        <p className={styles.byline}>
          <Button look="quiet" size="small" onClick={() => setEditing(true)}>
            {t(summary ? 'editSummary' : 'addSummary')}
          </Button>
        </p>
      )}
    </>
  );
}
