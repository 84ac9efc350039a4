import type { LogEntry } from '../debate/entries.ts';

/** What is noted of the entries of a meeting's stretch: what was added, by the ids it has. Nothing of it is told as it is. */
export interface MeetingNotes {
  readonly claims: Set<string>;
  readonly brought: Set<string>;
  readonly comments: Set<string>;
  readonly links: Set<string>;
  /** Who voted, by claim; who took it back is not among them. */
  readonly votes: Map<string, Set<string>>;
  /** Participants who came for the first time, or again. */
  readonly joined: Set<string>;
}

/** Notes of a stretch of which nothing is known yet. */
export function beginNotes(): MeetingNotes {
  return {
    claims: new Set(),
    brought: new Set(),
    comments: new Set(),
    links: new Set(),
    votes: new Map(),
    joined: new Set(),
  };
}

/** Notes the next entry of the stretch. What was written blind was added at its reveal. */
export function noteEntry(notes: MeetingNotes, { author, effect }: LogEntry): void {
  if ('veiled' in effect && effect.veiled && effect.type !== 'content.held') return;
  switch (effect.type) {
    case 'claim.added':
      notes.claims.add(effect.claimId);
      if (effect.group !== undefined) notes.brought.add(effect.claimId);
      return;
    case 'agenda.set':
    case 'agenda.turned':
      for (const id of effect.revealed ?? []) for (const kind of [notes.claims, notes.comments]) kind.add(id);
      return;
    case 'claim.divided':
      for (const { claimId } of effect.parts) notes.claims.add(claimId);
      return;
    case 'comment.added':
      notes.comments.add(effect.commentId);
      return;
    case 'link.added':
      notes.links.add(effect.linkId);
      return;
    case 'vote.cast': {
      const voters = notes.votes.get(effect.claimId) ?? new Set();
      notes.votes.set(effect.claimId, voters.add(author));
      return;
    }
    case 'vote.withdrawn':
      notes.votes.get(effect.claimId)?.delete(author);
      return;
    case 'participant.joined':
      notes.joined.add(effect.participantId);
      return;
    default:
  }
}
