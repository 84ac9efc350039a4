import type { LogEntry } from '../debate/engine/entries.ts';
import type { Phase } from '../debate/phases/agenda.ts';

/** Content that the entries of a meeting added, by id. None of it is shown in this form. */
export interface MeetingNotes {
  readonly claims: Set<string>;
  readonly promoted: Set<string>;
  readonly comments: Set<string>;
  readonly links: Set<string>;
  /** The voters, by claim; without those who withdrew their vote. */
  readonly votes: Map<string, Set<string>>;
  /** Participants who joined for the first time, or again. */
  readonly joined: Set<string>;
  /** Polls that were opened or closed. */
  readonly polls: Set<string>;
  /** Questions from the floor that were asked or answered. */
  readonly questions: Set<string>;
  /** Phases that were started, and when; `null`: none was running from then on. */
  readonly turns: { readonly to: string | null; readonly at: number }[];
  /** Phases with their names at the time. */
  readonly phases: Map<string, Phase>;
  /** Sources cited by claims, `claim source` each, and when they were cited last. */
  readonly cited: Map<string, number>;
  /** The conclusion was open for writing, edited or signed. */
  hasConclusion: boolean;
  /** Votes were hidden for part of the time, so that these are not all. */
  hasHiddenVotes: boolean;
}

/** Notes before anything is known. */
export function beginNotes(): MeetingNotes {
  return {
    claims: new Set(),
    promoted: new Set(),
    comments: new Set(),
    links: new Set(),
    votes: new Map(),
    joined: new Set(),
    polls: new Set(),
    questions: new Set(),
    turns: [],
    phases: new Map(),
    cited: new Map(),
    hasConclusion: false,
    hasHiddenVotes: false,
  };
}

/** The types of entries that open the conclusion, close it, or remove it. */
export const CONCLUSION_TURNS: readonly string[] = ['conclusion.statusChanged', 'debate.cleared'];

/** Notes whether the conclusion was open when the meeting began, by the last of its turns before. */
export function noteConclusionBefore(notes: MeetingNotes, turn: Pick<LogEntry, 'effect'> | undefined): void {
  notes.hasConclusion = turn?.effect.type === 'conclusion.statusChanged' && turn.effect.open;
}

/** The type of entries that start a phase or end the last. */
export const PHASE_TURN = 'agenda.phaseChanged';

/** Notes the phase that was running when the meeting began, by the last turn before: for the meeting it runs from its beginning. */
export function notePhaseBefore(
  notes: MeetingNotes,
  turn: Pick<LogEntry, 'effect'> | undefined,
  startedAt: number,
): void {
  if (turn?.effect.type === PHASE_TURN && turn.effect.to !== null)
    notes.turns.push({ to: turn.effect.to, at: startedAt });
}

/** Adds the next entry to the notes. Content written in a blind phase was added at its reveal. */
export function noteEntry(notes: MeetingNotes, { at, author, effect }: LogEntry): void {
  if ('embargoed' in effect && effect.embargoed) return;
  switch (effect.type) {
    case 'claim.added':
      notes.claims.add(effect.claimId);
      if (effect.group !== undefined) notes.promoted.add(effect.claimId);
      return;
    case 'claim.cited':
      notes.cited.set(`${effect.claimId} ${effect.sourceId}`, at);
      return;
    case 'poll.opened':
      if (!effect.prepared) notes.polls.add(effect.pollId);
      return;
    case 'poll.statusChanged':
      notes.polls.add(effect.pollId);
      return;
    case 'agenda.set':
    case 'agenda.phaseChanged':
      if (effect.type === 'agenda.phaseChanged') notes.turns.push({ to: effect.to, at });
      else for (const phase of effect.phases) notes.phases.set(phase.id, phase);
      for (const id of effect.revealed ?? [])
        for (const kind of [notes.claims, notes.comments, notes.questions]) kind.add(id);
      return;
    case 'claim.split':
      for (const { claimId } of effect.parts) notes.claims.add(claimId);
      return;
    case 'comment.added':
      notes.comments.add(effect.commentId);
      return;
    case 'question.asked':
    case 'question.answered':
      notes.questions.add(effect.questionId);
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
    case 'conclusion.statusChanged':
    case 'conclusion.edited':
    case 'conclusion.signed':
    case 'conclusion.unsigned':
      notes.hasConclusion = true;
      return;
    case 'debate.cleared':
      notes.hasConclusion = false;
      return;
    case 'participant.joined':
      notes.joined.add(effect.participantId);
      return;
    default:
  }
}
