import { expect } from 'vitest';
import { SecretBox } from '../../server/auth/secrets/secret-box.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { StateCheckpoints } from '../../server/log/snapshots/state-checkpoints.ts';
import { NO_METERS } from '../../server/metrics/meters.ts';
import { startDatabase } from './database.ts';
import { makeDebate, submitAs } from './log-node.ts';

/** People who may be made moderators, so that their webhooks are delivered. */
export const MAKERS = ['u_one', 'u_two', 'u_three', 'u_four'];

/** A debate in a database of its own, and what delivers its webhooks by a clock of the test's. */
export async function hookedDebate() {
  const { database, stop } = await startDatabase();
  const log = new DatabaseLog(database);
  const failed = (error: unknown) => expect.fail(String(error));
  const rooms = new Rooms(log, new GroupCommit(log, Date.now, failed), failed);
  const sealer = new SecretBox(['a secret of the server, long enough'], 'parley webhooks');
  await makeDebate(log, 'd_hooked', ['u_dana', ...MAKERS]);
  const room = (await rooms.enter('d_hooked')) ?? expect.fail('no room');
  // Ahead of the real time, by which webhooks are made.
  const at = { now: Date.now() + 86_400_000 };
  const row = { debateId: 'd_hooked', madeBy: 'm_owner', cursor: room.state.seq };
  const sealed = sealer.seal('whsec_c2VjcmV0');
  return {
    room,
    at,
    parts: {
      database,
      log,
      rooms,
      moments: new StateCheckpoints(log, failed),
      sealer,
      reach: 'any' as const,
      meters: NO_METERS,
      now: () => at.now,
      failed,
    },
    hook: (id: string, url: string, more: { failures?: number; madeBy?: string } = {}) =>
      database.prisma.webhook.create({ data: { ...row, id, url, sealed, ...more } }),
    appointMakers: async () => {
      for (const [at, participantId] of MAKERS.entries())
        await submitAs(room, 'm_owner', at + 1, {
          type: 'participant.appoint',
          participantId,
          role: 'moderator',
        });
    },
    end: async () => {
      rooms.leave('d_hooked');
      await stop();
    },
  };
}
