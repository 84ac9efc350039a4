import type { Metadata } from 'next';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { parley } from '#server/handle.ts';
import type { NotRead } from '#server/services/debates/debates.ts';
import { UnsavedTexts } from '../../_board/features/rejections/unsaved-texts.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { NotFoundNotice } from '../../not-found-notice.tsx';
import { AccessDeniedPage } from './access-denied-page.tsx';
import { LeftGroupPage } from './left-group-page.tsx';
import { ServerOutdated } from './server-outdated.tsx';
import { TakenDown } from './taken-down.tsx';

/**
 * Page for a debate or claim that doesn't exist. Next's own `notFound()` leaves such a page to the browser's script: without one it would
 * be white. Removed and banned people see that they were, people moved out of a small group get the way to its main debate, the people
 * concerned see why an administrator took a debate down, and participants find their unsent text.
 */
export function NoDebate({ debateId, why }: { debateId: string; why: NotRead | null }) {
  if (why?.rejection.code === 'server_outdated') return <ServerOutdated />;
  parley().answerNotFound();
  const { standing, participantId, plenary } = why ?? {};
  const words = participantId && <UnsavedTexts debateId={debateId} participantId={participantId} />;
  if (why?.takedown)
    return (
      <TakenDown debateId={debateId} takedown={why.takedown}>
        {words}
      </TakenDown>
    );
  if (plenary !== undefined) return <LeftGroupPage plenary={plenary}>{words}</LeftGroupPage>;
  return standing && standing.membership !== 'member' ? (
    <AccessDeniedPage standing={standing}>{words}</AccessDeniedPage>
  ) : (
    <NotFoundNotice returnTo={debateAddress(debateId)}>{words}</NotFoundNotice>
  );
}

/** Returns that page's metadata. */
export function noDebate(): Metadata {
  return { title: messages('site')('notFoundTitle'), robots: { index: false } };
}
