import type { Metadata } from 'next';
import { parley } from '../../../server/handle.ts';
import { messages } from '../../_ui/messages/messages.ts';
import { NothingHere } from '../../nothing-here.tsx';

/**
 * The page of a debate or claim that is not there. Next's own `notFound()` leaves such a page to the browser's script:
 * without one it would be white.
 */
export function NoDebate() {
  parley().answerNotFound();
  return <NothingHere />;
}

/** The head of that page. */
export function noDebate(): Metadata {
  return { title: messages('site')('notFoundTitle'), robots: { index: false } };
}
