import type { WrittenText } from '#domain/debate/texts/texts.ts';

/** Marks a form about the selected item: others see that the viewer is typing there. */
export const TYPING = { 'data-typing': '' } as const;

/** Matches what is marked. */
export const MARKED_FOR_TYPING = '[data-typing]';

/** Texts that are edited at the selected item. The conclusion, articles and notes are edited beside it. */
const AT_SELECTED: readonly WrittenText['type'][] = ['claim.edit', 'comment.edit', 'summary.edit'];

/** Returns the mark for the editor of a text, if it is edited at the selected item. */
export function typingMark({ type }: WrittenText): typeof TYPING | undefined {
  return AT_SELECTED.includes(type) ? TYPING : undefined;
}
