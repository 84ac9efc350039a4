import { type Extension, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
} from '@codemirror/view';
import { piecesOf } from '#domain/debate/comments/mentions.ts';
import styles from './editor.module.css';

/** Returns the name shown for a person or item that a text names. */
export type ReadOut = (text: string) => string;

/** Shows in an editor the names of the people and claims in a text, each as one unit: the caret skips it, and one key deletes it. */
export function nameMarks(readOut: ReadOut): Extension {
  const matcher = new MatchDecorator({
    regexp: /<[@#][A-Za-z0-9_-]{3,40}>/g,
    decoration: ([named]) =>
      piecesOf(named)[0]?.kind === 'text'
        ? null
        : Decoration.replace({ widget: new NameWidget(readOut(named)) }),
  });
  const plugin = ViewPlugin.define(
    (view) => {
      let marks: DecorationSet = matcher.createDeco(view);
      return {
        get marks() {
          return marks;
        },
        update(update) {
          marks = matcher.updateDeco(update, marks);
        },
      };
    },
    {
      decorations: ({ marks }) => marks,
      provide: (of) => EditorView.atomicRanges.of((view) => view.plugin(of)?.marks ?? RangeSet.empty),
    },
  );
  return plugin;
}

class NameWidget extends WidgetType {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override eq(other: NameWidget): boolean {
    return other.#name === this.#name;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('bdi');
    mark.className = styles.named ?? '';
    mark.textContent = this.#name;
    return mark;
  }
}
