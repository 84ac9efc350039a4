import type { Metadata } from 'next';
import { parley } from '../../../server/handle.ts';
import type { NotRead } from '../../../server/use-cases/debates.ts';
import { KeptWords } from '../../_board/rejections/kept-words.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { NotFoundNotice } from '../../not-found-notice.tsx';
import { ServerOutdated } from './server-outdated.tsx';
import { TakenDown } from './taken-down.tsx';
import { TurnedAway } from './turned-away.tsx';

/**
 * The page of a debate or claim that is not there. Next's own `notFound()` leaves such a page to the browser's script:
 * without one it would be white. Who was removed or banned is told so, and those whom it concerns why an administrator took a debate
 * down; and who took part finds what they had not sent.
 */
export function NoDebate({ debateId, why }: { debateId: string; why: NotRead | null }) {
  if (why?.rejection.code === 'server_outdated') return <ServerOutdated />;
  parley().answerNotFound();
  const { standing, participantId } = why ?? {};
  const words = participantId && <KeptWords debateId={debateId} participantId={participantId} />;
  if (why?.takedown)
    return (
      <TakenDown debateId={debateId} takedown={why.takedown}>
        {words}
      </TakenDown>
    );
  return standing && standing.standing !== 'in' ? (
    <TurnedAway standing={standing}>{words}</TurnedAway>
  ) : (
    <NotFoundNotice returnTo={`/debates/${encodeURIComponent(debateId)}`}>{words}</NotFoundNotice>
  );
}

/** The head of that page. */
export function noDebate(): Metadata {
  return { title: messages('site')('notFoundTitle'), robots: { index: false } };
}
