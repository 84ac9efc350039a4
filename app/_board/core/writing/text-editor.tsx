'use client';

import { useState } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { textNamed } from '#domain/debate/texts/texts.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { EarlyField } from './early-field.tsx';
import { earlyInputOn } from './early-input.ts';
import type { SharedEditorProps } from './shared-editor.tsx';

const SharedEditor = lazyComponent(() => import('./shared-editor.tsx'));

interface TextEditorProps extends Omit<SharedEditorProps, 'early'> {
  /** The text when the editor is opened. */
  readonly text: string;
}

/** The editor of a shared text; until it is loaded, a plain field, from which it takes over what was typed. */
export function TextEditor({ text, ...editor }: TextEditorProps) {
  const { written, label, look, onDone } = editor;
  const store = useBoardStore();
  const [early] = useState(() => earlyInputOn(`${store.state().debateId}:${textNamed(written)}`));
  return (
    <SharedEditor
      {...editor}
      early={early}
      fallback={
        <EarlyField written={written} text={text} label={label} look={look} words={early} onDone={onDone} />
      }
    />
  );
}
