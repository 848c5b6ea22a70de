export { type HubServerOptions, type Listen, openHubServer, type RunningServer } from './open-hub-server.ts';
export { serveHub } from './serve-hub.ts';
