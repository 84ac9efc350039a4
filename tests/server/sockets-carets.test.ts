import { describe, expect, test, vi } from 'vitest';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { CaretMessage } from '../../domain/protocol/caret-messages.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { TextSealer } from '../../server/realtime/text-sealer.ts';
import { opening } from '../simulation/opening.ts';
import { editTo } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, ownDebate, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

withTestServer();

const at = (text: string | null, head = 0): CaretMessage => ({ text, base: 1, anchor: head, head });
const sendCaret = (who: LiveClient, caret: CaretMessage) => who.socket.emitWithAck('caret', caret);
const headsSentTo = ({ carets }: LiveClient) =>
  carets.flatMap(({ here }) => here).map(({ participantId, head }) => [participantId, head]);

describe('[SK20] carets', () => {
  test('are sent, batched, to people who have the same text open, and end with the editor', async () => {
    const debateId = await makeDebate();
    const [ann, ben, cyd] = [
      await join(debateId, 'Ann'),
      await join(debateId, 'Ben'),
      await join(debateId, 'Cyd'),
    ];
    await Promise.all([ann.submit(claim('a')), ann.submit(claim('b'))]);
    await sendCaret(ann, at('c_a', 3));
    await sendCaret(cyd, at('c_b', 1));
    await sendCaret(ben, at('c_a', 5));
    await expect.poll(() => headsSentTo(ben)).toContainEqual([ann.id, 3]);
    await expect.poll(() => headsSentTo(ann)).toContainEqual([ben.id, 5]);
    await Promise.all(upTo(30).map((step) => sendCaret(ann, at('c_a', 9 + step))));
    await expect.poll(() => headsSentTo(ben)).toContainEqual([ann.id, 39]);
    expect(headsSentTo(ben).filter(([id]) => id === ann.id).length).toBeLessThan(30);
    await sendCaret(ann, at(null));
    await expect.poll(() => ben.carets.flatMap(({ gone }) => gone)).toContain(ann.connection);
    expect(headsSentTo(cyd).filter(([id]) => id !== cyd.id)).toEqual([]);
  });

  test('are those of participants alone, and nothing that lasts', async () => {
    const debateId = await makeDebate();
    const [ann, ben, reader] = [await join(debateId, 'Ann'), await join(debateId, 'Ben'), await connect()];
    await ann.submit(claim('a'));
    await reader.open(debateId);
    await Promise.all([sendCaret(ben, at('c_a')), sendCaret(reader, at('c_a', 1))]);
    await sendCaret(ann, at('c_a', 2));
    await expect.poll(() => headsSentTo(ben)).toContainEqual([ann.id, 2]);
    expect(new Set(headsSentTo(ann).map(([id]) => id))).toEqual(new Set([ben.id]));
    expect(headsSentTo(reader)).toEqual([]);
    const later = await connect();
    await later.open(debateId);
    expect(later.snapshot().seq).toBe(ann.snapshot().seq);
    expect(await ann.socket.emitWithAck('caret', { ...at('c_a'), head: -1 })).toMatchObject({ ok: false });
  });

  test('in what is no text of the debate are refused, and leave the one before where it is', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await ann.submit(claim('a'));
    await Promise.all([sendCaret(ann, at('c_a', 1)), sendCaret(ben, at('c_a', 2))]);
    for (const text of ['c_nowhere', 'c_a.note', 's_nowhere.excerpt']) {
      expect(await sendCaret(ann, at(text))).toEqual({ ok: false, rejection: { code: 'unknown_target' } });
    }
    await sendCaret(ann, at('c_a', 3));
    await expect.poll(() => headsSentTo(ben)).toContainEqual([ann.id, 3]);
    expect(ben.carets.flatMap(({ gone }) => gone)).toEqual([]);
  });

  test('are sent no longer to those from whom the text was hidden since they opened it', async () => {
    const { debateId, owner } = await ownDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await ann.submit(claim('a'));
    await Promise.all([owner, ann, ben].map((who) => sendCaret(who, at('c_a', 1))));
    await expect.poll(() => headsSentTo(ben)).toContainEqual([ann.id, 1]);
    await owner.submit({ type: 'content.hide', ids: ['c_a'], reason: 'off topic', note: '' });
    await sendCaret(ann, at('c_a', 2));
    await expect.poll(() => headsSentTo(owner)).toContainEqual([ann.id, 2]);
    await expect.poll(() => ann.carets.flatMap(({ gone }) => gone)).toContain(ben.connection);
    await sendCaret(owner, at('c_a', 3));
    await expect.poll(() => headsSentTo(ann)).toContainEqual([expect.any(String), 3]);
    expect(headsSentTo(ben).filter(([, head]) => head !== 1)).toEqual([]);
  });
});

describe('[SK21] a wording is sealed by the server', () => {
  test('when its last editor is closed, and when its connection is gone', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await ann.submit(claim('a', 'one'));
    await Promise.all([sendCaret(ann, at('c_a')), sendCaret(ben, at('c_a'))]);
    await type(ann, 'c_a', 1, [3, [0, ' two']]);
    await type(ben, 'c_a', 2, [7, [0, ' three']]);
    await sendCaret(ann, at(null));
    ben.close();
    await expect.poll(() => wordingOf(ann)).toBe(2);
    const sealed = ann.frames
      .flatMap(({ entries }) => entries)
      .filter(({ effect }) => effect.type === 'text.sealed');
    expect(sealed).toMatchObject([{ actor: 'system', effect: { text: 'c_a' } }]);
  });

  test('an edit on its way when the editor closes is sealed with the rest', async () => {
    const ann = await join(await makeDebate(), 'Ann');
    await ann.submit(claim('a', 'one'));
    await sendCaret(ann, at('c_a'));
    const typed = type(ann, 'c_a', 1, [3, [0, ' two']]);
    await Promise.all([typed, sendCaret(ann, at(null))]);
    await expect.poll(() => wordingOf(ann)).toBe(2);
  });

  test('not because someone else closes it, while its writer is not heard of as one', async () => {
    const room = await aRoom();
    let isOpen = true;
    const sealer = new TextSealer(room, () => isOpen, new AbortController().signal, 60_000);
    const close = (who: string) => {
      isOpen = false;
      sealer.closed('c-a', who);
    };
    await room.submit(toSubmission('dana', 'tab-dana', 1, editTo(room.state, 'c-a', 'one two')));
    close('emil');
    // Whatever was asked for before this is decided before it.
    await room.submit(toSubmission('emil', 'tab-emil', 1, editTo(room.state, 'c-b', 'other')));
    expect(room.state.claims.get('c-a')?.wording).toBe(1);
    close('dana');
    await expect.poll(() => room.state.claims.get('c-a')?.wording).toBe(2);
    await room.submit(toSubmission('emil', 'tab-emil', 2, editTo(room.state, 'c-a', 'one')));
    await expect.poll(() => room.state.claims.get('c-a')?.wording).toBe(3);
  });

  test('when nobody has changed it for a while, though it is open; also one a server before left', async () => {
    const room = await aRoom();
    const edit = editTo(room.state, 'c-a', 'one two three four five');
    await room.submit(toSubmission('dana', 'tab-dana', 1, edit));
    expect(room.state.claims.get('c-a')?.wording).toBe(1);
    const never = new AbortController();
    // Begins with the text unsealed, as a server does that starts.
    new TextSealer(room, () => true, never.signal, 20);
    await expect.poll(() => room.state.claims.get('c-a')?.wording).toBe(2);
    await room.submit(toSubmission('dana', 'tab-dana', 2, editTo(room.state, 'c-a', 'one')));
    await expect.poll(() => room.state.claims.get('c-a')?.wording).toBe(3);
  });

  test('after another pause, if the server could not take it at that moment', async () => {
    const room = await aRoom();
    await room.submit(toSubmission('dana', 'tab-dana', 1, editTo(room.state, 'c-a', 'one two')));
    const submit = vi.spyOn(room, 'submit');
    for (const code of ['busy', 'unavailable'] as const)
      submit.mockResolvedValueOnce({ ok: false, rejection: { code } });
    new TextSealer(room, () => true, new AbortController().signal, 20);
    await expect.poll(() => room.state.claims.get('c-a')?.wording).toBe(2);
    expect(submit).toHaveBeenCalledTimes(3);
  });

  test('nobody else may ask for it', async () => {
    const ann = await join(await makeDebate(), 'Ann');
    await ann.submit(claim('a', 'one'));
    await type(ann, 'c_a', 1, [3, [0, ' two']]);
    expect(await ann.submit({ type: 'text.seal', text: 'c_a' })).toEqual({
      ok: false,
      rejection: { code: 'not_allowed' },
    });
  });
});

async function type(who: LiveClient, claimId: string, base: number, change: [number, [number, string]]) {
  const answer = await who.submit({ type: 'claim.edit', claimId, base, change });
  expect(answer).toMatchObject({ ok: true });
}

function wordingOf(who: LiveClient): number | undefined {
  return who.snapshot().claims.find(({ id }) => id === 'c_a')?.wording;
}

async function aRoom(): Promise<DebateRoom> {
  const log = new MemoryLog();
  const first = createEntries(EMPTY_STATE, opening('shared'), 'olga', 1);
  if (!first.ok) throw new Error(first.rejection.code);
  await log.createDebate({ id: 'd', title: 'A debate', visibility: 'public', listing: {} }, first.entries);
  const fail = (error: unknown) => {
    throw error;
  };
  return new DebateRoom('d', evolveAll(first.state, []), log, new GroupCommit(log, Date.now, fail));
}
