import type { Steps } from '#domain/collections/steps.ts';
import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { beginWordings, type PastWording } from '#domain/history/wordings.ts';

/** All wordings of a claim, as a person may know them; `null` if they may not see the claim. */
export function* wordingsOf(
  claimId: string,
  entries: readonly LogEntry[],
  present: DebateState,
  who: string | null = null,
): Steps<readonly PastWording[] | null> {
  const viewer = viewerIn(audienceIn(present, who), who);
  const read = beginWordings(claimId, present, viewer, { before: null, most: Number.POSITIVE_INFINITY });
  if (!read) return null;
  yield* read.read(entries);
  return read.page().wordings;
}
