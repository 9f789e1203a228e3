/** Fetches the full box, once. */
export const loadRich = () => import('./RichEditor').then((module) => module.default);
