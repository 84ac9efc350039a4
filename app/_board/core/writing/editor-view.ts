import { history, historyKeymap, standardKeymap, undo, undoDepth } from '@codemirror/commands';
import {
  Annotation,
  ChangeSet,
  Compartment,
  EditorSelection,
  EditorState,
  Transaction,
} from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { diffText, type TextChange } from '#domain/ot/text-change.ts';
import { caretMarks, type MarkedCaret, showCarets } from './caret-marks.ts';
import styles from './editor.module.css';
import { nameMarks, type ReadOut } from './name-marks.ts';

/** Events of an editor. */
export interface EditorListener {
  typed(change: TextChange): void;
  /** The caret is at `head`, or the text between is selected; `byTyping` if that follows from typing. */
  moved(anchor: number, head: number, byTyping: boolean): void;
}

interface EditorLook {
  readonly label: string;
  readonly placeholder: string;
  /** Ids of the elements that describe it. */
  readonly describedBy: string;
  /** For a text that names people and claims: how they are shown. */
  readonly readOut?: ReadOut;
}

/** Marks others' changes: they are not sent again, and are not in the writer's undo history. */
const fromOthers = Annotation.define<boolean>();

/**
 * The field of a shared text, which looks and reads like a plain one. Its undo reverts what was typed in it, and leaves what others
 * typed.
 */
export class WritingField {
  readonly #view: EditorView;
  readonly #refusal = new Compartment();

  constructor(parent: HTMLElement, text: string, look: EditorLook, listener: EditorListener) {
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        selection: EditorSelection.cursor(text.length),
        extensions: [
          history(),
          keymap.of([...historyKeymap, ...standardKeymap]),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          EditorView.contentAttributes.of({
            ...FIELD,
            'aria-label': look.label,
            'aria-describedby': look.describedBy,
            class: styles.content ?? '',
          }),
          this.#refusal.of([]),
          EditorView.editorAttributes.of({ class: styles.editor ?? '' }),
          placeholder(look.placeholder),
          caretMarks,
          look.readOut ? nameMarks(look.readOut) : [],
          EditorView.updateListener.of(({ transactions, selectionSet, docChanged, state }) => {
            for (const transaction of transactions) {
              const own = transaction.docChanged && !transaction.annotation(fromOthers);
              if (own) listener.typed(transaction.changes.toJSON() as TextChange);
            }
            const { anchor, head } = state.selection.main;
            if (selectionSet || docChanged) listener.moved(anchor, head, docChanged);
          }),
        ],
      }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** True if something typed in it can be undone. */
  get hasOwn(): boolean {
    return undoDepth(this.#view.state) > 0;
  }

  /** The field's element. */
  get element(): HTMLElement {
    return this.#view.contentDOM;
  }

  /** Applies others' changes. */
  change(changes: readonly TextChange[]): void {
    for (const change of changes) {
      this.#view.dispatch({
        changes: ChangeSet.fromJSON(change),
        annotations: [fromOthers.of(true), Transaction.addToHistory.of(false)],
      });
    }
  }

  /** Replaces a range with a text, as if the viewer had typed it, with the caret after it. */
  put(from: number, to: number, text: string): void {
    const caret = EditorSelection.cursor(from + text.length);
    this.#view.dispatch({ changes: { from, to, insert: text }, selection: caret });
    this.#view.focus();
  }

  /** Replaces the text, as if the viewer had typed that, and selects a part of it; the caret's place twice selects nothing. */
  write(text: string, [from, to]: readonly [from: number, to: number]): void {
    const changes = ChangeSet.fromJSON(diffText(this.text, text));
    this.#view.dispatch({ changes, selection: EditorSelection.single(from, to) });
  }

  showCarets(carets: readonly MarkedCaret[]): void {
    this.#view.dispatch({ effects: showCarets.of(carets) });
  }

  /** Undoes everything typed in it. */
  takeBack(): void {
    while (undo(this.#view)) {
      // One step after the other.
    }
  }

  /** Marks the text as one that is refused, or no longer. */
  markRefused(isRefused: boolean): void {
    const mark = isRefused ? EditorView.contentAttributes.of({ 'aria-invalid': 'true' }) : [];
    this.#view.dispatch({ effects: this.#refusal.reconfigure(mark) });
  }

  focus(): void {
    this.#view.focus();
  }

  end(): void {
    this.#view.destroy();
  }
}

/** Attributes of a field for sentences that a code editor lacks. */
const FIELD = { spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences', 'data-field': '' };
