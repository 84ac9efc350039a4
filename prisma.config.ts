import { defineConfig } from 'prisma/config';

/** For `prisma generate`, and for `prisma migrate deploy` where somebody prefers it to migrations at start. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
