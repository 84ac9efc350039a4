const UNHURRIED: ReadonlySet<string> = new Set([
  'vote.cast',
  'vote.withdrawn',
  'link.weighed',
  'claim.reacted',
  'question.supported',
  'poll.answered',
  'participant.joined',
]);

/** True for entries, by type, that others see only as a count, or as one more participant. */
export function isUnhurried(type: string): boolean {
  return UNHURRIED.has(type);
}
