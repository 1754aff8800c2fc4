/** The Debian packages that the tests need: a display, Electron's libraries, and the programs that read what we write. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = [
  ...['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'dbus', 'fonts-liberation'],
  ...['chromium', 'poppler-utils', 'libreoffice-writer-nogui', 'qpdf', 'strace', 'wdiff', 'php-cli', 'php-wikidiff2'],
];

const isInstalled = (name) => {
  const { stdout, status } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return status === 0 && stdout.endsWith('ok installed');
};

/** Another package may do the same: the full LibreOffice as well as the one without screens, a newer name of a library. */
const substitutes = {
  'libreoffice-writer-nogui': ['libreoffice-writer'],
  libasound2: ['libasound2t64'],
  'libgtk-3-0': ['libgtk-3-0t64'],
};
const isThere = (name) => [name, ...(substitutes[name] ?? [])].some(isInstalled);

/** Installs what is missing where it may (root on Debian), and otherwise names it in one sentence. Yields whether all is there. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux') return true; // a display of its own; tests that need the other programs say so
  if (!existsSync('/usr/bin/dpkg-query')) {
    console.error(
      `The tests need what Debian calls ${packages.join(', ')}; install the same by this system's own means.`,
    );
    return false;
  }
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0) {
    console.error(
      `The tests need packages that are missing: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
    return false;
  }
  console.error(`Installing ${missing.join(', ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  if (!apt('install', '-y', '--no-install-recommends', ...missing)) {
    // One that cannot be had must not keep the others away.
    for (const name of missing) apt('install', '-y', '--no-install-recommends', name);
  }
  const still = missing.filter((name) => !isThere(name));
  if (still.length > 0) console.error(`Could not be installed: ${still.join(', ')}.`);
  return still.length === 0;
}
