import { describe, expect, test } from 'vitest';
import type { SentSeen } from '../../domain/news/sent-seen.ts';
import { SEEN_AT_ONCE } from '../../domain/protocol/seen-messages.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, withTestServer } from '../support/live-debates.ts';

withTestServer();

/** All that somebody has seen, with what they tell. */
async function seenBy(who: LiveClient, told: object = {}): Promise<SentSeen> {
  const answer = await who.socket.emitWithAck('seen', told);
  return answer.ok ? answer.seen : expect.fail(answer.rejection.code);
}

/** What a connection hears of it. */
function heard({ socket }: LiveClient): SentSeen[] {
  const told: SentSeen[] = [];
  socket.on('seen', (seen) => void told.push(seen));
  return told;
}

describe('[NW3] what somebody has seen', () => {
  test('begins with their first coming, is joined of what their devices tell, and told to these alone', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const [phone, ben] = [await connect({ cookie: ann.cookie }), await join(debateId, 'Ben')];
    await phone.open(debateId);
    const [onPhone, byBen] = [heard(phone), heard(ben)];
    const first = await seenBy(ann);
    expect(first).toEqual({ until: ann.snapshot().at, left: ann.snapshot().at, later: [] });
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
      new Map(
        at > first.until
          ? [
              ['c_a', at],
              ['c_b', at],
            ]
          : [],
      ),
    );
    await expect.poll(() => onPhone.at(-1)?.left).toBe(at);
    expect(byBen).toEqual([]);
    expect((await seenBy(ben)).later).toEqual([]);
  });

  test('is nothing of the future, of who does not take part, or of another shape', async () => {
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
    const many = Array.from({ length: SEEN_AT_ONCE + 1 }, (_, index) => [`c_${index}`, 1]);
    for (const wrong of [{ until: -1 }, { later: [['../', 1]] }, { later: many }, { more: 1 }])
      expect(await ann.socket.emitWithAck('seen', wrong as object)).toMatchObject({ ok: false });
  });
});
