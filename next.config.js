import { existsSync } from 'node:fs';

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A seminar on one wireless network has no proxy in front that would compress.
  compress: true,
  devIndicators: false,
  turbopack: {
    resolveAlias: {
      // Sentences reach the browser compiled (app/_ui/messages/messages.ts): their parser stays on the server.
      'use-intl/format-message': 'use-intl/format-message/format-only',
      // The map is moved by nothing of it.
      'd3-transition': './app/_board/map/scene/no-transition.ts',
      'd3-interpolate': './app/_board/map/scene/no-interpolation.ts',
    },
  },
  images: { unoptimized: true },
  // `npm run check` type-checks the whole project; the build would only do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A cache costs a fifth of a build, so the first build of a clone makes none: who only serves does not build again.
    turbopackFileSystemCacheForBuild: existsSync('.next/BUILD_ID'),
  },
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
