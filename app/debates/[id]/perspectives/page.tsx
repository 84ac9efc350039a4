import type { Metadata } from 'next';
import { PerspectivesBoard } from '#app/_board/screens/perspectives-board.tsx';
import { MessageProvider } from '#app/_ui/messages/message-provider.tsx';
import { messages, wholeCatalogue } from '#app/_ui/messages/messages.ts';
import { NoDebate, noDebate } from '../no-debate.tsx';
import { readRequestedDebate } from '../read-debate.ts';

interface PerspectivesPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ of?: string | string[]; beside?: string | string[] }>;
}

export async function generateMetadata({ params }: PerspectivesPageProps): Promise<Metadata> {
  const read = await readRequestedDebate((await params).id);
  if (!read.ok) return noDebate();
  return { title: messages('perspectives')('pageTitle', { title: read.view.head?.title ?? '' }) };
}

/** Two perspectives on a debate side by side, live. */
export default async function PerspectivesPage({ params, searchParams }: PerspectivesPageProps) {
  const { id } = await params;
  const { of, beside } = await searchParams;
  const read = await readRequestedDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  return (
    <MessageProvider {...wholeCatalogue()}>
      <PerspectivesBoard
        opening={read.opening}
        left={typeof of === 'string' ? of : 'own'}
        right={typeof beside === 'string' ? beside : 'everyone'}
      />
    </MessageProvider>
  );
}
