import type { Server, Socket } from 'socket.io';
import type { Audience } from '../../domain/debate/engine/project.ts';
import type { ClientEvents, ServerEvents } from '../../domain/protocol/events.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { NodeEvents } from '../nodes/node-events.ts';

/** The debate a connection has open. */
export interface OpenDebate {
  readonly room: DebateRoom;
  /** What others know this connection by in this debate: drawn for it, so that nobody finds it again in another one. */
  readonly connection: string;
  readonly clientId: string;
  /** Who takes part; null for who only reads. */
  readonly participantId: string | null;
  /** In whose name operations are asked for: also of one who was removed, to be told so. */
  readonly actingParticipantId: string | null;
  /** By whose right it is read; of a stage too, which asks for nothing. */
  readonly readerParticipantId: string | null;
  readonly audience: Audience;
  /** Others are told that somebody is here by it: not by a stage, nor by a program that may only read. */
  readonly isPresent: boolean;
}

/** What the server knows of a connection. */
export interface ConnectionData {
  person: SignedIn | null;
  /** The network address it comes from, see `senderAddress`. */
  address: string;
  open: OpenDebate | null;
  /** How often this connection asked to open a debate: only the last one stands. */
  openings: number;
  /** `Authentication.endings` when `person` was recognised. */
  recognisedAt: number;
}

export type LiveServer = Server<ClientEvents, ServerEvents, NodeEvents, ConnectionData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, NodeEvents, ConnectionData>;

/** Socket.IO rooms. Only the server puts connections in them, after it has checked who may be there. */
export const channel = {
  debate: (debateId: string) => `debate:${debateId}`,
  audience: (debateId: string, audience: Audience) => `debate:${debateId}:${audience}`,
  /** Those who take part, other than those who only read. */
  participants: (debateId: string) => `debate:${debateId}:participants`,
  participant: (debateId: string, participantId: string) => `debate:${debateId}:participant:${participantId}`,
  /** Those who run it and look at how its small groups go on. */
  groups: (debateId: string) => `debate:${debateId}:groups`,
  text: (debateId: string, text: string) => `debate:${debateId}:text:${text}`,
  person: (personId: string) => `person:${personId}`,
  signIn: (signInId: string) => `sign-in:${signInId}`,
};
