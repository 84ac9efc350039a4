import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { PerspectivesAnswer } from '../../domain/protocol/perspectives-answer.ts';
import { parley } from '../../server/handle.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import type { OpinionAnalysis } from '../../server/services/analysis/opinions.ts';
import { Perspectives } from '../../server/services/analysis/perspectives.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, join, ownDebate, vote, withTestServer } from '../support/live-debates.ts';
import { SHOW, sourcesOf, teams } from '../support/perspectives.ts';

withTestServer();

const TEAM = 'team:p_position1';

type Voter = LiveClient & { readonly cookie: string; readonly id: string };

async function does(client: LiveClient, ...operations: Operation[]): Promise<void> {
  for (const operation of operations) expect(await client.submit(operation)).toMatchObject({ ok: true });
}

/** A debate with a claim, on which a team of this size and as many others vote. */
async function aVote(size: number) {
  const debate = await ownDebate();
  await debate.does({ type: 'debate.configure', teams: 'chosen' }, claim('a'), claim('b'));
  const voters: Voter[] = [];
  for (let nth = 0; nth < 2 * size; nth += 1) {
    const voter = await join(debate.debateId, `V${nth}`);
    if (nth < size) await does(voter, { type: 'team.choose', participantId: voter.id, team: 'p_position1' });
    await does(voter, vote('a', nth < size ? 'agree' : 'disagree'));
    voters.push(voter);
  }
  return { ...debate, voters };
}

/** The server's answer to a reader without a name. */
async function look(debateId: string, ...names: string[]): Promise<PerspectivesAnswer> {
  const answer = await parley().perspectives.of(debateId, null, names);
  return answer.ok ? answer : expect.fail(answer.rejection.code);
}

describe('[PV4] [PV10] perspectives of an open ballot', () => {
  test('have the votes of a team, counted again after each vote', async () => {
    const { debateId, voters } = await aVote(5);
    const seen = await look(debateId, TEAM);
    expect(seen.votes[TEAM]).toEqual([['c_a', 5, 0, 0]]);
    expect(seen.choices).toEqual([
      { of: 'everyone', people: 10 },
      { of: TEAM, people: 5 },
    ]);
    const [first = expect.fail()] = voters;
    await does(first, vote('a', 'disagree'));
    expect((await look(debateId, TEAM)).votes[TEAM]).toEqual([['c_a', 4, 1, 0]]);
  });

  test('have none of a team of few, nor two more than two at once', async () => {
    const { debateId } = await aVote(4);
    const seen = await look(debateId, TEAM, 'everyone', 'team:none');
    expect(seen.votes).toEqual({ [TEAM]: [], everyone: null });
    expect(seen.choices).toContainEqual({ of: TEAM, people: null });
  });
});

describe('[PV7] the votes that a person shows', () => {
  test('come with their consent, and go with it at once', async () => {
    const { debateId, voters } = await aVote(1);
    const [first = expect.fail()] = voters;
    const name = `person:${first.id}`;
    expect((await look(debateId, name)).votes[name]).toBeNull();
    await does(first, { type: 'perspective.show', shown: true });
    expect((await look(debateId, name)).votes[name]).toEqual([['c_a', 1, 0, 0]]);
    await does(first, { type: 'perspective.show', shown: false });
    const gone = await look(debateId, name);
    expect(gone.votes[name]).toBeNull();
    expect(gone.choices.some(({ of }) => of === name)).toBe(false);
  });

  test.each(['before', 'while'] as const)(
    'are in no team’s figures once withdrawn %s these are counted',
    async (when) => {
      const debate = teams(1, 8).does('v-0', SHOW);
      const { state } = debate;
      const { opinions } = sourcesOf(state);
      const room = { state } as DebateRoom;
      const perspectives = new Perspectives({
        read: (_: unknown, __: unknown, read: (...given: unknown[]) => unknown) =>
          read(room, { state, opinions, swing: null, time: null }, null),
      } as unknown as OpinionAnalysis);
      const withdraw = () =>
        Object.assign(room, { state: debate.does('v-0', { type: 'perspective.show', shown: false }).state });
      if (when === 'before') withdraw();
      const asked = perspectives.of('', null, ['team:east', 'person:v-0']);
      if (when === 'while') withdraw();
      expect(await asked).toMatchObject({
        choices: expect.arrayContaining([{ of: 'team:east', people: null }]),
        votes: { 'team:east': [], 'person:v-0': null },
      });
    },
  );
});

describe('[PV9] perspectives', () => {
  test('are kept while a secret ballot runs, and afterwards have neither teams nor persons', async () => {
    const { debateId, voters, does: owner } = await aVote(5);
    const [first = expect.fail()] = voters;
    const name = `person:${first.id}`;
    await does(first, { type: 'perspective.show', shown: true });
    await owner({ type: 'debate.configure', ballots: 'secret' });
    expect(await look(debateId, TEAM, name)).toMatchObject({ kept: true, choices: [], votes: {} });
    await owner({ type: 'debate.setStatus', status: 'closed' });
    expect(await look(debateId, TEAM, name)).toMatchObject({
      kept: false,
      choices: [{ of: 'everyone', people: null }],
      votes: { [TEAM]: null, [name]: null },
    });
  });

  test('are for people who may read the debate', async () => {
    const { debateId } = await ownDebate('private');
    expect(await parley().perspectives.of(debateId, null, [])).toMatchObject({ ok: false });
  });
});
