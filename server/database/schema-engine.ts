import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { StartError } from './start-error.ts';

export type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** All tables are managed by us. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let loading: Promise<typeof SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly, working through a driver adapter: it needs no native binary. `schema` is only needed to compare
 * something with a schema.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema?: string,
): Promise<SchemaEngine> {
  loading ??= load();
  const engine = await loading;
  const datamodels: [string, string][] | undefined = schema ? [['schema.prisma', schema]] : undefined;
  return engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function load(): Promise<typeof SchemaEngine> {
  try {
    // The package's own entry imports the .wasm file as a module, which Node 20 can't, so it is assembled here.
    const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const code = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(code, {
      './schema_engine_bg.js': importsOf(bindings),
    });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === 'function') start();
    return bindings.SchemaEngine;
  } catch (error) {
    throw new StartError(
      'Prisma\'s schema engine could not be loaded (package "@prisma/schema-engine-wasm"), so the database cannot be ' +
        'brought up to date. Install the dependencies again with "npm ci".',
      { cause: error },
    );
  }
}

/**
 * Returns the functions that the engine calls. It limits its wait for a lock to ten seconds and never clears that timer, so a command
 * would end ten seconds late: here its timers keep no process running.
 */
function importsOf(bindings: object): WebAssembly.ModuleImports {
  const functions = Object.entries(bindings).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(
    functions.map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? unreferenced : value]),
  );
}

function unreferenced(run: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(run, milliseconds >>> 0).unref();
}
