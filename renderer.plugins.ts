import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';

/** What the window is built with, for the desktop and for the browser: React, whose compiler draws again only what a key changed (ADR 12). */
export const rendererPlugins = (): PluginOption[] => [react(), babel({ presets: [reactCompilerPreset()] })];
