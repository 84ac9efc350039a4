import type { Metadata } from 'next';
import { AnalysisBoard } from '#app/_board/screens/analysis-board.tsx';
import { MessageProvider } from '#app/_ui/messages/message-provider.tsx';
import { messages, wholeCatalogue } from '#app/_ui/messages/messages.ts';
import { NoDebate, noDebate } from '../no-debate.tsx';
import { readRequestedDebate } from '../read-debate.ts';

interface AnalysisPageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: AnalysisPageProps): Promise<Metadata> {
  const read = await readRequestedDebate((await params).id);
  if (!read.ok) return noDebate();
  return { title: messages('analysis')('pageTitle', { title: read.view.head?.title ?? '' }) };
}

/** Analysis of a debate's votes and links, live. */
export default async function AnalysisPage({ params }: AnalysisPageProps) {
  const { id } = await params;
  const read = await readRequestedDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  return (
    <MessageProvider {...wholeCatalogue()}>
      <AnalysisBoard opening={read.opening} />
    </MessageProvider>
  );
}
