import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { citedClaim } from '#domain/debate/conclusion/cited-claims.ts';
import { signOffs } from '#domain/debate/conclusion/signatures.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { textIn } from '#domain/debate/texts/texts.ts';
import { debateForExport } from '#domain/formats/exports/debate-for-export.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { withSoundIds } from '#domain/formats/imports/sound-ids.ts';
import { readParley } from '#domain/formats/parley/read-parley.ts';
import { projectPast } from '#domain/history/project-past.ts';
import {
  aDebate,
  type DebateBuilder,
  hide,
  hold,
  merge,
  newClaim,
  seal,
} from '#tests/support/debate-builder.ts';
import {
  AGREED,
  conclude,
  recordSignOff,
  sign,
  UNSIGN,
  writeConclusion,
} from '#tests/support/made-conclusion.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const CITING = 'It costs something: <#c-a>.';
const WORDS = 'one two three';
const NAMES = new Map([
  ['dana', 'Dana'],
  ['emil', 'Emil'],
]);

/** Nobody speaks for a team; the conclusion cites c-a, and dana and emil have signed it for the east. */
function signedDebate(): DebateBuilder {
  return aDebate()
    .does('olga', { type: 'debate.configure', teams: 'off' }, UNSIGN)
    .does('dana', writeConclusion('agreements', CITING, AGREED, 2))
    .does('dana', sign('n-d', 'east', 3))
    .does('emil', sign('n-m', 'east', 3));
}

function exported(debate: DebateBuilder, who: string | null, branch: string | null = null) {
  const scope = { branch, people: 'names', called: NAMES } as const;
  return debateForExport(debate.projection(who), scope, []);
}

const fileOf = (debate: DebateBuilder, format: 'markdown' | 'html' | 'parley', who: string | null = 'otto') =>
  [...FORMATS[format].write(exported(debate, who))].join('');

const eastOf = (state: DebateState) => {
  const [east] = signOffs(state, [{ id: 'east' }]);
  return { current: east?.current.length, earlier: east?.earlier.length, recorded: east?.recorded?.id };
};

describe('[CN3] a cited claim', () => {
  const hidden: readonly [string, (debate: DebateBuilder) => unknown][] = [
    ['retracted', (debate) => debate.does('dana', { type: 'claim.retract', claimId: 'c-a' })],
    ['hidden', (debate) => debate.does('olga', hide('c-a'))],
    ['waiting', (debate) => debate.does('olga', hold('c-a'))],
  ];
  test.each(hidden)('that is %s is read by nobody', (_, act) => {
    const debate = signedDebate();
    act(debate);
    for (const who of ['olga', 'dana', 'otto', null]) {
      expect(citedClaim(debate.projection(who), 'c-a')).toBeNull();
      for (const format of ['markdown', 'html'] as const) {
        const [before = ''] = fileOf(debate, format, who).split(/## 1\.|<section id="position-1"/);
        expect(before).toContain('a claim that isn’t shown');
        expect(before).not.toContain(WORDS);
      }
    }
  });

  test('that is not revealed yet is read by nobody, its author included', () => {
    const debate = signedDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    debate.does('dana', newClaim('n', 'east', { text: 'a secret' }));
    for (const who of ['olga', 'dana', 'otto', null])
      expect(citedClaim(debate.projection(who), 'c-n')).toBeNull();
    debate.does('olga', turnTo('p-open', 'p-write'));
    expect(citedClaim(debate.projection(null), 'c-n')?.text).toBe('a secret');
  });

  test('that was merged is the one it was merged into', () => {
    const debate = signedDebate().does('olga', merge('c-a', 'c-d'));
    expect(citedClaim(debate.projection(null), 'c-a')?.id).toBe('c-d');
  });
});

describe('[CN5] a signature', () => {
  test('stays when the text changes, and is on an earlier version', () => {
    const debate = signedDebate();
    expect(eastOf(debate.projection('otto'))).toEqual({ current: 2, earlier: 0, recorded: 'n-e' });
    debate.does('emil', writeConclusion('cruxes', 'A study'));
    expect(eastOf(debate.projection('otto'))).toMatchObject({ current: 0, earlier: 2 });
    debate.does('dana', sign('n-x', 'east', 4)).does('emil', UNSIGN);
    expect(eastOf(debate.projection('otto'))).toMatchObject({ current: 1, earlier: 0 });
  });

  test('is still on the present version once the text is sealed', () => {
    const debate = signedDebate().does('system', seal('*.agreements'));
    expect(eastOf(debate.state)).toMatchObject({ current: 2, earlier: 0 });
  });
});

test('[CN5] signatures are on an earlier version once erased words leave the text', () => {
  const debate = signedDebate();
  const eraser = new WordEraser('dana');
  for (const entry of debate.entries) finish(eraser.take(entry));
  expect(eraser.isInConclusion).toBe(true);
  const erased = { participantId: 'dana', words: true };
  debate.does('system', { type: 'participant.erase', ...erased, fromConclusion: true });
  expect(eastOf(debate.state)).toMatchObject({ current: 0, earlier: 2 });
  expect(debate.refusal('emil', sign('n-x', 'west', 3))).toBe('conclusion_changed');
});

test('[CN5] they stay current when a person is erased of whom nothing is in it', () => {
  const debate = signedDebate();
  const eraser = new WordEraser('emil');
  for (const entry of debate.entries) finish(eraser.take(entry));
  expect(eraser.isInConclusion).toBe(false);
  debate.does('system', { type: 'participant.erase', participantId: 'emil', words: true });
  expect(eastOf(debate.state)).toMatchObject({ current: 2, earlier: 0 });
});

describe('[CN7] in an anonymous debate', () => {
  const anonymous = () => signedDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });

  test('signatures are counted, and nobody learns whose they are', () => {
    const debate = anonymous();
    for (const who of ['olga', 'susi', null]) {
      const view = debate.projection(who);
      expect(eastOf(view)).toMatchObject({ current: 2 });
      expect(JSON.stringify(toSnapshot(view).signatures)).not.toMatch(/dana|emil/);
      expect(fileOf(debate, 'html', who)).toContain('East: signed by 2 people;');
    }
    expect(debate.projection('dana').signatures.get('n-d')?.author).toBe('dana');
    expect(debate.projection('dana').signatures.get('n-m')?.author).toBe('');
  });

  test('no id leads from an earlier signature to the one that replaces it', () => {
    const debate = anonymous().does('dana', sign('n-new', 'west', 3));
    const { signatures } = debate.projection('olga');
    expect([...signatures.keys()].sort()).toEqual(['n-e', 'n-m', 'n-new']);
    expect(signatures.get('n-new')).toMatchObject({ positionId: 'west', author: '' });
  });

  test('a new one tells no one else who signed', () => {
    const debate = anonymous().does('emil', UNSIGN);
    const before = debate.entries.length;
    debate.does('emil', sign('n-again', 'west', 3));
    for (const who of ['olga', 'susi', null])
      expect(JSON.stringify(debate.frame(who, before))).not.toContain('emil');
  });
});

test('[CN8] readers follow the conclusion as they would open it', () => {
  const debate = signedDebate();
  const seen = ({ conclusion, signatures, histories }: DebateState) =>
    JSON.stringify([conclusion, [...signatures.values()], [...histories]]);
  for (const who of ['olga', 'dana', 'otto', null])
    for (const after of debate.entries.keys()) {
      const { entries } = debate.frame(who, after);
      const followed = evolveAll(debate.projection(who, debate.stateAt(after)), entries ?? []);
      expect(seen(followed)).toBe(seen(debate.projection(who)));
    }
});

describe('[CN8] in files', () => {
  test('it comes first, with the claims it cites and who signed', () => {
    const debate = signedDebate().does('olga', recordSignOff('n-w', 'west', 3));
    const markdown = fileOf(debate, 'markdown');
    expect(markdown.indexOf('## Conclusion')).toBeLessThan(markdown.indexOf('## 1. East'));
    expect(markdown).toContain(`### What we agree on\n\nIt costs something: “${WORDS}” (1.1).`);
    expect(markdown).toContain('- East: signed by 2 people (Dana, Emil); sign-off on an earlier version');
    expect(markdown).toContain('- West: sign-off recorded by a moderator');
    expect(fileOf(debate, 'html')).toContain(`<a href="#claim-1.1">“${WORDS}” (1.1)</a>`);
  });

  test('lines and signs of other formats are kept as text', () => {
    const debate = aDebate().does('dana', writeConclusion('differences', '- <b>a</b>\n- b\n\nc'));
    expect(fileOf(debate, 'markdown')).toContain('\\- \\<b>a\\</b>\\\n\\- b\n\nc\n');
    expect(fileOf(debate, 'html')).toContain('- &lt;b&gt;a&lt;/b&gt;<br>- b<br><br>c');
  });

  test('one without words is left out, and so is that of a branch', () => {
    const debate = signedDebate();
    const none = aDebate().does('dana', writeConclusion('agreements', ' ', AGREED, 2));
    expect(fileOf(none, 'markdown')).not.toContain('## Conclusion');
    const branch = [...FORMATS.markdown.write(exported(debate, 'otto', 'c-a'))].join('');
    expect(branch).not.toContain('## Conclusion');
  });

  test('Parley JSON brings it back with its signatures, those on an earlier version as such', () => {
    const debate = signedDebate().does('olga', conclude(false));
    const file = readParley(Buffer.from(fileOf(debate, 'parley')));
    expect(eastOf(file.state)).toEqual(eastOf(debate.state));
    const entries = entriesOf(file, { ownerId: 'nina', visibility: 'private', now: debate.now });
    checkLimits(withSoundIds(entries).entries);
    const state = evolveAll(aDebate().stateAt(0), entries);
    expect(state.conclusion).toMatchObject({ agreements: CITING, open: false });
    expect(eastOf(state)).toEqual({ current: 2, earlier: 0, recorded: 'n-e' });
    expect([...state.signatures.values()].map(({ revision }) => revision).sort()).toEqual([0, 2, 2]);
  });
});

test('[CN1] the past shows it as it was, unless it was cleared since', () => {
  const debate = signedDebate();
  const then = debate.entries.length;
  debate.does('dana', writeConclusion('agreements', 'Nothing', CITING, 3));
  const past = () => projectPast(debate.stateAt(then), debate.state, 'readers', null);
  expect(textIn(past(), '*.agreements')).toBe(CITING);
  expect(eastOf(past())).toMatchObject({ current: 2, earlier: 0 });
  debate.does('olga', { type: 'debate.clear' });
  expect(debate.state.conclusion).toMatchObject({ open: false, agreements: '', editedAt: null });
  expect(textIn(past(), '*.agreements')).not.toBe(CITING);
  expect(past().signatures.size).toBe(0);
});
