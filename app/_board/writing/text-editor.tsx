'use client';

import { Suspense } from 'react';
import { lazyPart } from '../../_ui/lazy-part.ts';
import type { SharedEditorProps } from './shared-editor.tsx';
import styles from './text-editor.module.css';

const SharedEditor = lazyPart(() => import('./shared-editor.tsx'));

interface TextEditorProps extends SharedEditorProps {
  /** What is shown until the editor is there. */
  readonly text: string;
}

/** The editor in which a text is written together; until it is there, the text. */
export function TextEditor({ text, ...editor }: TextEditorProps) {
  return (
    <Suspense
      fallback={
        <p className={styles.text} dir="auto" aria-busy="true">
          {text}
        </p>
      }
    >
      <SharedEditor {...editor} />
    </Suspense>
  );
}
