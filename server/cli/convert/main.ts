import { convert } from './convert.ts';

process.exitCode = await convert(process.argv.slice(2), process.stdout, process.stderr);
