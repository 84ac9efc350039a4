import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;
const [, , command, action] = process.argv;

// `diff` compares files too; the other commands of these families need a database that they can connect to.
if (!url && /^(?:db|migrate|studio)$/.test(command ?? '') && action !== 'diff') {
  process.stderr.write(
    'Prisma\'s commands work on PostgreSQL: set DATABASE_URL to "postgresql://user:password@host:5432/parley".\n' +
      'The embedded database takes no connections. It is migrated and seeded by "npm start", "npm run migration -- --name ' +
      'what_it_does" writes a new migration, and "npm run move" moves it to PostgreSQL (docs/operating.md).\n',
  );
  process.exit(1);
}

/** For Prisma's command line. The server migrates and seeds by itself at the start. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx server/cli/seed/main.ts' },
  ...(url ? { datasource: { url } } : {}),
});
