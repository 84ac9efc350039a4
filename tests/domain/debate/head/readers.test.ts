import { expect, test } from 'vitest';
import { type DebateHead, VISIBILITIES, type Visibility } from '#domain/debate/head/head.ts';
import { isWider, letsIn, readersByAddress, shutsOut } from '#domain/debate/head/readers.ts';
import { aDebate } from '#tests/support/debate-builder.ts';

const HEAD = aDebate().state.head ?? expect.fail();
const withSettings = (settings: Partial<DebateHead['settings']>): DebateHead => ({
  ...HEAD,
  settings: { ...HEAD.settings, ...settings },
});

test.each([
  ['public debate', HEAD, 'debater', true],
  ['unlisted one', { ...HEAD, visibility: 'unlisted' as const }, 'debater', true],
  ['private one', { ...HEAD, visibility: 'private' as const }, 'private', false],
  ['closed one', { ...HEAD, status: 'closed' as const }, 'none', false],
  ['one without guests', withSettings({ guests: 'none' }), 'none', false],
  ['one that guests observe', withSettings({ guests: 'observer' }), 'observer', true],
  ['one for accounts', withSettings({ accounts: true }), 'accounts', true],
])('[KT3] the address of a %s lets in whom it should', (_, head, readers, isWayIn) => {
  expect([readersByAddress(head), letsIn(head)]).toEqual([readers, isWayIn]);
});

test('a visibility is wider, shuts readers out, or neither', () => {
  const changes = VISIBILITIES.flatMap((now) =>
    VISIBILITIES.map((wanted): [Visibility, Visibility] => [now, wanted]),
  );
  const named = (is: typeof isWider) =>
    changes.filter(([now, wanted]) => is(wanted, now)).map((change) => change.join(' to '));
  expect(named(isWider)).toEqual(['unlisted to public', 'private to public', 'private to unlisted']);
  expect(named(shutsOut)).toEqual(['public to private', 'unlisted to private']);
});
