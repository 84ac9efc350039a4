'use client';

import { useMemo, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Position } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay } from '../claim/use-claim.ts';
import type { SharedText } from '../store/text-session.ts';
import { TextEditor } from '../writing/text-editor.tsx';
import styles from './panel.module.css';

/** What a camp says in short; those who run the debate may change it here. */
export function PositionSummary({ position }: { position: Position }) {
  const t = useMessages('panel');
  const [editing, setEditing] = useState(false);
  const mayEdit = useMay('summary.edit');
  if (editing) return <SummaryEditor position={position} onDone={() => setEditing(false)} />;
  return (
    <>
      {position.summary && (
        <p className={styles.summary} dir="auto">
          {position.summary}
        </p>
      )}
      {mayEdit && (
        <p className={styles.byline}>
          <Button look="quiet" size="small" onClick={() => setEditing(true)}>
            {t(position.summary ? 'editSummary' : 'addSummary')}
          </Button>
        </p>
      )}
    </>
  );
}

function SummaryEditor({ position: { id, summary }, onDone }: { position: Position; onDone: () => void }) {
  const t = useMessages('panel');
  const shared = useMemo<SharedText>(
    () => ({ name: id, edit: (base, change) => ({ type: 'summary.edit', positionId: id, base, change }) }),
    [id],
  );
  return (
    <TextEditor
      shared={shared}
      text={summary}
      label={t('summaryLabel')}
      limit={LIMITS.positionSummaryCharacters}
      look="field"
      onDone={onDone}
    />
  );
}
