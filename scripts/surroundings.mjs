/** What the machine that runs the scripts has. */

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

const isRoot = process.getuid?.() === 0;

/** Chromium does not start as root (containers, continuous integration) with its process sandbox on. The product never sets this. */
export function rootSwitches() {
  if (process.platform !== 'linux' || !isRoot) return [];
  console.error(
    'Running as root: Chromium’s process sandbox is off (--no-sandbox). Run as an ordinary user for daily work.',
  );
  return ['--no-sandbox'];
}
