'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keepFocus } from '#app/_ui/focus/keep-focus.ts';
import { isAbout } from '#app/_ui/refused-field.tsx';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { WrittenText } from '#domain/debate/texts/texts.ts';
import { diffText, reapplyWording, transformPosition } from '#domain/ot/text-change.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { TextBinding } from '../store/text-binding.ts';
import { CaretSender } from './caret-sender.ts';
import type { EarlyInput } from './early-input.ts';
import { type EditorListener, WritingField } from './editor-view.ts';
import type { ReadOut } from './name-marks.ts';
import { othersWriting } from './others-writing.ts';

/** A shared text being edited in a field. */
export interface Writing {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly text: string;
  /** Why the text is not on its way. */
  readonly problem: Rejection | null;
  /** True if the viewer's own typing can be undone. */
  readonly hasOwn: boolean;
  /** Replaces a range of it with a text. */
  put(from: number, to: number, text: string): void;
  takeBack(): void;
  /** Returns why it may not be left as it is, or `null`: what does not fit would be out of sight. The field has the focus then. */
  settle(): Rejection | null;
}

interface FieldLook {
  readonly label: string;
  readonly placeholder: string;
  /** Ids of the elements that describe the field. */
  readonly describedBy: string;
  readonly readOut?: ReadOut;
  /** Called with the caret's place whenever it moves. */
  readonly moved?: (text: string, caret: number) => void;
}

/**
 * Opens an editor on a text for as long as the component is mounted, with what was typed `early`, before it was loaded; `goesOn` returns
 * whether another one replaces it.
 */
export function useWriting(
  written: WrittenText,
  look: FieldLook,
  goesOn: () => boolean,
  early: RefObject<EarlyInput | null>,
): Writing {
  const store = useBoardStore();
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<WritingField | null>(null);
  const session = useRef<TextBinding | null>(null);
  const [shown, setShown] = useState({ text: '', hasOwn: false });
  const [problem, setProblem] = useState<Rejection | null>(null);
  // Opened once: its subject does not change while it is open.
  const opened = useRef({ written, look, goesOn, early });
  const looks = useRef(look);
  looks.current = look;

  useLayoutEffect(() => {
    if (!place.current) return;
    const { written: text, look: as, goesOn: hasAnother, early: typed } = opened.current;
    const writing = new TextBinding(store, text, {
      incoming: (changes) => {
        field.current?.change(changes);
        show();
      },
      problem: (why) => {
        setProblem(why);
        field.current?.markRefused(isAbout('text', why));
      },
    });
    const sender = new CaretSender(store, writing);
    const show = () => setShown({ text: field.current?.text ?? '', hasOwn: field.current?.hasOwn ?? false });
    const listener: EditorListener = {
      typed: (change) => {
        writing.type(change);
        show();
      },
      moved: (anchor, head, byTyping) => {
        sender.moved(anchor, head, byTyping);
        looks.current.moved?.(field.current?.text ?? '', head);
      },
    };
    const opening = new WritingField(place.current, writing.text, as, listener);
    field.current = opening;
    session.current = writing;
    if (typed.current) takeOver(opening, typed.current);
    typed.current = null;
    show();
    keepFocus(opening.element, () => opening.focus());
    sender.moved(opening.text.length, opening.text.length, false);
    return () => {
      if (hasAnother()) writing.leave();
      else writing.end();
      // Last: these may still submit, and the close waits for the answers.
      sender.end();
      opening.end();
      field.current = null;
    };
  }, [store]);

  useEffect(() => {
    const showOthers = () => {
      if (session.current) field.current?.showCarets(othersWriting(store.state(), session.current.draft));
    };
    let shownOf: unknown = null;
    showOthers();
    return store.subscribe(() => {
      const { carets } = store.state();
      if (carets === shownOf) return;
      shownOf = carets;
      showOthers();
    });
  }, [store]);

  return {
    place,
    ...shown,
    problem,
    put: (from, to, text) => field.current?.put(from, to, text),
    takeBack: () => field.current?.takeBack(),
    settle: () => {
      const why = session.current?.problem ?? null;
      if (why) field.current?.focus();
      return why;
    },
  };
}

/** Writes what was typed elsewhere into a field, around what others wrote meanwhile. */
function takeOver(field: WritingField, { was, now, selected: [from, to] }: EarlyInput): void {
  const wanted = reapplyWording(was, now, field.text);
  const change = diffText(now, wanted);
  field.write(wanted, [transformPosition(from, change), transformPosition(to, change)]);
}
