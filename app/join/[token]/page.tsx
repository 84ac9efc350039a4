import type { Metadata } from 'next';
import { messages } from '../../_ui/messages/messages.ts';
import { InvitationPage } from '../invitation-page.tsx';

interface InvitedPageProps {
  readonly params: Promise<{ token: string }>;
  readonly searchParams: Promise<{ problem?: string | string[] }>;
}

export function generateMetadata(): Metadata {
  return { title: messages('join')('title'), robots: { index: false } };
}

/** Where the link of an invitation leads, and what its QR code says. */
export default async function InvitedPage({ params, searchParams }: InvitedPageProps) {
  const { problem } = await searchParams;
  const { token } = await params;
  return (
    <InvitationPage token={decodeURIComponent(token)} problem={typeof problem === 'string' ? problem : ''} />
  );
}
