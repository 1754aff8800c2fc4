/**
 * Finds a real Electron for `start`, `dev` and the tests, and says which it took:
 *   1. ELECTRON_OVERRIDE_DIST_PATH, when set;
 *   2. the pinned official release, when it is there already or can be downloaded: this is what users get;
 *   3. where only the npm registry can be reached: the runtime inside an npm package. Never for packaging.
 * Run by itself it prints the path of the executable on standard output, and the sentence on standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareRegistryRuntime, registryRuntimeVersion } from './electron/registry-runtime.mjs';

const require = createRequire(import.meta.url);
const electronFolder = dirname(require.resolve('electron/package.json'));
const pinnedVersion = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
const executableInDist =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

const reachTimeoutMs = 3_000;
const downloadTimeoutMs = 10 * 60_000;

function installedOfficial() {
  const versionFile = join(electronFolder, 'dist', 'version');
  const executable = join(electronFolder, 'dist', executableInDist);
  if (!existsSync(versionFile) || !existsSync(executable)) return null;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === pinnedVersion ? executable : null;
}

/** A refused or filtered network must be found out in seconds, not after the downloader's own retries. */
async function officialCanBeReached() {
  if (process.env.ELECTRON_GET_USE_PROXY) return true; // fetch knows no proxy; let the downloader try
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const address = `${mirror.replace(/\/?$/, '/')}v${pinnedVersion}/electron-v${pinnedVersion}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachTimeoutMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

function downloadOfficial() {
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: downloadTimeoutMs,
  });
  return installedOfficial();
}

/** Yields `{executablePath, version, says}`; throws with one sentence where no Electron can be had. */
export async function resolveElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const executablePath = join(override, executableInDist);
    if (!existsSync(executablePath)) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${executableInDist} there.`);
    }
    const versionFile = join(override, 'version');
    const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
    return { executablePath, version, says: `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${override}).` };
  }

  const official = installedOfficial() ?? ((await officialCanBeReached()) ? downloadOfficial() : null);
  if (official !== null) {
    return {
      executablePath: official,
      version: pinnedVersion,
      says: `Electron ${pinnedVersion}, the official release.`,
    };
  }

  const executablePath = await prepareRegistryRuntime();
  return {
    executablePath,
    version: registryRuntimeVersion,
    says:
      `Electron ${registryRuntimeVersion} from the npm registry, because the official ${pinnedVersion} cannot be downloaded here. ` +
      'For development and tests only: it is out of support.',
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const runtime = await resolveElectron();
    console.error(runtime.says);
    console.log(runtime.executablePath);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
