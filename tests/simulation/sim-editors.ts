import assert from 'node:assert/strict';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import { type Actor, actorOf } from '../../domain/debate/engine/permissions.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { editOn, revisionIn, textIn, textNamed, type WrittenText } from '../../domain/debate/texts/texts.ts';
import { applyChange, diffText } from '../../domain/ot/text-change.ts';
import type { OperationMaker } from './operation-maker.ts';
import type { Random } from './random.ts';
import type { SimPerson } from './sim-person.ts';

/** An editor someone has open, with the text it shows as its own document. */
interface OpenEditor {
  readonly person: SimPerson;
  readonly session: TextBinding;
  document: string;
}

/** The editors that are open at people's tabs: the board's real sessions, each checked against a document of its own. */
export class SimEditors {
  #editors: OpenEditor[] = [];
  readonly #random: Random;
  readonly #maker: OperationMaker;
  readonly #count: (what: string) => void;

  constructor(random: Random, maker: OperationMaker, count: (what: string) => void) {
    this.#random = random;
    this.#maker = maker;
    this.#count = count;
  }

  get areClosed(): boolean {
    return this.#editors.length === 0;
  }

  open(person: SimPerson): boolean {
    const { view, participantId } = person.state.replica;
    const written = this.#maker.textToWrite(view);
    const actor = participantId === null ? null : actorOf(view, participantId);
    // Only people who may edit are offered an editor; one who no longer may still has it open.
    if (!written || !actor || !isOffered(view, written, actor)) return false;
    const session = new TextBinding(person.store, written, {
      incoming: (changes) => {
        editor.document = changes.reduce((text, change) => applyChange(text, change) ?? '', editor.document);
        assert.equal(editor.document, session.text, 'an editor shows what is written in it');
        this.#count('typed into by others');
      },
      problem: (problem) => this.#count(problem ? `does not fit: ${problem.code}` : 'fits again'),
    });
    const editor: OpenEditor = { person, session, document: session.text };
    this.#editors.push(editor);
    // Hidden, a text leaves the screen, and its editor with it.
    const unsubscribe = person.store.subscribe(() => {
      if (textIn(person.state.replica.view, textNamed(written)) !== null) return;
      unsubscribe();
      if (this.#editors.includes(editor)) this.#close(editor);
    });
    return true;
  }

  type(): boolean {
    const editor = this.#random.pick(this.#editors);
    if (!editor) return false;
    const change = this.#maker.changeOf(editor.document);
    editor.document = applyChange(editor.document, change) ?? '';
    editor.session.type(change);
    assert.equal(editor.document, editor.session.text, 'an editor shows what was typed into it');
    return true;
  }

  closeOne(): boolean {
    const editor = this.#random.pick(this.#editors);
    if (editor) this.#close(editor);
    return editor !== undefined;
  }

  #close(editor: OpenEditor): void {
    this.#editors = this.#editors.filter((other) => other !== editor);
    editor.session.end();
  }

  closeOf(person: SimPerson): void {
    for (const editor of this.#editors.filter((open) => open.person === person)) this.#close(editor);
  }

  /** Their page is gone: nothing closes them. */
  forgetOf(person: SimPerson): void {
    this.#editors = this.#editors.filter((editor) => editor.person !== person);
  }

  closeAll(): void {
    for (const editor of this.#editors) this.#close(editor);
  }
}

/** Tests whether typing into a text would be accepted. */
function isOffered(view: DebateState, written: WrittenText, actor: Actor): boolean {
  const name = textNamed(written);
  const text = textIn(view, name) ?? '';
  return decide(view, editOn(written, revisionIn(view, name), diffText(text, `${text}.`)), actor).ok;
}
