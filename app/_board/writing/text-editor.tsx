'use client';

import { useRef } from 'react';
import { lazyPart } from '../../_ui/lazy-part.ts';
import { EarlyField, type EarlyWords } from './early-field.tsx';
import type { SharedEditorProps } from './shared-editor.tsx';

const SharedEditor = lazyPart(() => import('./shared-editor.tsx'));

interface TextEditorProps extends Omit<SharedEditorProps, 'early'> {
  /** The text as it stands when the editor is opened. */
  readonly text: string;
}

/** The editor in which a text is written together; until it is there, a plain field, out of which it takes what was typed. */
export function TextEditor({ text, ...editor }: TextEditorProps) {
  const early = useRef<EarlyWords | null>(null);
  const { label, look, onDone } = editor;
  return (
    <SharedEditor
      {...editor}
      early={early}
      meanwhile={<EarlyField text={text} label={label} look={look} words={early} onDone={onDone} />}
    />
  );
}
