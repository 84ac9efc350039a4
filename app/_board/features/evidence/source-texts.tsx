'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { sourceText } from '#domain/debate/texts/texts.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import styles from '../../core/view/panel.module.css';
import { TextEditor } from '../../core/writing/text-editor.tsx';
import { useWritingOn } from '../../core/writing/use-writing-on.ts';

/** A source's excerpt and note; those who may edit them do so here. */
export function SourceTexts({ source }: { source: Source }) {
  const t = useMessages('panel');
  const readable = useReadable();
  const { id, excerpt, note } = source;
  const [onExcerpt, writeExcerpt] = useWritingOn(sourceText(id, 'excerpt'));
  const [onNote, writeNote] = useWritingOn(sourceText(id, 'note'));
  const mayEdit = useMay('source.edit', source.author, id);
  if (onExcerpt || onNote) {
    const field = onExcerpt ? 'excerpt' : 'note';
    return (
      <TextEditor
        key={field}
        written={{ type: 'source.edit', sourceId: id, field }}
        text={source[field]}
        label={t(onExcerpt ? 'excerptLabel' : 'noteLabel')}
        look="field"
        onDone={() => (onExcerpt ? writeExcerpt : writeNote)(false)}
      />
    );
  }
  return (
    <>
      {excerpt && (
        <blockquote className={styles.excerpt} dir="auto">
          {readable(excerpt)}
        </blockquote>
      )}
      {note && (
        <p className={styles.note} dir="auto">
          {readable(note)}
        </p>
      )}
      {mayEdit && (
        <p className={styles.byline}>
          <Button look="quiet" size="small" onClick={() => writeExcerpt(true)}>
            {t(excerpt ? 'editExcerpt' : 'addExcerpt')}
          </Button>
          <Button look="quiet" size="small" onClick={() => writeNote(true)}>
            {t(note ? 'editNote' : 'addNote')}
          </Button>
        </p>
      )}
    </>
  );
}
