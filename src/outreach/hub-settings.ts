/** When mail may go out, in the recipient's time zone. */
export interface SendWindow {
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[];
  /** `09:00`, included. */
  readonly from: string;
  /** `17:00`, excluded. */
  readonly to: string;
}

/** The key that mails are signed with (RFC 6376). */
export interface DkimSettings {
  readonly domainName: string;
  readonly keySelector: string;
  /** Path of a PEM file. */
  readonly privateKey: string;
}

/** How the hub works; the section `outreach` of the configuration file, completed by defaults. */
export interface HubSettings {
  /** Where the links in mails lead: `https://o.example.org`, no slash at the end. Undefined: nothing is tracked. */
  readonly publicUrl: string | undefined;
  /** Where a booked meeting is made: the only host that a calendar link redirects to. */
  readonly schedulerUrl: string | undefined;
  /** Path of the file with the master keys that links are signed with. */
  readonly tokenKeys: string | undefined;
  /** Folder of the sequence templates. */
  readonly templates: string;
  /** The domain of Message-IDs. */
  readonly mailDomain: string;
  /** A human reply is forwarded here; undefined: it stays in its mailbox. */
  readonly replyTo: string | undefined;
  readonly defaultTimezone: string;
  readonly window: SendWindow;
  /** Days without mail: `2026-12-25`. */
  readonly holidays: readonly string[];
  /** An evaluation older than this no longer opens the gate. */
  readonly scoreTtlMs: number;
  /** A campaign that should have begun longer ago is paused instead. */
  readonly maxLatenessMs: number;
  /** Whose enrollments a human reply stops. */
  readonly replyScope: 'contact' | 'company';
  /** False: no pixel and plain links. */
  readonly tracking: boolean;
  /** Replies, bounces and opt-outs by mail come to `sales+r.TOKEN@…`, for mail servers that know tags. */
  readonly taggedAddresses: boolean;
  readonly calendarTtlMs: number;
  /** A follow-up waits until its mailbox was read this recently. */
  readonly inboxFreshMs: number;
  /** Signals that wait longer raise OUT-004. */
  readonly signalLagMs: number;
  /** So long after its last mail an enrollment still counts as under way: an answer may come. */
  readonly replyWaitMs: number;
  /** Undefined: mails are not signed here. */
  readonly dkim: DkimSettings | undefined;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The longest life that a calendar link may have. */
export const MAX_CALENDAR_TTL_MS = 60 * DAY_MS;

export const DEFAULT_HUB_SETTINGS: HubSettings = Object.freeze({
  publicUrl: undefined,
  schedulerUrl: undefined,
  tokenKeys: undefined,
  templates: './outreach-templates',
  mailDomain: 'outreach.invalid',
  replyTo: undefined,
  defaultTimezone: 'UTC',
  window: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  holidays: [],
  scoreTtlMs: 30 * DAY_MS,
  maxLatenessMs: DAY_MS,
  replyScope: 'company',
  tracking: true,
  taggedAddresses: false,
  calendarTtlMs: 14 * DAY_MS,
  inboxFreshMs: 10 * MINUTE_MS,
  signalLagMs: HOUR_MS,
  replyWaitMs: 5 * DAY_MS,
  dkim: undefined,
});
