import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { debateAddress, notificationSettingsAddress } from '#app/_ui/links/debate-address.ts';
import type { DebateHead } from '#domain/debate/head/head.ts';
import { frontOf } from '#domain/protocol/front-of.ts';
import { parley } from '#server/handle.ts';
import { CARD_SIZE } from '#server/services/debates/card-size.ts';
import type { DebateReading } from '#server/services/debates/debates.ts';
import { Board, type BoardProps } from '../../_board/board.tsx';
import { PRODUCT } from '../../_ui/messages/product.ts';
import { ChooseView } from '../choose-view.tsx';
import { NoDebate, noDebate } from './no-debate.tsx';
import { readRequestedDebate } from './read-debate.ts';

interface DebatePageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Partial<Record<'after' | 'at' | 'notifications', string | string[]>>>;
}

export async function generateMetadata({ params }: DebatePageProps): Promise<Metadata> {
  const { id } = await params;
  const read = await readRequestedDebate(id);
  if (!read.ok) return noDebate();
  const { head } = read.view;
  return {
    title: head?.title,
    description: head?.motion,
    ...(head?.visibility === 'public' && (await cardFor(id, head))),
  };
}

/** The preview other sites show beside a link to a public debate. */
async function cardFor(id: string, { title, motion }: DebateHead): Promise<Metadata> {
  return {
    metadataBase: new URL(parley().linkSite(await headers())),
    openGraph: {
      type: 'article',
      siteName: PRODUCT,
      title,
      description: motion,
      url: debateAddress(id),
      images: {
        url: `/api/debates/${encodeURIComponent(id)}/card`,
        ...CARD_SIZE,
        type: 'image/png',
        alt: motion,
      },
    },
    twitter: { card: 'summary_large_image' },
  };
}

/** A debate: the server renders its outline, the browser makes it live. A moment of the past in the address leads to a separate page. */
export default async function DebatePage({ params, searchParams }: DebatePageProps) {
  const { id } = await params;
  const { after, at, notifications } = await searchParams;
  if (at) redirect(`${debateAddress(id)}/history?at=${encodeURIComponent(at.toString())}`);
  const { auth, quietDebates } = parley();
  const person = await auth.currentPerson(await headers());
  if (notifications !== undefined && person === null)
    redirect(`/sign-in?returnTo=${encodeURIComponent(notificationSettingsAddress(id))}`);
  const read = await readRequestedDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  const quietEnd = await quietDebates.endFor(id, person);
  return (
    <>
      <link rel="canonical" href={debateAddress(id)} />
      <ChooseView />
      <Board {...openingsOf(read)} quietEnd={quietEnd} after={after?.toString()} />
    </>
  );
}

/** For a large debate: first what its map shows, then, later in the same response, all of it. */
function openingsOf({ view, opening, excerpt }: DebateReading): Pick<BoardProps, 'opening' | 'front'> {
  if (excerpt === null) return { opening };
  return { front: frontOf(view, opening, excerpt), opening: Promise.resolve(opening) };
}
