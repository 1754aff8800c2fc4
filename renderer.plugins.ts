import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, PluginOption, Rolldown } from 'vite';

/** What the window is built with, for the desktop and for the browser: React, whose compiler draws again only what a key changed (ADR 12). */
export const rendererPlugins = (): PluginOption[] => [
  react(),
  babel({ presets: [reactCompilerPreset()] }),
  latinFirst(),
];

/**
 * Letters beyond Latin 1 get a family of their own, «Inter Beyond» beside «Inter», which `ui/tokens.css` names second. Of each face of a family that is not fetched yet Chromium
 * asks the system, at each size, for one to lay out with in its place, though no letter of it stands in the text: a third of the first layout.
 */
const latinFirst = (): PluginOption => ({
  name: 'latin-first',
  enforce: 'pre',
  transform: {
    filter: { id: /@fontsource\/.*\.css$/ },
    handler(css, id) {
      const parted = css.replaceAll(
        /(?<=\/\* (\S+) \*\/\s*@font-face \{\s*font-family: ')[^']+/g,
        (family, face: string) => (/-latin-\d+-/.test(face) ? family : `${family} Beyond`),
      );
      if (parted === css) throw new Error(`${id} names its faces in another way now`);
      return parted;
    },
  },
});

/**
 * Has the page fetch these chunks, by the names of their modules, and what they need beside its own script, not after it: the desktop always
 * begins with a programme. In a browser the three doors come first, and nothing shall be in their way.
 */
export const fetchedWithThePage = (chunks: readonly string[]): PluginOption => ({
  name: 'fetched-with-the-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page, { bundle = {} }) {
      const outputs = Object.values(bundle);
      const scripts = new Set<string>();
      const sheets = new Set<string>();
      const add = (chunk: Rolldown.OutputChunk): void => {
        if (scripts.has(chunk.fileName)) return;
        scripts.add(chunk.fileName);
        for (const sheet of chunk.viteMetadata?.importedCss ?? []) sheets.add(sheet);
        for (const output of outputs)
          if (output.type === 'chunk' && chunk.imports.includes(output.fileName)) add(output);
      };
      for (const name of chunks) {
        const chunk = outputs.find((output) => output.type === 'chunk' && output.name === name);
        if (chunk?.type !== 'chunk') throw new Error(`${name} is no chunk of its own any more`);
        add(chunk);
      }
      const link = (attrs: Record<string, string>, file: string): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      });
      const more = (files: Iterable<string>): string[] => [...files].filter((file) => !page.includes(file));
      return [
        ...more(scripts).map((file) => link({ rel: 'modulepreload' }, file)),
        ...more(sheets).map((file) => link({ rel: 'preload', as: 'style' }, file)),
      ];
    },
  },
});
