/**
 * PostgreSQL as WebAssembly runs for a second or two in each process of the tests: making fast code of it, as V8 does
 * beside the run, takes longer than running slow code.
 */
export const WASM_FLAGS = ['--liftoff-only'];
