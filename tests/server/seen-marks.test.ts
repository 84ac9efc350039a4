import { describe, expect, test } from 'vitest';
import { fromSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { READ_MARKS_AT_ONCE } from '../../domain/protocol/read-marks-messages.ts';
import type { SentReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { unreadItems } from '../../domain/unread/unread-items.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';

let clock = Date.parse('2026-03-02T09:00:00Z');
withTestServer(() => startTestServer({ now: () => clock }));

/** Sends read marks, and answers the merged ones. */
async function seenBy(who: LiveClient, marks: object = {}): Promise<SentReadMarks> {
  const answer = await who.socket.emitWithAck('seen', marks);
  return answer.ok ? answer.seen : expect.fail(answer.rejection.code);
}

/** The read marks a connection receives. */
function heard({ socket }: LiveClient): SentReadMarks[] {
  const received: SentReadMarks[] = [];
  socket.on('seen', (seen) => void received.push(seen));
  return received;
}

describe('[NW3] read marks', () => {
  test('begins with their first visit, merges what their devices send, and is sent only to these', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const [phone, ben] = [await connect({ cookie: ann.cookie }), await join(debateId, 'Ben')];
    await phone.open(debateId);
    const [onPhone, byBen] = [heard(phone), heard(ben)];
    const first = await seenBy(ann);
    expect(first).toEqual({ until: ann.snapshot().at, left: ann.snapshot().at, later: [] });
    clock += 1_000;
    await ben.submit(claim('a'));
    await ben.submit(claim('b'));
    await ann.seen(ben.snapshot().seq);
    const { at } = ben.snapshot();
    // At once, from both: neither overwrites the other.
    await Promise.all([
      seenBy(ann, { later: [['c_a', at]] }),
      seenBy(phone, { later: [['c_b', at]] }),
      seenBy(ann, { left: at }),
    ]);
    const joined = await seenBy(phone);
    expect(joined).toMatchObject({ until: first.until, left: at });
    expect(new Map(joined.later)).toEqual(
      new Map([
        ['c_a', at],
        ['c_b', at],
      ]),
    );
    await expect.poll(() => onPhone.at(-1)?.left).toBe(at);
    expect(byBen).toEqual([]);
    expect((await seenBy(ben)).later).toEqual([]);
  });

  test('begins when they join, even if they leave before anything is sent', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    const joinedAt = clock;
    ann.close();
    clock += 7 * 24 * 60 * 60 * 1_000;
    await ben.submit(claim('a'));
    const phone = await connect({ cookie: ann.cookie });
    await phone.open(debateId);
    expect(await seenBy(phone)).toEqual({ until: joinedAt, left: joinedAt, later: [] });
  });

  test('is what they come back to after weeks', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await ann.submit(claim('a'));
    await seenBy(ann, { left: ann.snapshot().at });
    const left = ann.snapshot().at;
    ann.close();
    for (const [index, key] of ['b', 'c', 'd'].entries()) {
      clock += 7 * 24 * 60 * 60 * 1_000;
      if (index < 2) await ben.submit(claim(key));
    }
    const phone = await connect({ cookie: ann.cookie });
    const welcome = await phone.open(debateId);
    const { until, later, left: lastVisit } = await seenBy(phone);
    expect(lastVisit).toBeLessThanOrEqual(left);
    const me = welcome.ok ? welcome.participantId : null;
    const seen = { until, left: lastVisit, later: new Map(later) };
    const view = fromSnapshot(phone.snapshot());
    expect(unreadItems(view, me, { seen }).map(({ id }) => id)).toEqual(['c_c', 'c_b']);
    await seenBy(phone, { until: view.at });
    const again = await seenBy(phone);
    expect(unreadItems(view, me, { seen: { ...seen, until: again.until } })).toEqual([]);
  });

  test('are refused if they are in the future, from a non-participant, or malformed', async () => {
    const debateId = await makeDebate();
    const [ann, reader] = [await join(debateId, 'Ann'), await connect()];
    await reader.open(debateId);
    const far = Number.MAX_SAFE_INTEGER;
    expect(await seenBy(ann, { until: far, left: far, later: [['c_a', far]] })).toEqual({
      until: ann.snapshot().at,
      left: ann.snapshot().at,
      later: [],
    });
    expect(await reader.socket.emitWithAck('seen', {})).toMatchObject({ rejection: { code: 'not_joined' } });
    const many = Array.from({ length: READ_MARKS_AT_ONCE + 1 }, (_, index) => [`c_${index}`, 1]);
    for (const wrong of [{ until: -1 }, { later: [['../', 1]] }, { later: many }, { more: 1 }])
      expect(await ann.socket.emitWithAck('seen', wrong as object)).toMatchObject({ ok: false });
  });
});
