/**
 * What the window may load: its own files and nothing else. `connect-src` is open to servers, because the user joins a sync
 * server by its address; what comes from there is data, never script. `developmentServer` is Vite's, in development only.
 */
export function contentSecurityPolicy(developmentServer: string | null): string {
  const scripts = developmentServer === null ? "'self'" : `'self' 'unsafe-inline' ${developmentServer}`;
  const styles = developmentServer === null ? "'self'" : `'self' 'unsafe-inline'`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws: wss: http: https:",
    "worker-src 'self'",
    "manifest-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
