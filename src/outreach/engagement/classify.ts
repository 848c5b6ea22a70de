import { isbot } from 'isbot';
import type { ActorClass } from '../tables/engagement-tables.ts';

/**
 * Who asked for a pixel or followed a link. Mail gateways open and follow everything to look for harm, Apple's proxy loads
 * every pixel, so most of what comes is no reader: it is stored, told apart, and never the reason for anything.
 */
export interface HitSigns {
  readonly method: string;
  readonly userAgent: string | undefined;
  /** The headers Sec-Purpose, Purpose and X-Moz, as far as they came. */
  readonly purposes: readonly string[];
  readonly atMs: number;
  /** When the mail left. */
  readonly leftAtMs: number;
}

/** Faster than that nobody reads. */
const READING_MS = 2_000;

/** Proxies that load a pixel when a person opens the mail: all that a provider lets through of it. */
const PROXY = /GoogleImageProxy|YahooMailProxy/i;

/** Security gateways and link scanners that name themselves; others are known by their behaviour alone. */
const GATEWAY =
  /SafeLinks|urldefense|Proofpoint|Mimecast|Barracuda|BitDefender|Symantec|Trend ?Micro|Sophos|FireEye|ZScaler|IronPort|MessageLabs|Forcepoint|Cloudmark|linkprotect|HeadlessChrome|PhantomJS/i;

/** What Apple's Mail Privacy Protection sends: an engine, and no browser after it. */
const BARE_ENGINE = /\(KHTML, like Gecko\)$/;
const BARE_MOZILLA = /^Mozilla\/5\.0$/;
const PREFETCH = /prefetch|preview/i;
const BROWSER = /^(?:Mozilla|Opera)\/\d+\.\d+ \([^)]+\)/;
/** Asked before the list of bots, to which every short name is one. */
const MAIL_PROGRAM =
  /Microsoft Office|Microsoft Outlook|Outlook-iOS|Thunderbird|Apple-?Mail|Airmail|Mailbird|Postbox|eM Client|Evolution\/|Lotus-Notes/i;

export function classifyHit({ method, userAgent, purposes, atMs, leftAtMs }: HitSigns): ActorClass {
  const agent = userAgent?.trim() ?? '';
  if (agent === '' || method === 'HEAD' || purposes.some((purpose) => PREFETCH.test(purpose))) return 'machine';
  if (atMs < leftAtMs + READING_MS) return 'machine';
  if (PROXY.test(agent)) return 'proxy';
  if (GATEWAY.test(agent) || BARE_ENGINE.test(agent) || BARE_MOZILLA.test(agent)) return 'machine';
  if (MAIL_PROGRAM.test(agent)) return 'human';
  if (isbot(agent)) return 'machine';
  return BROWSER.test(agent) ? 'human' : 'unknown';
}

/** How surely a person did it. An open never says more than a half: a preview pane opens too. */
const CONFIDENCE = {
  open: { human: 0.5, proxy: 0.5, unknown: 0.3, machine: 0 },
  click: { human: 0.8, proxy: 0.5, unknown: 0.5, machine: 0 },
} as const satisfies Record<string, Record<ActorClass, number>>;

export function confidenceOf(type: 'open' | 'click', actor: ActorClass): number {
  return CONFIDENCE[type][actor];
}
