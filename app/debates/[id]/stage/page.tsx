import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { StageBoard } from '#app/_board/screens/stage/stage-board.tsx';
import { MessageProvider } from '#app/_ui/messages/message-provider.tsx';
import { wholeCatalogue } from '#app/_ui/messages/messages.ts';
import { parley } from '#server/handle.ts';
import { NoDebate, noDebate } from '../no-debate.tsx';

interface StagePageProps {
  readonly params: Promise<{ id: string }>;
}

/** A debate as the stage shows it, no matter who opens it: read once a request, for the page and for its title. */
const readStage = cache(async (id: string) => {
  const { auth, debates } = parley();
  return debates.read(id, await auth.currentPerson(await headers()), 'stage');
});

export async function generateMetadata({ params }: StagePageProps): Promise<Metadata> {
  const read = await readStage((await params).id);
  if (!read.ok) return noDebate();
  return { title: read.view.head?.title, robots: { index: false } };
}

/** The stage, for the projector. */
export default async function StagePage({ params }: StagePageProps) {
  const { id } = await params;
  const read = await readStage(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  return (
    <MessageProvider {...wholeCatalogue()}>
      <StageBoard opening={read.opening} showsCode={read.isModerator} />
    </MessageProvider>
  );
}
