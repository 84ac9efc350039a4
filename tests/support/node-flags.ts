/**
 * PostgreSQL as WebAssembly runs for a second or two in each process of the tests: making fast code of it, as V8 does
 * beside the run, takes longer than running slow code.
 */
export const WASM_FLAGS = ['--liftoff-only'];

/** How a program of ours is run as a process of its own, from source. */
export const NODE_FLAGS = [...WASM_FLAGS, '--import', 'tsx'];
