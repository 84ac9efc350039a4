import { applyReadMarks } from '#domain/protocol/apply-read-marks.ts';
import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import type { ReadMarks } from '#domain/unread/read-marks.ts';
import { packReadMarks, type SentReadMarks, unpackReadMarks } from '#domain/unread/sent-read-marks.ts';
import { readMarksKey } from './forget-read-marks.ts';

/**
 * Records in this browser what a reader has seen of a debate, and returns all their marks. On the first visit, or if nothing can be kept,
 * the reader knows the debate as it is then: `at` is the time of its last entry.
 */
export function noteInBrowser(debateId: string, message: ReadMarksMessage, at: number): ReadMarks {
  const seen = applyReadMarks(readKept(debateId) ?? { until: at, left: at, later: new Map() }, message, at);
  try {
    window.localStorage.setItem(readMarksKey(debateId), JSON.stringify(packReadMarks(seen)));
  } catch {
    // Storage is blocked: on the next visit only what arrives during it is new.
  }
  return seen;
}

function readKept(debateId: string): ReadMarks | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(readMarksKey(debateId)) ?? 'null');
    return isSentSeen(kept) ? unpackReadMarks(kept) : null;
  } catch {
    return null;
  }
}

/** Validates what was kept here: anyone at this browser may have changed it. */
function isSentSeen(kept: unknown): kept is SentReadMarks {
  if (typeof kept !== 'object' || kept === null) return false;
  const { until, left, later } = kept as Record<string, unknown>;
  return Number.isFinite(until) && Number.isFinite(left) && Array.isArray(later) && later.every(isPlace);
}

function isPlace(pair: unknown): boolean {
  return Array.isArray(pair) && typeof pair[0] === 'string' && Number.isFinite(pair[1]);
}
