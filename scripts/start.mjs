/**
 * `npm start [-- <file>]`: builds what has changed and opens the editor, with the sample programme where no file is named.
 * Without any display the browser client is served on loopback instead.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildAll } from './build.mjs';
import { isBuilt, root } from './build-state.mjs';
import { hasDisplay, rootSwitches } from './surroundings.mjs';
import { resolveElectron } from './electron-runtime.mjs';

// npm runs scripts in the project's folder; INIT_CWD is where the person stands.
const words = process.argv.slice(2);
const switchesFrom = words.findIndex((word) => word.startsWith('-'));
const named = switchesFrom === -1 ? words : words.slice(0, switchesFrom);
/** Passed on: to Electron, or to `serve` where there is no display. */
const switches = words.slice(named.length);
const files = named.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));

function run(command, args, stdio = 'inherit') {
  const child = spawn(command, args, { cwd: root, stdio });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 0);
  });
  return child;
}

if (!isBuilt()) {
  console.error('Building …');
  const failed = buildAll();
  if (failed.length > 0) {
    console.error(`Could not build: ${failed.join(', ')}.`);
    process.exit(1);
  }
}

if (hasDisplay()) {
  const electron = await resolveElectron();
  console.error(electron.says);
  run(electron.executablePath, [...rootSwitches(), ...switches, root, ...files]);
} else {
  console.error('There is no display here, so the browser client is served on this machine instead. Stop with Ctrl+C.');
  const server = run(
    process.execPath,
    [join(root, 'dist', 'cli', 'programrevisjon.js'), 'serve', '--host', '127.0.0.1', ...switches],
    ['inherit', 'pipe', 'inherit'],
  );
  server.stdout.setEncoding('utf8').on('data', (line) => {
    process.stdout.write(line);
    const { url, adminInvite } = JSON.parse(line);
    console.error(`Open ${url}/#alone=${adminInvite} in a browser.`);
    if (files.length > 0) console.error(`Then open ${files.join(', ')} with «Åpne» in the window.`);
  });
}
