import type { Metadata } from 'next';
import { messages } from '../../_ui/messages/messages.ts';
import { InvitationPage } from '../invitation-page.tsx';

interface InvitedPageProps {
  readonly params: Promise<{ token: string }>;
}

export function generateMetadata(): Metadata {
  return { title: messages('join')('title'), robots: { index: false } };
}

/** Target of an invitation's link and QR code. */
export default async function InvitedPage({ params }: InvitedPageProps) {
  const { token } = await params;
  return <InvitationPage typed={decodeURIComponent(token)} />;
}
