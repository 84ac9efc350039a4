import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { draftText } from '#domain/sync/draft.ts';
import { adoptOutbox, packOutbox, resumeOutbox } from '#domain/sync/outbox.ts';
import { createReplica } from '#domain/sync/replica.ts';
import { Random } from '../../simulation/random.ts';
import type { Tab } from '../../simulation/tab.ts';
import { type TabEditor, wordingEditor } from '../../simulation/tab-editor.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import { move, newClaim, seal } from '../../support/debate-builder.ts';

const WORDS = ['one', 'two', 'three', 'four', 'of', 'a'];
const STEPS = 60;

/** A text with a word put in, left out or replaced somewhere. */
function rewritten(text: string, random: Random): string {
  const words = text.split(' ');
  const at = random.below(words.length + 1);
  const added = random.chance(0.7) || words.length < 2 ? [random.pick(WORDS) ?? 'one'] : [];
  words.splice(at, random.chance(0.4) ? 1 : 0, ...added);
  return words.filter(Boolean).join(' ') || 'one';
}

/** Two people write the same claims at once, on lines that are slow: whatever each does, what the server has not heard of comes late. */
class Session {
  readonly random: Random;
  readonly people = twoTabs();
  readonly tabs = [this.people.dana, this.people.emil];
  readonly editors: readonly TabEditor[];
  #under: [Tab, ReturnType<Tab['deliver']>][] = [];
  #added = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.editors = this.tabs.map((tab) => wordingEditor(tab, 'c-b'));
  }

  run(): void {
    for (let step = 0; step < STEPS; step += 1) this.#step();
    for (const [tab, answers] of this.#under.splice(0)) tab.acknowledge(answers);
    for (let round = 0; round < 3; round += 1) for (const tab of this.tabs) tab.settles();
  }

  #step(): void {
    const { random } = this;
    const at = random.below(2);
    const [tab, editor] = [this.tabs[at], this.editors[at]];
    if (!tab || !editor) return;
    const act = random.weighted({
      write: 5,
      hold: 4,
      ask: 3,
      undo: 2,
      redo: 1,
      tree: 2,
      send: 4,
      answer: 4,
      hear: 4,
      lose: 0.5,
      seal: 0.3,
    });
    switch (act) {
      case 'write':
        tab.writes('c-a', rewritten(tab.text('c-a') ?? '', random));
        return;
      case 'hold':
        editor.holds(rewritten(editor.document, random));
        return;
      case 'ask':
        editor.asks();
        return;
      case 'undo':
      case 'redo':
        tab.steps(act);
        return;
      case 'tree':
        this.#added += 1;
        if (random.chance(0.5)) tab.asks(newClaim(`n${this.#added}`, 'c-a'));
        else tab.asks(move('c-b', random.pick(['east', 'west', 'c-d']) ?? 'east'));
        return;
      case 'send':
        this.#under.push([tab, tab.deliver(tab.hands())]);
        return;
      case 'answer': {
        const next = this.#under.findIndex(([one]) => one === tab);
        for (const [one, answers] of next < 0 ? [] : this.#under.splice(next, 1)) one.acknowledge(answers);
        return;
      }
      case 'lose':
        // A reconnected page asks again under the same numbers, and is answered: here at once.
        for (const [one, answers] of this.#under.splice(0)) one.acknowledge(answers);
        tab.loses();
        return;
      case 'seal':
        this.people.debate.ask(SYSTEM, seal('c-a'));
        return;
      default:
        tab.hears();
    }
  }
}

describe('[SY13] two people who write at once', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'see the same in the end, and in their editors what they left there: session %i',
    (seed) => {
      const session = new Session(seed);
      session.run();
      const { debate, dana, emil } = session.people;
      expectAlike(debate, dana, emil);
      session.editors.forEach((editor, at) => {
        const tab = session.tabs[at] ?? expect.fail('no tab');
        expect(editor.document).toBe(draftText(tab.replica, editor.draft));
      });
      // Unsent typing is sent now, and reaches the other’s editor too.
      for (const [at, editor] of session.editors.entries()) {
        editor.asks();
        for (const tab of [session.tabs[at], ...session.tabs]) tab?.settles();
      }
      expectAlike(debate, dana, emil);
      for (const editor of session.editors)
        if (editor.draft.unsent === null) expect(editor.document).toBe(debate.text('c-b'));
    },
  );

  test.each([1, 2, 3, 4, 5, 6])(
    'go on with what they had asked for when their page comes back: session %i',
    (seed) => {
      const session = new Session(seed);
      session.run();
      const { debate, dana, emil } = session.people;
      for (const word of ['and', 'so', 'on']) dana.writes('c-a', `${dana.text('c-a')} ${word}`);
      dana.asks(newClaim('last', 'c-a'));
      const shown = dana.text('c-a');
      const stored =
        packOutbox('d', dana.replica, { id: 'tab-dana-1', seq: 99 }, []) ?? expect.fail('nothing');
      emil.writes('c-a', `Late ${emil.text('c-a')}`);
      emil.settles();
      const fresh = createReplica(debate.projection('dana'), 'dana', decide);
      dana.replica = resumeOutbox(fresh, adoptOutbox(structuredClone(stored)));
      expect(dana.text('c-a')).toBe(`Late ${shown}`);
      dana.settles();
      emil.hears();
      expectAlike(debate, dana, emil);
      expect(debate.text('c-a')).toBe(`Late ${shown}`);
      expect(debate.state.claims.has('c-last')).toBe(true);
    },
  );
});
