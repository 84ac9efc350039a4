import { isPassing, type Rejection } from '../../domain/debate/engine/rejections.ts';
import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { startPostgres } from '../support/postgres.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { connectBroadcast, connectParley, type LightClient } from './light-client.ts';
import { untilWithin } from './until-within.ts';
import { withDataDir } from './with-data-dir.ts';

/** A lecture hall: all come at once, and all vote on one claim. */
const PEOPLE = 300;
const VOTING_MS = 2_000;
const DEBATE = 'made-in-china-2025';
/** Milliseconds after which a debate that does not open for the moment is asked for again. */
const ASKED_AGAIN_AFTER = 200;
/** Added by the first who comes: nobody has voted on it before. */
const CLAIM = 'c_benched';
/** Bytes of one vote as the floor sends it on. */
const VOTE_BYTES = 160;

/** The measurement of one server. Times in milliseconds. */
export interface VotesFigures {
  /** From the first connection until the last has the debate. */
  readonly joined: number;
  /** From the last vote until everyone has the final tally. */
  readonly received: number;
  /** Votes that were not in the final tally, and people who never had it. */
  readonly lost: number;
  /** CPU time of the server from the first vote until everyone had the final tally. */
  readonly cpu: number;
  /** Frames a connection got meanwhile, on average. */
  readonly frames: number;
}

export interface VotesResult {
  readonly people: number;
  readonly broadcast: VotesFigures;
  readonly pglite: VotesFigures;
  readonly postgresql: VotesFigures;
}

/** All join and all vote within two seconds, on both databases; beside them a bare `ws` broadcast of every single vote. */
export async function benchVotes(say: (line: string) => void): Promise<VotesResult> {
  const pglite = await withDataDir((dataDir) => measureParley({ DATA_DIR: dataDir }, 'PGlite', say));
  const postgres = await startPostgres();
  const postgresql = await withDataDir((dataDir) =>
    measureParley({ DATA_DIR: dataDir, DATABASE_URL: postgres.url }, 'PostgreSQL', say),
  ).finally(() => postgres.stop());
  say(`bare ws broadcast of every vote, ${VOTE_BYTES} bytes each …`);
  const floor = await startChild('serve-broadcast', { BENCH_FRAME_BYTES: String(VOTE_BYTES) });
  const broadcast = await measure(floor, {
    connect: (_index, hear) => connectBroadcast(floor.origin, hear),
    prepare: async () => {},
    vote: (client, index) => void client.send('', { vote: index }),
    counted: (texts) => texts.length,
  });
  await floor.stop();
  return { people: PEOPLE, broadcast, pglite, postgresql };
}

async function measureParley(env: Record<string, string>, name: string, say: (line: string) => void) {
  say(`Parley on ${name} …`);
  const server = await startChild('serve-parley', {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...env,
  });
  const cookies: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) cookies.push(await server.signIn(`Guest ${index}`));
  const figures = await measure(server, {
    connect: async (index, hear) => {
      const client = await connectParley(server.origin, cookies[index] ?? '', hear);
      const message: OpenMessage = {
        protocol: PROTOCOL_VERSION,
        debateId: DEBATE,
        clientId: `tab_bench${index}`,
        after: 0,
        at: 0,
        unanswered: [],
      };
      for (;;) {
        const { ok, rejection: refused } = (await client.send('open', message)) as OpenAnswer;
        if (ok) return client;
        // As the board does: what is refused for the moment is asked again soon.
        if (!refused || !isPassing(refused)) throw new Error(`the debate does not open: ${refused?.code}`);
        await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN_AFTER));
      }
    },
    prepare: (client) =>
      client.send('submit', {
        clientSeq: 1,
        operation: {
          type: 'claim.add',
          claimId: CLAIM,
          linkId: 'l_benched',
          target: { kind: 'position', id: 'p_hawks' },
          relation: 'support',
          positionId: null,
          text: 'What everybody is asked about.',
        },
      }),
    vote: (client, index) => {
      const answer = ['agree', 'disagree', 'pass'][index % 3];
      void client.send('submit', {
        clientSeq: index === 0 ? 2 : 1,
        operation: { type: 'vote.cast', claimId: CLAIM, answer, wording: 1 },
      });
    },
    counted: (texts) => countedIn(texts.at(-1) ?? ''),
  });
  await server.stop();
  return figures;
}

/** The needed part of the answer to `open`. */
interface OpenAnswer {
  readonly ok: boolean;
  readonly rejection?: Rejection;
}

/** How a server is spoken to. `counted`: how many votes one who has heard these texts knows of. */
interface Speaks {
  readonly connect: (index: number, hear: (text: string) => void) => Promise<LightClient>;
  /** The first client's preparation before everyone votes. */
  readonly prepare: (client: LightClient) => Promise<unknown>;
  readonly vote: (client: LightClient, index: number) => void;
  readonly counted: (texts: readonly string[]) => number;
}

/** The votes in the claim's last tally of a frame. */
function countedIn(frame: string): number {
  const tallies = [
    ...frame.matchAll(
      /"claimId":"c_benched","tally":\{"agree":(\d+),"disagree":(\d+),"pass":(\d+),"earlier":\d+\}/g,
    ),
  ];
  const [, agree = 0, disagree = 0, pass = 0] = tallies.at(-1) ?? [];
  return Number(agree) + Number(disagree) + Number(pass);
}

async function measure(server: ChildServer, speaks: Speaks): Promise<VotesFigures> {
  const heard: string[][] = Array.from({ length: PEOPLE }, () => []);
  const known: number[] = Array.from({ length: PEOPLE }, () => 0);
  let complete = 0;
  let lastReceived = 0;
  let isVoting = false;
  const hearAs = (index: number) => (text: string) => {
    const texts = heard[index];
    if (!isVoting || !texts) return;
    texts.push(text);
    const before = known[index] ?? 0;
    const now = Math.max(before, speaks.counted(texts));
    known[index] = now;
    if (before >= PEOPLE || now < PEOPLE) return;
    complete += 1;
    lastReceived = performance.now();
  };
  const came = performance.now();
  const clients = await Promise.all(heard.map((_, index) => speaks.connect(index, hearAs(index))));
  const joined = performance.now() - came;
  if (clients[0]) await speaks.prepare(clients[0]);
  // Joins are broadcast too, but only votes are measured.
  await settle(heard);
  isVoting = true;
  const before = await server.usage();
  const start = performance.now();
  for (const [index, client] of clients.entries()) {
    await untilWithin(() => performance.now() >= start + (index * VOTING_MS) / PEOPLE, VOTING_MS * 10);
    speaks.vote(client, index);
  }
  const lastVote = performance.now();
  await untilWithin(() => complete === PEOPLE, 15_000);
  const after = await server.usage();
  for (const client of clients) client.close();
  return {
    joined,
    received: complete === PEOPLE ? lastReceived - lastVote : Number.POSITIVE_INFINITY,
    lost: PEOPLE - complete + known.reduce((sum, votes) => sum + PEOPLE - Math.min(PEOPLE, votes), 0),
    cpu: after.cpu - before.cpu,
    frames: heard.reduce((sum, texts) => sum + texts.length, 0) / PEOPLE,
  };
}

/** Waits until nothing more has been heard for a while. */
async function settle(heard: readonly (readonly string[])[]): Promise<void> {
  const all = () => heard.reduce((sum, texts) => sum + texts.length, 0);
  for (let before = -1; before !== all(); ) {
    before = all();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
