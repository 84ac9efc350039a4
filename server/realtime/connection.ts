import type { Server, Socket } from 'socket.io';
import type { Audience } from '../../domain/debate/engine/project.ts';
import type { ClientEvents, ServerEvents } from '../../domain/protocol/events.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { NodeEvents } from './relay/node-events.ts';

/** The debate a connection has open. */
export interface OpenDebate {
  readonly room: DebateRoom;
  /** The id under which others know this connection in this debate: random, so that nobody recognizes it in another debate. */
  readonly connection: string;
  readonly clientId: string;
  /** The participant; `null` for a reader. */
  readonly participantId: string | null;
  /** The participant in whose name operations are submitted; also set for a removed one, so that they learn of the refusal. */
  readonly actingParticipantId: string | null;
  /** The participant by whose right the debate is read; also set for a stage, which submits nothing. */
  readonly readerParticipantId: string | null;
  readonly audience: Audience;
  /** True if others see the connection as present: not a stage, nor a program that may only read. */
  readonly isPresent: boolean;
}

/** The server's data about a connection. */
export interface ConnectionData {
  person: SignedIn | null;
  /** The network address it comes from, see `senderAddress`. */
  address: string;
  open: OpenDebate | null;
  /** How often this connection asked to open a debate: only the last request counts. */
  openings: number;
  /** `Authentication.endings` when `person` was recognized. */
  recognisedAt: number;
}

export type LiveServer = Server<ClientEvents, ServerEvents, NodeEvents, ConnectionData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, NodeEvents, ConnectionData>;

/** Socket.IO rooms. Only the server adds connections to them, after checking their rights. */
export const channel = {
  debate: (debateId: string) => `debate:${debateId}`,
  audience: (debateId: string, audience: Audience) => `debate:${debateId}:${audience}`,
  /** Participants, without readers. */
  participants: (debateId: string) => `debate:${debateId}:participants`,
  participant: (debateId: string, participantId: string) => `debate:${debateId}:participant:${participantId}`,
  /** Moderators who are watching the progress of the debate's small groups. */
  groups: (debateId: string) => `debate:${debateId}:groups`,
  text: (debateId: string, text: string) => `debate:${debateId}:text:${text}`,
  person: (personId: string) => `person:${personId}`,
  signIn: (signInId: string) => `sign-in:${signInId}`,
};
