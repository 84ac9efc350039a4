import type { Metadata } from 'next';
import type { OwnStanding } from '../../../domain/debate/project.ts';
import { parley } from '../../../server/handle.ts';
import { messages } from '../../_ui/messages/messages.ts';
import { NothingHere } from '../../nothing-here.tsx';
import { TurnedAway } from './turned-away.tsx';

/**
 * The page of a debate or claim that is not there. Next's own `notFound()` leaves such a page to the browser's script:
 * without one it would be white. Who was removed or banned is told so.
 */
export function NoDebate({ standing }: { standing: OwnStanding | undefined }) {
  parley().answerNotFound();
  return standing ? <TurnedAway standing={standing} /> : <NothingHere />;
}

/** The head of that page. */
export function noDebate(): Metadata {
  return { title: messages('site')('notFoundTitle'), robots: { index: false } };
}
