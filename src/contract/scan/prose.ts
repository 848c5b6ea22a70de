/** Where a string stands. */
export interface Place {
  /** The member that holds it; in an array, the member that holds the array. */
  readonly name: string;
  /** Inside of a `details` object, where every name is the sender's own. */
  readonly inDetails: boolean;
  readonly text: string;
}

const OPAQUE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[.]\d{1,9})?Z$/;
const TOKEN = /^[a-z]{1,24}(?:_[a-z]{1,24}){0,4}$/;
const VERSION = /^\d{1,6}(?:[.]\d{1,6}){2}$/;

const CLOSED: Readonly<Record<string, RegExp>> = {
  approvedBy: OPAQUE_ID,
  actor: OPAQUE_ID,
  createdAt: TIME,
  timestamp: TIME,
  start: TIME,
  end: TIME,
  type: TOKEN,
  priority: TOKEN,
  severity: TOKEN,
  event: TOKEN,
  governanceStatus: TOKEN,
  sentiment: TOKEN,
  generatedBy: TOKEN,
  handoffVersion: VERSION,
};

/**
 * Whether a string of a context is scanned. Ids, times and enums are not, as long as they look like one: an id with a
 * sentence in it is read like any other sentence. In `details` every string is prose.
 */
export function isContextProse(_pointer: string, { name, inDetails, text }: Place): boolean {
  if (inDetails) return true;
  const form = Object.hasOwn(CLOSED, name) ? CLOSED[name] : undefined;
  if (form !== undefined) return !form.test(text);
  if (name.endsWith('Id')) return !OPAQUE_ID.test(text);
  return !(name.endsWith('Timestamp') && TIME.test(text));
}
