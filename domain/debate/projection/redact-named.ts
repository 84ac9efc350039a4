import type { Effect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isHiddenFrom } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';

/** True if a viewer sees what has this id. */
type IsSeen = (id: string) => boolean;

/** An effect without the claims, links, comments and questions it names that the viewer does not see. */
export function redactNamed(effect: Effect, isSeen: IsSeen): Effect {
  switch (effect.type) {
    // The question itself is sent as they see it.
    case 'question.merged':
      return isSeen(effect.into) ? effect : { ...effect, into: '' };
    case 'question.unmerged':
      return isSeen(effect.from) ? effect : { ...effect, from: '' };
    case 'claim.added': {
      if (effect.comment === undefined || isSeen(effect.comment)) return effect;
      const { comment, ...rest } = effect;
      return rest;
    }
    case 'claim.split': {
      const parts = effect.parts.filter(({ claimId }) => isSeen(claimId));
      const taken = effect.taken.filter(({ linkId }) => isSeen(linkId));
      return { ...effect, parts, taken };
    }
    case 'claim.joined': {
      const parts = effect.parts.filter(isSeen);
      const returned = effect.returned.filter(({ linkId }) => isSeen(linkId));
      return { ...effect, parts, returned };
    }
    default:
      return effect;
  }
}

/** Ids that an effect names and its author may not see now. A moved link that is gone is among them: it may have been hidden. */
export function unseenNamed(effect: Effect, state: DebateState, viewer: Viewer): string[] {
  const unseen: string[] = [];
  redactNamed(effect, (id) => {
    const isSeen = !isHiddenFrom(state, id, viewer);
    if (!isSeen || isGoneLink(effect, id, state)) unseen.push(id);
    return isSeen;
  });
  return unseen;
}

/** True if a split or a join moved this link, and the debate no longer has it. */
function isGoneLink(effect: Effect, id: string, { links }: DebateState): boolean {
  if (effect.type !== 'claim.split' && effect.type !== 'claim.joined') return false;
  const moved = effect.type === 'claim.split' ? effect.taken : effect.returned;
  return !links.has(id) && moved.some(({ linkId }) => linkId === id);
}

/** An effect as its author may keep it in a file: without others' votes, and without ids of content hidden from them. */
export function redactForAuthor(effect: Effect, isSeen: IsSeen): object {
  const seen = redactNamed(effect, isSeen);
  if ('revealed' in seen) {
    const { revealed, ...rest } = seen;
    return rest;
  }
  if (!('back' in seen) || !seen.back) return seen;
  return { ...seen, back: { wording: seen.back.wording } };
}
