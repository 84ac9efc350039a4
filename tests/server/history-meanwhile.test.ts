import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { eraseFromLog } from '../../server/log/erase-from-log.ts';
import { StateCheckpoints } from '../../server/log/snapshots/state-checkpoints.ts';
import { type ActivityQuery, History } from '../../server/services/history/history.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { editTo, seal } from '../support/debate-builder.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { WatchedLog } from '../support/watched-log.ts';

const PERSON = { id: 'u_mia' } as SignedIn;
const ALL: ActivityQuery = { before: null, kind: null, by: null, branch: null };
const HIDE: Operation = { type: 'content.hide', ids: ['c_one'], reason: 'abusive', note: '' };

let log: WatchedLog;
let room: DebateRoom;
let history: History;
let nth = 0;

async function does(actor: string, operation: Operation): Promise<void> {
  nth += 1;
  expect(await submitAs(room, actor, nth, operation)).toMatchObject({ ok: true });
}

/** Runs `act` once, after entries were read and before their reader gets them. */
function whileReading(act: () => Promise<unknown>): void {
  log.afterRead = async () => {
    log.afterRead = () => undefined;
    await act();
  };
}

const demote = () =>
  does('m_owner', { type: 'participant.appoint', participantId: 'm_mia', role: 'debater' });

/** Ben's claim, worded once while it was hidden. Mia, a moderator, asks. */
beforeEach(async () => {
  log = new WatchedLog();
  await makeDebate(log, 'd_one', ['m_mia', 'm_ben']);
  const node = startLogNode(log);
  room = await node.room('d_one');
  await does('m_owner', { type: 'participant.appoint', participantId: 'm_mia', role: 'moderator' });
  await does('m_ben', addClaim('one', 'first'));
  await does('m_owner', HIDE);
  await does('m_ben', editTo(room.state, 'c_one', 'while hidden'));
  await does(SYSTEM, seal('c_one'));
  await does('m_ben', editTo(room.state, 'c_one', 'shown'));
  await does(SYSTEM, seal('c_one'));
  await does('m_owner', { type: 'content.restore', ids: ['c_one'] });
  const participants: Participants = Object.assign(Object.create(Participants.prototype), {
    findIn: async () => ({ participantId: 'm_mia' }),
  });
  const moments = new StateCheckpoints(log, () => undefined);
  history = new History({ log, rooms: node.rooms, participants, moments, address: () => 'home' });
});

describe('[HI6] a claim’s wordings', () => {
  const wordings = async () => {
    const read = await history.wordings('d_one', PERSON, 'c_one', null);
    return read.ok ? read.wordings.map(({ text, by }) => `${by}: ${text}`) : read.rejection.code;
  };

  test('are those that their reader may see once the log is read', async () => {
    expect(await wordings()).toEqual(['m_ben: first', 'm_ben: while hidden', 'm_ben: shown']);
    whileReading(demote);
    expect(await wordings()).toEqual(['m_ben: first', 'm_ben: shown']);
  });

  test('are unknown if the board is cleared meanwhile', async () => {
    whileReading(() => does(SYSTEM, { type: 'debate.clear' }));
    expect(await wordings()).toBe('unknown_claim');
  });

  test('don’t have words that are erased meanwhile', async () => {
    whileReading(async () => {
      await eraseFromLog(log, 'd_one', 'm_ben', { words: true, now: Date.now });
      await room.catchUp();
    });
    expect(String(await wordings())).not.toMatch(/first|hidden|shown/);
  });

  test('name nobody if names are hidden meanwhile', async () => {
    whileReading(() => does('m_owner', { type: 'debate.configure', names: 'anonymous' }));
    expect(await wordings()).toEqual([': first', ': while hidden', ': shown']);
  });

  test('are refused for the moment if that changes each time', async () => {
    let isModerator = true;
    log.afterRead = () => {
      isModerator = !isModerator;
      const role = isModerator ? 'moderator' : 'debater';
      return does('m_owner', { type: 'participant.appoint', participantId: 'm_mia', role });
    };
    expect(await wordings()).toBe('busy');
  });
});

describe('[HI7] the activity', () => {
  const lines = async () => {
    const read = await history.activity('d_one', PERSON, ALL);
    return read.ok ? read.happenings.map(({ what, on, by }) => `${by} ${what} ${on}`) : read.rejection.code;
  };

  test('has nothing that is hidden or cleared meanwhile', async () => {
    expect(await lines()).toContain('m_ben added c_one');
    await demote();
    whileReading(() => does('m_owner', HIDE));
    expect(String(await lines())).not.toContain('c_one');
    await does('m_owner', { type: 'content.restore', ids: ['c_one'] });
    whileReading(() => does(SYSTEM, { type: 'debate.clear' }));
    expect(String(await lines())).not.toContain('c_one');
  });

  test('has nothing that only moderators see for someone who is no longer one', async () => {
    await does('m_owner', HIDE);
    whileReading(demote);
    expect(String(await lines())).not.toContain('c_one');
  });

  test('names nobody if names are hidden meanwhile', async () => {
    whileReading(() => does('m_owner', { type: 'debate.configure', names: 'anonymous' }));
    expect(String(await lines())).not.toContain('m_ben');
  });
});
