export type { Actor, HubDeps, Trace } from './context.ts';
export { DEFAULT_HUB_SETTINGS, type HubSettings, type SendWindow } from './hub-settings.ts';
export { outreachModule } from './tables/module.ts';
