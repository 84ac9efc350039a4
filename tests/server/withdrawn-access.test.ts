import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { Role } from '../../domain/debate/participants/participant.ts';
import { parley } from '../../server/handle.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';

/**
 * Access withdrawn from a person in each of three situations: typing into an open editor,
 * with an operation queued while they were away, and with a connection open that goes on receiving.
 */

withTestServer();

interface Withdrawn {
  /** Their role before; or an anonymous reader. */
  readonly before: Role | 'reader';
  /** Takes it from them: by the owner, or by themselves. */
  readonly by: (participantId: string) => Operation | 'signs out';
  /** The refusal they get afterwards, over a connection that stays or a new one. */
  readonly refused: RejectionCode;
  /** The answer to a new connection: the debate, as they may read it now, or why not. */
  readonly opened: 'reads' | RejectionCode;
  /** True if their connection ends. Otherwise they keep reading what everyone reads. */
  readonly ends: boolean;
}

const admit =
  (membership: 'removed' | 'banned') =>
  (participantId: string): Operation => ({
    type: 'participant.setMembership',
    participantId,
    membership,
    reason: 'other',
  });
const appoint =
  (role: 'observer') =>
  (participantId: string): Operation => ({ type: 'participant.appoint', participantId, role });

/** In a private debate, except where it is only about to become one. */
const WITHDRAWN: Readonly<Record<string, Withdrawn>> = {
  'role lowered': {
    before: 'debater',
    by: appoint('observer'),
    refused: 'not_allowed',
    opened: 'reads',
    ends: false,
  },
  'moderator lowered': {
    before: 'moderator',
    by: appoint('observer'),
    refused: 'not_allowed',
    opened: 'reads',
    ends: true,
  },
  muted: {
    before: 'debater',
    by: (participantId) => ({ type: 'participant.mute', participantId, muted: true, reason: 'other' }),
    refused: 'muted',
    opened: 'reads',
    ends: false,
  },
  removed: { before: 'debater', by: admit('removed'), refused: 'not_joined', opened: 'removed', ends: true },
  banned: { before: 'debater', by: admit('banned'), refused: 'not_joined', opened: 'banned', ends: true },
  'signed out': {
    before: 'debater',
    by: () => 'signs out',
    refused: 'not_signed_in',
    opened: 'debate_not_found',
    ends: true,
  },
  'debate closed': {
    before: 'debater',
    by: () => ({ type: 'debate.setStatus', status: 'closed' }),
    refused: 'debate_closed',
    opened: 'reads',
    ends: false,
  },
  'debate made private': {
    before: 'reader',
    by: () => ({ type: 'debate.setVisibility', visibility: 'private' }),
    refused: 'not_signed_in',
    opened: 'debate_not_found',
    ends: true,
  },
};

const CASES = Object.entries(WITHDRAWN);
const isThere = (client: LiveClient) => client.socket.connected;

/** Someone in a debate with a claim of its owner's in it, and how what they have is taken from them. */
async function started({ before, by }: Withdrawn) {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const does = async (operation: Operation): Promise<number> => {
    const answer = await owner.submit(operation);
    return answer.ok ? answer.seq : expect.fail(`${operation.type}: ${answer.rejection.code}`);
  };
  await does(claim('text', 'Word'));
  if (before === 'reader') await does({ type: 'debate.configure', guests: 'none' });
  const ann = before === 'reader' ? await reader(debateId) : await join(debateId, 'Ann');
  if (before === 'moderator') {
    await does({ type: 'participant.appoint', participantId: ann.id, role: before });
    await ann.closed;
  }
  if (before !== 'reader') await does({ type: 'debate.setVisibility', visibility: 'private' });
  /** Takes it, and answers the last entry before which something of theirs may stand. */
  const withdraw = async (): Promise<number> => {
    const operation = by(ann.id);
    if (operation !== 'signs out') return does(operation);
    const person = await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }));
    await parley().auth.signOut(person ?? expect.fail('nobody'));
    // Operations already received from the connection are decided in order before this.
    return does(claim('mark'));
  };
  return { debateId, owner, does, ann, withdraw };
}

async function reader(debateId: string): Promise<LiveClient & { cookie: string; id: string }> {
  const client = await connect();
  expect(await client.open(debateId)).toMatchObject({ ok: true, participantId: null });
  return { ...client, cookie: '', id: '' };
}

/** A connection of theirs, with the debate open. */
async function opened(debateId: string, cookie: string, clientId?: string): Promise<LiveClient> {
  const client = await connect({ cookie, ...(clientId && { clientId }) });
  expect(await client.open(debateId)).toMatchObject({ ok: true });
  return client;
}

/** The code of the refusal; `gone` if the connection ended before an answer. */
async function refusalOf(client: LiveClient, operation: Operation): Promise<string> {
  if (!isThere(client)) return 'gone';
  const answer = await client.submit(operation).catch(() => null);
  if (answer === null) return 'gone';
  return answer.ok ? 'taken' : answer.rejection.code;
}

/** The whole log, as its owner receives it. */
async function entriesOf(owner: LiveClient, upTo: number) {
  await owner.seen(upTo);
  return owner.frames.flatMap(({ entries }) => [...entries]);
}

describe('[RO6] [LI1] typing when it is taken: nothing typed later is in the text', () => {
  test.each(CASES)('%s', async (_, withdrawn) => {
    const { debateId, owner, does, ann, withdraw } = await started(withdrawn);
    const typist = isThere(ann) ? ann : await opened(debateId, ann.cookie);
    await owner.socket.emitWithAck('caret', { text: 'c_text', base: 1, anchor: 0, head: 0 });
    await typist.socket.emitWithAck('caret', { text: 'c_text', base: 1, anchor: 4, head: 4 });
    let typed = 0;
    const answers: Promise<string>[] = [];
    /** One key, on top of all before, whether or not they were taken. */
    const type = () => {
      typed += 1;
      const change = [3 + typed, [0, 'x']] as [number, [number, string]];
      answers.push(refusalOf(typist, { type: 'claim.edit', claimId: 'c_text', base: typed, change }));
    };
    for (let key = 0; key < 15; key += 1) type();
    const under = withdraw();
    for (let key = 0; key < 15; key += 1) type();
    const until = await under;
    for (let key = 0; key < 5; key += 1) type();
    const outcomes = await Promise.all(answers);
    const last = withdrawn.refused === 'debate_closed' ? until : await does(claim('last'));
    const theirs = (await entriesOf(owner, last)).filter(({ actor, effect }) => {
      return actor === ann.id && effect.type === 'claim.edited';
    });
    for (const { seq } of theirs) expect(seq).toBeLessThan(until);
    expect(outcomes.slice(-5)).not.toContain('taken');
    // Acknowledged operations are there, once, and nothing else.
    expect(theirs.length).toBeGreaterThanOrEqual(outcomes.filter((outcome) => outcome === 'taken').length);
    const text = owner.snapshot().claims.find(({ id }) => id === 'c_text')?.text;
    expect(text).toBe(`Word${'x'.repeat(theirs.length)}`);
    expect(isThere(typist)).toBe(!withdrawn.ends);
    if (withdrawn.ends && withdrawn.before !== 'reader')
      await expect.poll(() => owner.carets.flatMap(({ gone }) => gone).length).toBeGreaterThan(0);
  });
});

describe('[RO6] [RO9] queued when it is taken: what comes later is refused, and nothing of it is there', () => {
  test.each(CASES)('%s', async (_, withdrawn) => {
    const { debateId, owner, does, ann, withdraw } = await started(withdrawn);
    ann.close();
    const clientId = `tab_queued_${debateId}`;
    const before = await connect({ cookie: ann.cookie, clientId });
    await before.open(debateId);
    const stored = withdrawn.before === 'reader' ? null : await before.submit(claim('stored'), 1);
    before.close();
    await withdraw();

    const again = await connect({ cookie: ann.cookie, clientId });
    const welcome = await again.open(debateId, 0, [1, 2]);
    expect(welcome.ok ? 'reads' : welcome.rejection.code).toBe(withdrawn.opened);
    const answer = await again.submit(claim('queued'), 2);
    expect(answer).toMatchObject({ ok: false, rejection: { code: withdrawn.refused } });
    expect(await again.submit({ type: 'claim.retract', claimId: 'c_stored' }, 3)).toMatchObject({
      ok: false,
    });
    if (stored?.ok) {
      // Operations stored before count; asked about again, they have the same answer.
      const known = 'answers' in welcome ? welcome.answers : [];
      if (withdrawn.by('') !== 'signs out') expect(known).toEqual([[1, stored]]);
    }
    const seq = withdrawn.refused === 'debate_closed' ? owner.snapshot().seq : await does(claim('last'));
    const added = (await entriesOf(owner, seq)).flatMap(({ effect }) =>
      effect.type === 'claim.added' ? [effect.claimId] : [],
    );
    expect(added).not.toContain('c_queued');
    expect(added.includes('c_stored')).toBe(stored !== null);
  });
});

describe('[RO8] [LI5] receiving when access is withdrawn: nothing that is now hidden is delivered', () => {
  test.each(CASES)('%s', async (_, withdrawn) => {
    const { debateId, does, ann, withdraw } = await started(withdrawn);
    const tab = isThere(ann) ? ann : await opened(debateId, ann.cookie);
    const heard: unknown[] = [];
    tab.socket.onAny((...event) => heard.push(event));
    const until = await withdraw();
    if (withdrawn.refused === 'debate_closed') {
      await tab.seen(until);
      expect(isThere(tab)).toBe(true);
      return;
    }
    const seq = await does(claim('after', 'Said afterwards'));
    if (withdrawn.ends) {
      await tab.closed;
      expect(JSON.stringify(heard)).not.toContain('Said afterwards');
      expect(tab.closings).toEqual([{ reason: 'access_changed' }]);
    } else {
      await tab.seen(seq);
      expect(JSON.stringify(heard)).toContain('Said afterwards');
    }
    if (withdrawn.before !== 'moderator') return;
    // A former moderator keeps reading, without content for moderators.
    await does({ type: 'content.hide', ids: ['c_after'], reason: 'abusive', note: '' });
    const anew = await opened(debateId, ann.cookie);
    expect(JSON.stringify(anew.snapshot())).not.toContain('Said afterwards');
  });
});
