/** The one Electron channel that requests travel on. Kept apart from the parsers, which the preload must not carry. */
export const requestChannel = 'desktop:request';
/** The one that menu commands travel on, from the main process to a window. */
export const menuChannel = 'desktop:menu';
