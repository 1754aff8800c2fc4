import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/main/contentSecurityPolicy';
import { fileOnCommandLine } from '../../../electron/main/startFile';
import { placeWindow } from '../../../electron/main/window/bounds';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('where the window goes', () => {
  const bounds = { x: 100, y: 80, width: 1200, height: 800 };

  it('W1 where it was', () => {
    expect(placeWindow({ bounds, maximized: true }, [screen])).toEqual({ bounds, maximized: true });
  });

  it.each([
    ['never saved', null],
    ['damaged', { bounds: { x: 'left' } }],
    ['not a whole number', { bounds: { ...bounds, x: 0.5 }, maximized: false }],
    ['on a screen that is gone', { bounds: { ...bounds, x: 5_000 }, maximized: false }],
    ['too small to use', { bounds: { ...bounds, width: 10 }, maximized: false }],
  ])('W2 in the middle of the main screen, within it, when it is %s', (_name, saved) => {
    expect(placeWindow(saved, [screen]).bounds).toEqual({ x: 280, y: 90, width: 1360, height: 900 });
    expect(placeWindow(saved, [{ x: 0, y: 0, width: 1024, height: 700 }]).bounds).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    });
  });
});

describe('the file on the command line', () => {
  it.each([
    [['electron', '.', 'a.program'], false, '/home/x/a.program'],
    [['electron', '--inspect=0', '.', '--lang=nb', '/b/a.txt'], false, '/b/a.txt'],
    [['electron', '.'], false, null],
    [['programrevisjon', 'a.program'], true, '/home/x/a.program'],
    [['programrevisjon'], true, null],
  ])('W3 %j (packaged: %j) names %j', (argv, isPackaged, expected) => {
    expect(fileOnCommandLine(argv, isPackaged, '/home/x')).toBe(expected);
  });
});

describe('the policy', () => {
  it('W4 lets in no script but our own, and opens only connections', () => {
    const directives = new Map(
      contentSecurityPolicy(null)
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('style-src')).toBe("'self'");
    expect(directives.get('worker-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self' ws: wss: http: https:");
    const open = [...directives].filter(([, sources]) => /https?:|\*|unsafe/.test(sources));
    expect(open.map(([name]) => name)).toEqual(['connect-src']);
  });
});
