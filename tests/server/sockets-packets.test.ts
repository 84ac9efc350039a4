import { beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { READ_MARKS_AT_ONCE } from '../../domain/protocol/read-marks-messages.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, join, makeDebate, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';
import { connectRaw } from '../support/raw-socket.ts';

const MANY = ALLOWANCES.packets.socket.burst * 2;

const server = withTestServer();
let calm: LiveClient;

beforeEach(async () => {
  calm = await join(await makeDebate(), 'Calm');
});

/** The other connection goes on, whatever one has sent. */
async function calmGoesOn(): Promise<void> {
  expect(await calm.socket.emitWithAck('clock', {})).toMatchObject({ ok: true });
}

describe('packets that are not events', () => {
  test.each([
    ['acknowledgements that nobody asked for', '431[]'],
    ['connects to a namespace there is not', '40/x,'],
    ['pongs', '3'],
    ['packets that say nothing', '6'],
  ])('[SK27] many %s end their connection, and no other', async (_, packet) => {
    const hostile = await connectRaw(server().origin);
    for (const _ of upTo(MANY)) hostile.send(packet);
    await hostile.closed;
    await calmGoesOn();
  });

  test('[SK27] many pings of the WebSocket end their connection, and no other', async () => {
    const address = `${server().origin.replace('http', 'ws')}${LIVE_PATH}/?EIO=4&transport=websocket`;
    const hostile = new WebSocket(address, { headers: { origin: server().origin } });
    await new Promise((resolve) => hostile.once('open', resolve));
    const closed = new Promise((resolve) => hostile.once('close', resolve));
    for (const _ of upTo(MANY)) hostile.ping('x');
    await closed;
    await calmGoesOn();
  });

  test('[SK27] their connection is cut where its client reads nothing, too', async () => {
    const hostile = await connectRaw(server().origin);
    hostile.pause();
    const goesOn = () => {
      for (const _ of upTo(MANY)) hostile.send('431[]');
      return hostile.isOpen;
    };
    await expect.poll(goesOn).toBe(false);
    await calmGoesOn();
  });

  test('[SK27] a few of them do no harm to their own connection', async () => {
    const client = await connectRaw(server().origin);
    for (const _ of upTo(ALLOWANCES.packets.socket.burst / 2)) client.send('431[]');
    expect(await client.ask('["clock",{}]')).toMatchObject({ ok: true });
    client.end();
  });
});

describe('messages', () => {
  test('[SK27] many of no shape end their connection, and no other', async () => {
    const hostile = await connectRaw(server().origin);
    for (const n of upTo(1_000)) hostile.send(`42${n}["clock",{"now":[]}]`);
    await hostile.closed;
    await calmGoesOn();
  });

  test('[SK27] of as many parts as the protocol allows are taken', async () => {
    const at = calm.timeOf(calm.snapshot().seq);
    const later = upTo(READ_MARKS_AT_ONCE).map((n): [string, number] => [`c_seen${n}`, at]);
    expect(await calm.socket.emitWithAck('seen', { later })).toMatchObject({ ok: true });
    const change = Array.from({ length: LIMITS.editParts / 2 }, () => [1, [0, '[{:\\"']] as const).flat();
    await calm.submit(claim('a', 'x'.repeat(LIMITS.editParts / 2)));
    const edit = { type: 'claim.edit', claimId: 'c_a', base: 1, change } as const;
    expect(await calm.submit(edit)).toMatchObject({ rejection: { code: 'text_too_long' } });
  });
});
