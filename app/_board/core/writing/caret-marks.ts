import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Hue } from '#domain/debate/positions/position.ts';
import styles from './editor.module.css';

/** Another person's caret, at its place in the field's text. */
export interface MarkedCaret {
  readonly connection: string;
  readonly name: string;
  readonly tone: Hue;
  readonly anchor: number;
  readonly head: number;
  /** Changes when its person moved it. */
  readonly moves: number;
}

/** Replaces the shown carets with these. */
export const showCarets = StateEffect.define<readonly MarkedCaret[]>();

/** Other people's carets and selections, in their colours. Between two messages they move with the text. */
export const caretMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showCarets)) return marksOf(effect.value, transaction.state.doc.length);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(carets: readonly MarkedCaret[], length: number): DecorationSet {
  const within = (place: number) => Math.min(place, length);
  const ranges = carets.flatMap((caret) => {
    const [anchor, head] = [within(caret.anchor), within(caret.head)];
    const mark = Decoration.widget({ widget: new CaretWidget(caret), side: 1 }).range(head);
    if (anchor === head) return [mark];
    const selection = Decoration.mark({
      class: styles.selection ?? '',
      attributes: { style: toneStyle(caret.tone) },
    });
    return [mark, selection.range(Math.min(anchor, head), Math.max(anchor, head))];
  });
  return Decoration.set(ranges, true);
}

class CaretWidget extends WidgetType {
  readonly #caret: MarkedCaret;

  constructor(caret: MarkedCaret) {
    super();
    this.#caret = caret;
  }

  /** The same element while the caret was not moved: its name shows after a move, and fades. */
  override eq({ caret: other }: CaretWidget): boolean {
    const { connection, moves, name } = this.#caret;
    return other.connection === connection && other.moves === moves && other.name === name;
  }

  get caret(): MarkedCaret {
    return this.#caret;
  }

  override toDOM(): HTMLElement {
    const { name, tone, connection } = this.#caret;
    const mark = document.createElement('span');
    mark.className = styles.caret ?? '';
    mark.setAttribute('style', toneStyle(tone));
    mark.setAttribute('aria-hidden', 'true');
    mark.dataset.caret = connection;
    // If carets are anonymous there is no name to show.
    if (name === '') return mark;
    const flag = document.createElement('span');
    flag.className = styles.flag ?? '';
    // Not text of the field: neither copied nor read out with it.
    flag.dataset.name = name;
    mark.append(flag);
    return mark;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function toneStyle(tone: Hue): string {
  return `--hue: var(--hue-${tone})`;
}
