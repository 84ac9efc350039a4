import { describe, expect, test } from 'vitest';
import { isQuotedFrom } from '#domain/debate/comments/comment-words.ts';
import {
  isNamedIn,
  mentionOf,
  mentionsIn,
  newMentions,
  piecesOf,
  referenceTo,
  withoutMentions,
} from '#domain/debate/comments/mentions.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { packSnapshot } from '#domain/debate/engine/packed-snapshot.ts';
import { AUDIENCES, projectOwnPart, projectState } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { revisionIn } from '#domain/debate/texts/texts.ts';
import { withPeople } from '#domain/formats/exports/people-in-file.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  aDebate,
  bringBack,
  comment,
  type DebateBuilder,
  hide,
  newClaim,
  retract,
} from '#tests/support/debate-builder.ts';

const named = (text: string, commentId = 'm-n') => comment({ commentId, text });
const becomes = (text: string, commentId = 'm-n', key = 'n') => ({
  ...newClaim(key, 'c-a', { text }),
  comment: commentId,
});
/** A comment that is rewritten completely. */
const rewrite = ({ state }: DebateBuilder, commentId: string, text: string): Operation => ({
  type: 'comment.edit',
  commentId,
  base: revisionIn(state, commentId),
  change: diffText(state.comments.get(commentId)?.text ?? '', text),
});
/** Tests whether a person's id is mentioned anywhere in data that leaves the server. */
const names = (shown: unknown, id: string) => JSON.stringify(shown).includes(mentionOf(id));

describe('[CO1] a comment names', () => {
  test('people and claims among words of any script, and what only looks so is text', () => {
    const text = `مرحبا ${mentionOf('dana')}، 你好${referenceTo('c-a')}👩‍👩‍👧 <@x> <@> <#c a> @dana`;
    expect(piecesOf(text)).toEqual([
      { kind: 'text', text: 'مرحبا ' },
      { kind: 'person', id: 'dana' },
      { kind: 'text', text: '، 你好' },
      { kind: 'claim', id: 'c-a' },
      { kind: 'text', text: '👩‍👩‍👧 <@x> <@> <#c a> @dana' },
    ]);
    expect(piecesOf('')).toEqual([]);
    expect(
      piecesOf(text)
        .map((piece) =>
          piece.kind === 'text'
            ? piece.text
            : piece.kind === 'person'
              ? mentionOf(piece.id)
              : referenceTo(piece.id),
        )
        .join(''),
    ).toBe(text);
  });

  test('each once, and of an edit whom it did not name before', () => {
    const twice = `${mentionOf('dana')} ${mentionOf('emil')} ${mentionOf('dana')}`;
    expect(mentionsIn(twice)).toEqual(['dana', 'emil']);
    for (const id of ['dana', 'emil', 'dan', 'em'])
      expect(isNamedIn(twice, id)).toBe(mentionsIn(twice).includes(id));
    expect(newMentions(mentionOf('emil'), twice)).toEqual(['dana']);
  });

  test('no more people than are notified; a comment with more may still be shortened', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => mentionOf(`p-${at}`)).join(' ');
    const debate = aDebate().does('dana', named(many(LIMITS.mentions)));
    expect(debate.refusal('dana', named(many(LIMITS.mentions + 1), 'm-o'))).toBe('too_many_mentions');
    const more = rewrite(debate, 'm-n', many(LIMITS.mentions + 1));
    expect(debate.refusal('dana', more)).toBe('too_many_mentions');
    expect(debate.refusal('dana', rewrite(debate, 'm-n', many(2)))).toBeNull();
  });

  test('on claims, positions and links', () => {
    const debate = aDebate();
    const link = debate.state.claims.get('c-a')?.parentLink ?? '';
    const places = [
      ['claim', 'c-a'],
      ['position', 'west'],
      ['link', link],
    ] as const;
    for (const [kind, id] of places)
      debate.does('dana', comment({ commentId: `m-${kind}`, on: { kind, id }, text: mentionOf('emil') }));
    for (const [kind, id] of places) expect(debate.state.commentsOn.get(id)).toContain(`m-${kind}`);
  });
});

describe('[CO2] where nobody is named', () => {
  const choose = { type: 'debate.configure', names: 'anonymous' } as const;

  /** Names people in a comment that is new, one that was reworded, and one that was reworded and sealed. */
  function aNamingDebate(): DebateBuilder {
    const debate = aDebate()
      .does('dana', named(`So ${mentionOf('emil')}`))
      .does('dana', named('So', 'm-o'));
    return debate.does('dana', rewrite(debate, 'm-o', `So ${mentionOf('emil')}?`)).does('olga', choose);
  }

  test('a comment adds no mentions', () => {
    const debate = aNamingDebate();
    for (const who of ['dana', 'mona'])
      expect(debate.refusal(who, named(mentionOf('emil'), 'm-p'))).toBe('mention_anonymous');
    debate.does('dana', named('Hm', 'm-p'));
    expect(debate.refusal('dana', rewrite(debate, 'm-p', mentionOf('emil')))).toBe('mention_anonymous');
    // Existing text may stay, and the rest may be edited.
    expect(debate.refusal('dana', rewrite(debate, 'm-n', `So ${mentionOf('emil')}!`))).toBeNull();
    expect(debate.refusal('dana', named(withoutMentions(mentionOf('emil')), 'm-q'))).toBeNull();
  });

  test('nobody learns of earlier mentions, not even moderators and the mentioned people', () => {
    const debate = aNamingDebate();
    expect(names(toSnapshot(debate.state), 'emil')).toBe(true);
    for (const audience of AUDIENCES)
      for (const who of [null, 'olga', 'dana', 'emil', 'susi']) {
        const shown = projectState(debate.state, audience, who);
        expect(shown.comments.get('m-n')?.text).toBe('So <@---->');
        expect(shown.comments.get('m-o')?.text).toHaveLength(`So ${mentionOf('emil')}?`.length);
        expect(
          names([toSnapshot(shown), packSnapshot(toSnapshot(shown))], 'emil'),
          `${audience} ${who}`,
        ).toBe(false);
        expect(names(projectOwnPart(debate.state, audience, who), 'emil')).toBe(false);
      }
    expect(piecesOf('So <@---->')).toEqual([
      { kind: 'text', text: 'So ' },
      { kind: 'person', id: '' },
    ]);
  });
});

describe('[CO3] a comment becomes a claim', () => {
  const aCommented = () => aDebate().does('dana', named('**Tariffs** hurt *us*, and 关税 🙂 too.'));

  test('by its author with any words, by moderators with words that stand there', () => {
    const debate = aCommented();
    expect(debate.refusal('dana', becomes('Something else'))).toBeNull();
    expect(debate.refusal('olga', becomes('Something else'))).toBe('words_of_others');
    expect(debate.refusal('olga', becomes('Tariffs hurt us, and 关税'))).toBeNull();
    expect(debate.refusal('olga', becomes('Tariffs us'))).toBe('words_of_others');
    expect(debate.refusal('emil', becomes('Tariffs hurt us'))).toBe('not_allowed');
    expect(debate.refusal('olga', becomes('Tariffs', 'm-zz'))).toBe('unknown_comment');
    expect(isQuotedFrom('🙂🙂', '🙂')).toBe(true);
    expect(isQuotedFrom('关税也很重要', '也很')).toBe(true);
    expect(isQuotedFrom('…?', '?')).toBe(true);
    // Trimmed to a sentence, its first letter may be raised, and no other.
    expect(isQuotedFrom('I think that tariffs hurt', 'Tariffs hurt')).toBe(true);
    expect(isQuotedFrom('I think that tariffs hurt', 'Tariffs Hurt')).toBe(false);
    expect(isQuotedFrom(`say ${mentionOf('dana')} more`, 'dana')).toBe(false);
  });

  test('which is its author’s, though others made it; its undo retracts it', () => {
    const debate = aCommented().does('olga', becomes('Tariffs hurt us'));
    expect(debate.state.claims.get('c-n')?.author).toBe('dana');
    expect(debate.entries.at(-1)).toMatchObject({ actor: 'olga', author: 'dana' });
    expect(debate.state.origins.get('c-n')).toEqual({ id: 'c-n', comment: 'm-n' });
    expect(debate.refusal('olga', retract('c-n'))).toBeNull();
  });

  test('is shown with it to everyone who sees both', () => {
    const debate = aCommented().does('olga', becomes('Tariffs hurt us'));
    const seen = (who: string) => debate.projection(who).origins.size;
    expect(seen('emil')).toBe(1);
    debate.does('olga', hide('m-n'));
    expect([seen('emil'), seen('mona'), seen('dana')]).toEqual([0, 1, 1]);
    debate.does('olga', bringBack('m-n'), hide('c-n'));
    expect([seen('emil'), seen('mona')]).toEqual([0, 1]);
    debate.does('olga', bringBack('c-n'));
    expect(seen('emil')).toBe(1);
  });

  test('not one that was withdrawn, nor a hidden one of someone else', () => {
    const debate = aCommented().does('olga', hide('m-n'));
    expect(debate.refusal('olga', becomes('Tariffs'))).toBe('content_hidden');
    expect(debate.refusal('emil', becomes('Tariffs'))).toBe('unknown_comment');
    debate.does('olga', bringBack('m-n')).does('dana', { type: 'comment.withdraw', commentId: 'm-n' });
    expect(debate.refusal('dana', becomes('Tariffs'))).toBe('comment_withdrawn');
  });

  test('and still is what was made of it when it comes in from a file', () => {
    const debate = aCommented().does('olga', becomes('Tariffs hurt us'));
    const file = withPeople(debate.state, new Map(), 'names');
    const entries = entriesOf(file, { ownerId: 'olga', visibility: 'private', now: 9_000 });
    const added = entries.find(({ effect }) => effect.type === 'claim.added' && effect.claimId === 'c-n');
    expect(added).toMatchObject({ author: 'dana', effect: { comment: 'm-n' } });
  });
});

test('[CO4] a file without names names people by what it calls them, or nobody', () => {
  const debate = aDebate().does('dana', named(`So ${mentionOf('emil')}`), named('Hm', 'm-o'));
  debate.does('dana', rewrite(debate, 'm-o', `Hm ${mentionOf('emil')}`));
  const called = new Map([['emil', 'Emil']]);
  const text = (choice: 'names' | 'pseudonyms' | 'none') =>
    withPeople(debate.state, called, choice).state.comments.get('m-n')?.text;
  expect(text('names')).toBe(`So ${mentionOf('emil')}`);
  expect(text('pseudonyms')).toMatch(/^So <@person-\d>$/);
  expect(text('none')).toBe('So <@---->');
  for (const choice of ['pseudonyms', 'none'] as const)
    expect(names(toSnapshot(withPeople(debate.state, called, choice).state), 'emil')).toBe(false);
});
