import { ROLES, type Role } from '../participants/participant.ts';
import type { Doing } from '../phases/agenda.ts';
import type { OperationType } from './operations.ts';

export const EVERYONE: readonly Role[] = ROLES;
export const COMMENTERS: readonly Role[] = ['owner', 'moderator', 'debater', 'suggester'];
export const WRITERS: readonly Role[] = ['owner', 'moderator', 'debater'];
export const MODERATORS: readonly Role[] = ['owner', 'moderator'];
export const OWNER: readonly Role[] = ['owner'];
/** No person: only the server itself. */
export const SERVER: readonly Role[] = [];

/** The rights and preconditions of an operation. Every operation has one, in its noun's `operations.ts`. */
export interface OperationPolicy {
  /** The roles that may run it. */
  readonly roles: readonly Role[];
  /** On whose contributions. */
  readonly when: 'always' | 'author' | 'author-or-shared-wording' | 'author-or-moderator' | 'others';
  /** True if a muted participant may run it too. */
  readonly whenMuted?: true;
  /** True if it needs reauthentication: a stranger at an open screen can't run it, nor a program, whose token is no proof. */
  readonly needsProof?: true;
  /** True if a route of its own is the only way, where the server does its part first: keeps a copy, makes groups, reads a group's claim. */
  readonly hasOwnRoute?: true;
  /** The name phases have for it; null: no phase restricts it. */
  readonly activity: Doing | null;
  /** True if it adds words, which a debate that takes no more storage refuses; false if it votes, moves, removes, restores or settles. */
  readonly addsText: boolean;
  /** In a debate that is closed or archived. */
  readonly whenClosed: 'allow' | 'refuse';
  /** In a small group: decided there, or in its plenary, from which the server carries it over. */
  readonly inGroup: 'local' | 'plenary';
  /**
   * Content that is frozen for it while a phase hides new claims: nothing; what is hidden; what is hidden or another's; or everything, because it would
   * show others something while everything new is hidden.
   */
  readonly embargo: 'free' | 'hidden' | 'others' | 'everything';
  /** Its price in `events` of its sender and `operations` of its debate. One is what a person writes, votes or moves. */
  readonly cost: number;
}

/** Policies by operation; an unknown operation is a type error. */
export type OperationPolicies = Partial<Readonly<Record<OperationType, OperationPolicy>>>;
