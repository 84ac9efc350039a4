import type { Metadata } from 'next';
import { cache } from 'react';
import { EmbeddedBoard } from '#app/_board/screens/embedded-board.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { parley } from '#server/handle.ts';
import { ChooseView } from '../../choose-view.tsx';
import { NoDebate, noDebate } from '../no-debate.tsx';

interface EmbedPageProps {
  readonly params: Promise<{ id: string }>;
}

/** A debate as anyone may read it, no matter who is signed in here: read once a request, for the page and for its title. */
const readEmbedded = cache(async (id: string) => parley().debates.read(id, null, 'stage'));

export async function generateMetadata({ params }: EmbedPageProps): Promise<Metadata> {
  const read = await readEmbedded((await params).id);
  if (!read.ok) return noDebate();
  return { title: read.view.head?.title, robots: { index: false } };
}

/** A debate for a frame in another site's page. */
export default async function EmbedPage({ params }: EmbedPageProps) {
  const { id } = await params;
  const read = await readEmbedded(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  return (
    <>
      <link rel="canonical" href={debateAddress(id)} />
      <ChooseView />
      <EmbeddedBoard opening={read.opening} />
    </>
  );
}
