/** Hosts are patterns of labels: `geo-os.*` is that name under any top-level domain, `*.geo-os.*` any name below it. */
export interface ScanSettings {
  /** Hosts of the system that sends; a link to them is a reference that the receiver cannot follow. */
  readonly sourceHosts: readonly string[];
  /** Host patterns, with or without a path, under which a link is documentation. */
  readonly documentationPrefixes: readonly string[];
}

export const DEFAULT_SCAN_SETTINGS: ScanSettings = Object.freeze({
  sourceHosts: Object.freeze(['geo-os.*', '*.geo-os.*']),
  documentationPrefixes: Object.freeze([
    'docs.geo-os.*',
    'developers.google.com/search/docs',
    'schema.org',
    'developer.mozilla.org',
    'llmstxt.org',
    'w3.org',
  ]),
});

/** `host` in lower case without a port. A star stands for one or more labels in front, for one or two behind. */
export function matchesHost(host: string, pattern: string): boolean {
  const labels = host.replace(/^www[.]/, '').split('.');
  const wanted = pattern.toLowerCase().split('.');
  const core = wanted.filter((label) => label !== '*');
  const at = labels.findIndex((_, start) => core.every((label, step) => labels[start + step] === label));
  if (at < 0 || core.length === 0) return false;
  const before = at;
  const after = labels.length - at - core.length;
  return (
    (wanted[0] === '*' ? before > 0 : before === 0) && (wanted.at(-1) === '*' ? after > 0 && after < 3 : after === 0)
  );
}

/** True when the address is under one of the prefixes; a prefix ends at a slash or at the end of the path. */
export function isUnderPrefix(host: string, path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => {
    const slash = prefix.indexOf('/');
    const folder = slash < 0 ? '' : prefix.slice(slash).replace(/[/]$/, '');
    const wanted = slash < 0 ? prefix : prefix.slice(0, slash);
    return matchesHost(host, wanted) && (path === folder || path.startsWith(`${folder}/`) || folder === '');
  });
}
