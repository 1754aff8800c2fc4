/** `npm run dev`: the window with Vite's server behind it, on the same Electron as `npm start`. */
import { spawn } from 'node:child_process';
import { root } from './build-state.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { rootSwitches } from './surroundings.mjs';

const electron = await resolveElectron();
console.error(electron.says);
const switches = rootSwitches();
const child = spawn(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--watch'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ELECTRON_EXEC_PATH: electron.executablePath,
    ...(switches.length > 0 ? { NO_SANDBOX: '1' } : {}),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
