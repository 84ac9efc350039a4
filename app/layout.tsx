import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './_ui/tokens.css';
import './_ui/base.css';
import './_ui/print.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parley } from '../server/handle.ts';
import { preloadFonts } from './_ui/fonts.ts';
import { MessageProvider } from './_ui/messages/message-provider.tsx';
import { catalogue, messages } from './_ui/messages/messages.ts';
import { themeCookieName } from './_ui/theme/toggle-theme.ts';

export function generateMetadata(): Metadata {
  const t = messages('site');
  return {
    title: messages('home')('title'),
    description: t('tagline'),
    manifest: '/manifest.webmanifest',
    icons: '/icon.svg',
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#141517' },
  ],
};

/** Root of every page: language, theme, fonts and messages. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  preloadFonts();
  const { locale, messages: all } = catalogue();
  const chosen = (await cookies()).get(themeCookieName(parley().https))?.value;
  const theme = chosen === 'dark' || chosen === 'light' ? chosen : undefined;
  return (
    <html
      lang={locale}
      dir="ltr"
      data-theme={theme}
      data-request={parley().requestId()}
      data-traced={parley().isTraced ? '' : undefined}
      suppressHydrationWarning
    >
      <body data-paper-note={messages('site')('notPrintable')}>
        <MessageProvider locale={locale} messages={all}>
          {children}
        </MessageProvider>
      </body>
    </html>
  );
}
