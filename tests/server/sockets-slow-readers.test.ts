import { describe, expect, test } from 'vitest';
import type { Pointer, PointerMessage } from '../../domain/protocol/pointer-messages.ts';
import type { PresenceUpdate } from '../../domain/protocol/server-messages.ts';
import type { Caret } from '../../domain/sync/carets.ts';
import { channel, type LiveServer, type LiveSocket } from '../../server/realtime/connection.ts';
import { bytesWaiting } from '../../server/realtime/outgoing-budget.ts';
import { CaretBoard } from '../../server/realtime/presence/caret-board.ts';
import { PointerBoard } from '../../server/realtime/presence/pointer-board.ts';
import { PointerThrottle } from '../../server/realtime/presence/pointer-throttle.ts';
import { PresenceSender } from '../../server/realtime/presence/presence-sender.ts';
import { startBareServer } from '../support/bare-server.ts';
import type { LiveClient } from '../support/live-client.ts';
import { at, boxes } from '../support/pointing.ts';

test('[PE4] a client that does not read gets no more presence, and all of it once it has read', async () => {
  const { io, connect, socketOf, deafen } = await startBareServer();
  const [deaf, healthy] = [await connect(), await connect()];
  const sender = new PresenceSender(io, true);
  const everybody = ['a', 'b'].map((connection) => ({
    connection,
    participantId: 'p',
    at: null,
    writing: false,
  }));
  const send = (update: PresenceUpdate) =>
    sender.send(channel.debate('d'), update, () => ({ here: everybody, gone: [], all: true }));

  const readAgain = await deafen(deaf);
  const waiting = bytesWaiting(socketOf(deaf));
  send({ here: everybody.slice(0, 1), gone: [] });
  send({ here: [], gone: ['z'] });
  expect(bytesWaiting(socketOf(deaf))).toBe(waiting);
  expect(sender.owes).toBe(true);
  await expect.poll(() => healthy.presence.length).toBe(2);

  readAgain();
  await expect.poll(() => bytesWaiting(socketOf(deaf))).toBe(0);
  send({ here: [], gone: [] });
  expect(sender.owes).toBe(false);
  await expect.poll(() => deaf.presence).toEqual([{ here: everybody, gone: [], all: true }]);
  expect(healthy.presence).toHaveLength(2);
});

describe('pointers', () => {
  test('[PE5] a slow client gets pointers that came to rest later, and no others', async () => {
    const { io, connect, deafen } = await startBareServer();
    const [deaf, healthy] = [await connect(), await connect()];
    const { board } = pointersOf(io);
    board.set('ben', at('c_rested'));
    await expect.poll(() => [deaf, healthy].map(boxes)).toEqual([['c_rested'], ['c_rested']]);
    const readAgain = await deafen(deaf);
    for (const box of ['c_way', 'c_rest']) {
      board.set('ann', at(box));
      await expect.poll(() => boxes(healthy).at(-1)).toBe(box);
    }
    readAgain();
    await expect.poll(() => boxes(deaf)).toContain('c_rest');
    board.set('ann', at('c_on'));
    await expect.poll(() => boxes(deaf)).toEqual(['c_rested', 'c_rest', 'c_on']);
    await expect.poll(() => boxes(healthy)).toEqual(['c_rested', 'c_way', 'c_rest', 'c_on']);
  });

  test('[PE6] a pointer that rests at what was hidden since is nowhere to a newcomer', async () => {
    const { io, connect, socketOf } = await startBareServer();
    const ben = await connect();
    let isHidden = false;
    const { board } = pointersOf(io, undefined, (message) =>
      isHidden ? { ...message, over: null, look: null } : message,
    );
    board.set('ann', at('c_now-hidden'));
    await expect.poll(() => boxes(ben)).toEqual(['c_now-hidden']);
    isHidden = true;
    const late = await connect();
    const welcomed = board.welcome(socketOf(late).id, true);
    expect(welcomed.map(({ connection }) => connection)).toEqual(['ann']);
    expect(JSON.stringify(welcomed)).not.toContain('c_now-hidden');
  });

  test('[PE8] an anonymous reader gets pointers that came to rest in a crowd after it', async () => {
    const { io, connect, socketOf } = await startBareServer();
    const [reader, ann] = [await connect(), await connect()];
    await socketOf(ann).join(channel.participants('d'));
    const { board, quiet } = pointersOf(io);
    for (const hand of ['ben', 'cyd']) board.set(hand, at(`c_${hand}`));
    await expect.poll(() => boxes(reader)).toEqual(['c_ben', 'c_cyd']);
    quiet.count(3, 31);
    const late = await connect();
    expect(board.welcome(socketOf(late).id, false)).toEqual([]);
    for (const box of ['c_way', 'c_rest']) {
      board.set('ben', at(box));
      await expect.poll(() => boxes(ann).at(-1)).toBe(box);
    }
    expect(boxes(reader)).toEqual(['c_ben', 'c_cyd']);
    quiet.count(3, 30);
    await expect.poll(() => boxes(late).toSorted()).toEqual(['c_cyd', 'c_rest']);
    board.set('cyd', at('c_on'));
    await expect.poll(() => boxes(reader)).toEqual(['c_ben', 'c_cyd', 'c_rest', 'c_on']);
    await expect.poll(() => boxes(ann)).toEqual(['c_ben', 'c_cyd', 'c_way', 'c_rest', 'c_on']);
  });

  test('[PE3] a hand that moves in a quiet room is nowhere afterwards, on every node', async () => {
    const { io } = await startBareServer();
    const there = pointersOf(io);
    const here = pointersOf(io, (moved) => there.board.hear(moved));
    const welcomed = () =>
      [here, there].map(({ board }) => board.welcome('late', true).map(({ over }) => over?.box));
    for (const hand of ['ann', 'ben']) here.board.set(hand, at(`c_${hand}`));
    await expect.poll(welcomed).toEqual([
      ['c_ann', 'c_ben'],
      ['c_ann', 'c_ben'],
    ]);
    for (const { quiet } of [here, there]) quiet.count(31, 31);
    here.board.set('ann', at('c_quiet'));
    for (const { quiet } of [here, there]) quiet.count(25, 25);
    expect(welcomed()).toEqual([['c_ben'], ['c_ben']]);
  });
});

describe('[SK20] carets', () => {
  test('are sent to a slow client once it has read: once, with their current places and those that ended', async () => {
    const { io, connect, socketOf, deafen } = await startBareServer();
    const [deaf, healthy] = [await connect(), await connect()];
    const board = caretsOf(io);
    for (const [name, client] of Object.entries({ deaf, healthy }))
      write(board, socketOf(client), name, 'c_a', 0);
    board.hear({ here: [caret('ben', 'c_a', 1), caret('cyd', 'c_a', 2)], gone: [] });
    await expect.poll(() => caretsSeenBy(deaf)).toContain('cyd 2');
    const before = deaf.carets.length;

    const readAgain = await deafen(deaf);
    const waiting = bytesWaiting(socketOf(deaf));
    write(board, socketOf(healthy), 'healthy', 'c_a', 7);
    board.hear({ here: [caret('cyd', 'c_a', 3)], gone: ['ben'] });
    await expect.poll(() => healthy.carets.flatMap(({ gone }) => gone)).toEqual(['ben']);
    // A caret that changed here and is in another text by then is sent as ended, without its place.
    board.hear({ here: [caret('cyd', 'c_elsewhere', 4)], gone: [] });
    await expect.poll(() => healthy.carets.flatMap(({ gone }) => gone)).toEqual(['ben', 'cyd']);
    write(board, socketOf(healthy), 'healthy', 'c_a', 8);
    await expect.poll(() => caretsSeenBy(healthy).at(-1)).toBe('healthy 8');
    expect(bytesWaiting(socketOf(deaf))).toBe(waiting);

    readAgain();
    await expect.poll(() => deaf.carets.length).toBeGreaterThan(before);
    write(board, socketOf(healthy), 'healthy', 'c_a', 9);
    await expect.poll(() => caretsSeenBy(deaf).at(-1)).toBe('healthy 9');
    const updates = deaf.carets.slice(before);
    expect(updates.map(({ here }) => here.map(({ head }) => head))).toEqual([[8], [9]]);
    expect(updates.map(({ gone }) => gone)).toEqual([['ben', 'cyd'], []]);
  });

  test('of a text are not sent later to a client that has left it', async () => {
    const { io, connect, socketOf, deafen } = await startBareServer();
    const [deaf, healthy] = [await connect(), await connect()];
    const board = caretsOf(io);
    for (const [name, client] of Object.entries({ deaf, healthy }))
      write(board, socketOf(client), name, 'c_a', 0);
    await expect.poll(() => caretsSeenBy(deaf)).toContain('healthy 0');

    const readAgain = await deafen(deaf);
    write(board, socketOf(healthy), 'healthy', 'c_a', 7);
    await expect.poll(() => caretsSeenBy(healthy)).toContain('healthy 7');
    write(board, socketOf(deaf), 'deaf', 'c_b', 0);
    readAgain();
    // Each is sent an interval after the one before: what was owed would have been sent in between.
    for (const head of [1, 2]) {
      board.hear({ here: [caret('ben', 'c_b', head)], gone: [] });
      await expect.poll(() => caretsSeenBy(deaf)).toContain(`ben ${head}`);
    }
    expect(caretsSeenBy(deaf)).not.toContain('healthy 7');
  });
});

function failed(error: unknown): void {
  throw error;
}

function pointersOf(
  io: LiveServer,
  publishToNodes: (moved: readonly Pointer[]) => void = () => {},
  project: (message: PointerMessage) => PointerMessage = (message) => message,
) {
  const quiet = new PointerThrottle('d', io);
  return {
    quiet,
    board: new PointerBoard('d', { io, quiet, isBarred: () => false, project, publishToNodes, failed }),
  };
}

function caretsOf(io: LiveServer): CaretBoard {
  const parts = { closed: () => {}, isShownTo: () => true, publishToNodes: () => {}, failed };
  return new CaretBoard('d', { io, ...parts, project: (one) => one });
}

function caret(connection: string, text: string, head: number): Caret {
  return { connection, participantId: `of ${connection}`, text, base: 1, anchor: head, head };
}

function write(board: CaretBoard, socket: LiveSocket, connection: string, text: string, head: number): void {
  const { participantId, ...message } = caret(connection, text, head);
  board.set(socket, { connection, participantId }, message);
}

/** The carets a client received, in order, each with its place. */
function caretsSeenBy({ carets }: LiveClient): string[] {
  return carets.flatMap(({ here }) => here).map(({ connection, head }) => `${connection} ${head}`);
}
