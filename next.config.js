/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A seminar on one wireless network has no proxy in front that would compress.
  compress: true,
  devIndicators: false,
  // Sentences reach the browser compiled (app/_ui/messages/messages.ts): their parser stays on the server.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  images: { unoptimized: true },
  // `npm run check` type-checks the whole project; the build would only do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/schema-engine-wasm',
    'pg',
    'pglite-prisma-adapter',
    'pino',
  ],
};
