import type { Finder, Match } from './rules/rule.ts';
import { isUnderPrefix, matchesHost, type ScanSettings } from './scan-settings.ts';

export type AddressKind = 'api' | 'webhook' | 'internal' | 'port' | 'source';

/** One address in a text, in lower case. A path alone has an empty host. */
interface Address extends Match {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

const ADDRESS =
  /(?:\b(https?):)?\/\/(?:[^\s/@]{1,80}@)?([\w.-]{1,120}|\[[\da-f:]{2,40}\])(?::(\d{2,5}))?([/?#][^\s<>"'`|)]{0,300})?|(?<![\w@./-])((?:[a-z\d-]{1,63}[.]){1,6}[a-z\d]{1,24}|localhost)(?::(\d{2,5}))?(?![\w@])(\/[^\s<>"'`|)]{0,300})?|(?<![\w.:/<])(\/[\w{}:.-]{1,60}\/[\w{}:./-]{1,200})/gi;

const API_LABEL =
  /^(?:apis?\d{0,2}|[\w-]{0,20}-api|api-[\w-]{1,20}|gateway|graphql|rpc|ws|wss|grpc|ingest|collector|mqtt)$/;
const API_PATH =
  /\/(?:api|apis|rest|wp-json|rpc|jsonrpc|graphql|oauth2?|_api|cgi-bin|admin-ajax[.]php|xmlrpc[.]php)(?:\/(?!docs?\b|reference|documentation|overview|guides?\b|pricing|changelog|faq|limits)[\w{:$.<-]|\/?[?])|\/v\d{1,2}(?:[.]\d)?\/[\w{:]|\/(?:graphql|xmlrpc[.]php|admin-ajax[.]php)\/?$|\/status\/(?:req|job|run|task)|\/api\/?$/;
/** Whatever stands around it, this is an API. */
const DEEP_API = /\/(?:api|rest|wp-json)\/v\d{1,2}\/\w{1,40}\/?$/;
const ABOUT_PATH =
  /\/(?:blog|articles?|learn|help|guides?|glossary|tutorials?)\/|(?:quickstart|guide|overview|tutorial|introduction|getting-started|changelog|prereqs|[.]html?)\/?$/;
const HOOK_HOST =
  /(?:^|[.])(?:(?:web-?)?hooks?|callbacks?|notify|ipn|postback|inbound|listener)(?:-[\w-]{1,30})?(?:[.][\w-]{1,40}){2,5}$|(?:^|[.])(?:webhook[.]site|requestcatcher[.]com|requestbin[.]\w{2,6}|requestinspector[.]com|beeceptor[.]com|pipedream[.](?:net|dev)|ngrok(?:-free)?[.](?:io|app|dev)|trycloudflare[.]com|loca[.]lt|localhost[.]run|serveo[.]net|burpcollaborator[.]net|oast[.]\w{2,8}|interact[.]sh|dnslog[.]cn|ceye[.]io|canarytokens[.]com|smee[.]io|hookdeck[.]com|hookb[.]in|putsreq[.]com|ptsv\d[.]com|postb[.]in|mockbin[.](?:io|org)|httpbin[.]org|svix[.]com|webhook[.]office[.]com|integromat[.]com|(?:eu|us)\d[.]make[.](?:com|celonis[.]com)|maker[.]ifttt[.]com|execute-api[.][\w-]{2,20}[.]amazonaws[.]com|lambda-url[.][\w-]{2,20}[.]on[.]aws|(?:sns|sqs)[.][\w-]{2,20}[.]amazonaws[.]com|cloudfunctions[.]net|a[.]run[.]app|azurewebsites[.]net|logic[.]azure[.]com|servicebus[.]windows[.]net|powerplatform[.]com|powerautomate[.]com|n8n[.](?:cloud|\w[\w-]{1,40}[.]\w{2,12})|workers[.]dev|transfer[.]sh|raw[.]githubusercontent[.]com|gist[.]githubusercontent[.]com)$/;
const HOOK_SERVICE =
  /^(?:(?:www[.])?(?:discord(?:app)?|zapier|make|n8n|pipedream|slack|tray|workato)[.](?:com|io)\/(?:api\/)?(?:web-?)?hooks?\/[\w-]|chat[.]googleapis[.]com\/v\d\/spaces|api[.]telegram[.]org\/bot|(?:www[.])?pastebin[.]com\/raw\/)/;
const HOOK_PATH =
  /\/(?:web-?hooks?(?:-test)?|hooks|callbacks?|postbacks?|ipn|incoming-webhook|triggers?\/[\w-]{1,60}\/(?:with\/key|paths|run)|services\/t\w{5,20}\/b\w{5,20})(?:\/(?!guide|docs?\b|overview|what)[\w{-]|\/?(?:[?]|$))|\/(?:hook|callback|webhook|notify|ingest|trigger|report-status)\/?$/;
/** A page of a site that tells of its hooks. */
const HOOK_PAGE =
  /^\/(?:\w\w\/)?(?:docs?|documentation|developers?|dev|support|kb|wiki|features?|integrations?|product|resources|academy|topics?|hilfe|aide|ayuda|doku|reference|manual)\/(?:[\w-]{1,40}\/){0,3}(?:web-?)?hooks?\/?$/;
/** A page of a site that tells of its API. */
const API_PAGE =
  /^\/(?:\w\w\/)?(?:docs?|documentation|developers?|support|kb|help|reference|api-reference|manual|resources|learn|academy)\/(?:[a-z-]{1,40}\/){0,3}api(?:\/[a-z-]{1,40}){0,3}\/?$/;
const INTERNAL_NAME =
  /(?:^|[.])(?:localhost|internal|local|lan|corp|intranet|localdomain|onion|consul|test-env)$|[.]svc[.]cluster[.]local$/;
const IPV4 = /^(\d{1,3})[.](\d{1,3})[.]\d{1,3}[.]\d{1,3}$/;

/** The rules share the addresses of the sentence that is being looked at. */
const latest: { text: string; found: readonly Address[] } = { text: '', found: [] };

/** Finds the first address of a kind. */
export function addressFinder(kind: AddressKind): Finder {
  const isKind = KINDS[kind];
  return (text, settings) => addressesIn(text).find((address) => isKind(address, settings));
}

function addressesIn(text: string): readonly Address[] {
  if (latest.text === text) return latest.found;
  const found: Address[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, scheme, host, port, path, bareHost, barePort, barePath, pathAlone] = match;
    found.push({
      index: match.index,
      length: whole.length,
      scheme: (scheme ?? '').toLowerCase(),
      host: (host ?? bareHost ?? '').toLowerCase().replace(/[.]$/, ''),
      port: port ?? barePort ?? '',
      path: (path ?? barePath ?? pathAlone ?? '').toLowerCase().replace(/[.,;:!)\]]{1,5}$/, ''),
    });
  }
  latest.text = text;
  latest.found = found;
  return found;
}

const KINDS: Readonly<Record<AddressKind, (address: Address, settings: ScanSettings) => boolean>> = {
  api: ({ host, path }) => isApiHost(host) || isApiPath(host, path),
  webhook: ({ host, path }) =>
    HOOK_HOST.test(host) ||
    HOOK_SERVICE.test(`${host}${path}`) ||
    (HOOK_PATH.test(path) &&
      !ABOUT_PATH.test(path) &&
      !HOOK_PAGE.test(path) &&
      !HOOK_PAGE.test(`/${host.split('.')[0] ?? ''}${path}`) &&
      (host !== '' || path.length > 10)),
  internal: isInternal,
  port: ({ host, port }) =>
    port !== '' && /[a-z]|^\d{1,3}(?:[.]\d{1,3}){3}$/.test(host) && !/^(?:19|20)\d\d$/.test(port),
  source: ({ host, path }, { sourceHosts, documentationPrefixes }) =>
    sourceHosts.some((pattern) => matchesHost(host, pattern)) && !isUnderPrefix(host, path, documentationPrefixes),
};

function isApiHost(host: string): boolean {
  const labels = host.split('.');
  return labels.length > 2 && labels.slice(0, -2).some((label) => API_LABEL.test(label));
}

/** `/api` alone is the name of a page; an API path goes on. */
function isApiPath(host: string, path: string): boolean {
  if (!API_PATH.test(path) || (ABOUT_PATH.test(path) && !DEEP_API.test(path))) return false;
  if (API_PAGE.test(path)) return false;
  return host !== '' || !/^\/api\/?$/.test(path);
}

function isInternal({ scheme, host, port, path }: Address): boolean {
  if (host.startsWith('[')) return true;
  const named = scheme !== '' || port !== '' || path !== '';
  const [, first, second] = IPV4.exec(host) ?? [];
  if (first === undefined) return INTERNAL_NAME.test(host) && (named || host.includes('.'));
  const [a, b] = [Number(first), Number(second)];
  if (named) return true;
  return (
    a === 10 || a === 127 || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32)
  );
}
