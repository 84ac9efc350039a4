import type { OpenMessage } from '#domain/protocol/client-messages.ts';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import type { ChildServer } from '../child-server.ts';
import { connectBroadcast, connectParley, type LightClient } from '../light-client.ts';

/** A server as a workload speaks to it. */
export interface Party {
  /** Makes so many rooms. */
  prepare(rooms: number): Promise<void>;
  /** Connects someone to a room. */
  connect(room: number, index: number, hear: (text: string) => void): Promise<LightClient>;
  /**
   * Writes something that says `mark` to everyone in the room. `sequence`: how much this client has written before. False where
   * it is refused.
   */
  write(client: LightClient, mark: string, sequence: number): Promise<boolean>;
}

/** Pattern of a written mark in the received messages; a claim's link repeats it, and only the claim counts. */
export const MARKS = /"(?:claimId|commentId|mark)":"[cn]?(_m\d+_\d+)"/g;

const TEXT =
  'A claim of a usual length, such as people write in a seminar when they answer one another in a hurry.';

export function broadcastParty({ origin }: ChildServer): Party {
  return {
    prepare: async () => {},
    connect: (room, _index, hear) => connectBroadcast(origin, hear, `/${room}`),
    async write(client, mark) {
      await client.send('', { mark });
      return true;
    },
  };
}

/** Connections to the bare Socket.IO server. */
export function socketIoParty({ origin }: ChildServer): Party {
  return {
    prepare: async () => {},
    async connect(room, _index, hear) {
      const client = await connectParley(origin, '', hear);
      await client.send('open', { debateId: `bench-${room}` });
      return client;
    },
    async write(client, mark) {
      const { ok } = (await client.send('submit', { mark })) as OpenAnswer;
      return ok;
    },
  };
}

/** A debate made for people to write in: of how many claims, with how many votes on each. */
export interface MadeDebate {
  readonly claims: number;
  readonly votesPerClaim: number;
}

/**
 * Guests who each have a sign-in of their own, in the debate Parley opens with, or in a generated one. `nodes`: servers on the same
 * database; guests connect to them in turn.
 */
export function parleyParty(nodes: readonly ChildServer[], made?: MadeDebate): Party {
  const [server] = nodes;
  if (!server) throw new Error('There is no server.');
  const debates: string[] = [];
  const debateId = (room: number) => debates[room] ?? '';
  const position = made ? 'p_made0' : 'p_hawks';
  return {
    async prepare(rooms) {
      for (let room = 0; room < rooms; room += 1)
        debates.push(
          made
            ? await server.generate(made.claims, made.votesPerClaim)
            : await server.makeDebate(`bench-${room}`),
        );
    },
    async connect(room, index, hear) {
      const { origin } = nodes[index % nodes.length] ?? server;
      const client = await connectParley(origin, await server.signIn(`Guest ${index}`), hear);
      const message: OpenMessage = {
        protocol: PROTOCOL_VERSION,
        debateId: debateId(room),
        clientId: `tab_bench${index}`,
        after: 0,
        at: 0,
        unanswered: [],
      };
      const { ok, rejection } = (await client.send('open', message)) as OpenAnswer;
      if (!ok) throw new Error(`the debate does not open: ${rejection?.code}`);
      return client;
    },
    async write(client, mark, sequence) {
      const { ok } = (await client.send('submit', parleyMessage(mark, sequence, position))) as OpenAnswer;
      return ok;
    },
  };
}

/** The needed part of an answer. */
interface OpenAnswer {
  readonly ok: boolean;
  readonly rejection?: { readonly code: string };
}

/** Claims and comments in turn. */
function parleyMessage(mark: string, sequence: number, position: string) {
  const operation =
    sequence % 2 === 0
      ? {
          type: 'claim.add',
          claimId: `c${mark}`,
          linkId: `l${mark}`,
          target: { kind: 'position', id: position },
          relation: 'support',
          positionId: position,
          text: TEXT,
        }
      : {
          type: 'comment.add',
          commentId: `n${mark}`,
          on: { kind: 'position', id: position },
          replyTo: null,
          text: TEXT,
        };
  return { clientSeq: sequence + 1, operation };
}
