import { readFileSync } from 'node:fs';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { nameOf, SAMPLE_FILE } from './sample.mjs';

/** Passes over the changes that lie in the place of a drawn one without being drawn. */
class SampleChecker {
  #names = new Set();

  async init() {
    this.#names = new Set(JSON.parse(readFileSync(SAMPLE_FILE, 'utf8')));
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.#names.has(nameOf(mutant))
          ? { status: 'passed' }
          : { status: 'compileError', reason: 'not drawn' },
      ]),
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
