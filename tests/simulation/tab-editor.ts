import type { TextEdit, TextName } from '../../domain/debate/texts/texts.ts';
import { applyChange, diffText, type TextChange } from '../../domain/ot/text-change.ts';
import { type Draft, draftText, rebaseDraft, writeInto } from '../../domain/sync/draft.ts';
import { liveText } from '../../domain/sync/live-text.ts';
import type { Tab } from './tab.ts';

/** An editor open on a text at a tab, with the text it shows as its own document. */
export class TabEditor {
  document: string;
  readonly #tab: Tab;
  readonly #editOf: (base: number, change: TextChange) => TextEdit;
  #draft: Draft;

  constructor(tab: Tab, name: TextName, editOf: (base: number, change: TextChange) => TextEdit) {
    this.#tab = tab;
    this.#editOf = editOf;
    this.#draft = { name, unsent: null };
    this.document = draftText(tab.replica, this.#draft);
    tab.followers.push((before, after) => {
      const { draft, incoming } = rebaseDraft(this.#draft, before, after, tab.refused);
      this.#draft = draft;
      this.document = incoming.reduce((text, change) => applyChange(text, change) ?? '?', this.document);
    });
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** Changes what is in it; nothing is asked for yet. */
  holds(text: string): void {
    this.#draft = writeInto(this.#draft, diffText(this.document, text));
    this.document = text;
  }

  /** Asks for what it holds; false where that does not fit. */
  asks(): boolean {
    const live = liveText(this.#tab.replica, this.#draft.name);
    const { unsent } = this.#draft;
    if (!live || !unsent) return false;
    const edit = this.#editOf(live.base, unsent);
    // Submitted text is in the live text by then, and no longer in the draft.
    this.#draft = { ...this.#draft, unsent: null };
    const document = this.document;
    const asked = this.#tab.asks(edit);
    this.document = document;
    if (!asked) this.#draft = { ...this.#draft, unsent };
    return asked;
  }
}

/** An editor on a claim's wording. */
export function wordingEditor(tab: Tab, claimId: string): TabEditor {
  return new TabEditor(tab, claimId, (base, change) => ({ type: 'claim.edit', claimId, base, change }));
}
