'use client';

import { useMemo, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Source, SourceField } from '../../../domain/debate/state.ts';
import { sourceText } from '../../../domain/debate/texts.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay } from '../claim/use-claim.ts';
import type { SharedText } from '../store/text-session.ts';
import { TextEditor } from '../writing/text-editor.tsx';
import styles from './panel.module.css';

/** What a source says, and what one should know of it; those who may change either do it here. */
export function SourceTexts({ source }: { source: Source }) {
  const t = useMessages('panel');
  const [editing, setEditing] = useState<SourceField | null>(null);
  const mayEdit = useMay('source.edit', source.author);
  const { excerpt, note } = source;
  if (editing) return <SourceEditor source={source} field={editing} onDone={() => setEditing(null)} />;
  return (
    <>
      {excerpt && (
        <blockquote className={styles.excerpt} dir="auto">
          {excerpt}
        </blockquote>
      )}
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      {mayEdit && (
        <p className={styles.byline}>
          <Button look="quiet" size="small" onClick={() => setEditing('excerpt')}>
            {t(excerpt ? 'editExcerpt' : 'addExcerpt')}
          </Button>
          <Button look="quiet" size="small" onClick={() => setEditing('note')}>
            {t(note ? 'editNote' : 'addNote')}
          </Button>
        </p>
      )}
    </>
  );
}

interface SourceEditorProps {
  readonly source: Source;
  readonly field: SourceField;
  readonly onDone: () => void;
}

function SourceEditor({ source, field, onDone }: SourceEditorProps) {
  const t = useMessages('panel');
  const { id } = source;
  const shared = useMemo<SharedText>(
    () => ({
      name: sourceText(id, field),
      edit: (base, change) => ({ type: 'source.edit', sourceId: id, field, base, change }),
    }),
    [id, field],
  );
  return (
    <TextEditor
      shared={shared}
      text={source[field]}
      label={t(field === 'excerpt' ? 'excerptLabel' : 'noteLabel')}
      limit={LIMITS.sourceTextCharacters}
      look="field"
      onDone={onDone}
    />
  );
}
