/** Builds only where dist/ is older than the sources. */
import { isBuilt } from './build-state.mjs';
import { buildAll } from './build.mjs';

if (!isBuilt() && buildAll().length > 0) process.exitCode = 1;
