'use client';

import type { Target } from '#domain/debate/map/link.ts';
import { targetNow } from '#domain/debate/map/merged.ts';
import type { WrittenText } from '#domain/debate/texts/texts.ts';
import { useBoard } from '../store/board-context.tsx';
import { placeOfText } from './place-of-text.ts';

/** Marks a form with the id of the item it is about: others see that the viewer is typing there. */
interface WritingMark {
  readonly 'data-writes-at': string | undefined;
}

/** Returns the mark for a form about an item. */
export function useWritingMark(on: Target): WritingMark {
  return { 'data-writes-at': useBoard(({ replica }) => targetNow(replica.view, on).id) };
}

/** Returns the mark for the editor of a text. */
export function useEditorMark(written: WrittenText): WritingMark {
  return {
    'data-writes-at': useBoard(({ replica: { view } }) => {
      const place = placeOfText(view, written);
      return place ? targetNow(view, place).id : undefined;
    }),
  };
}

/** Returns the id of the item that a field's form is about; `null` if it is about none. */
export function markedItem(field: Element): string | null {
  return field.closest<HTMLElement>('[data-writes-at]')?.dataset.writesAt ?? null;
}
