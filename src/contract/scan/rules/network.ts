import { LOOKUP_PROSE, NETWORK_PROSE } from './in-plain-words.ts';
import { addressFinder } from '../address.ts';
import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'network',
  severity: 'block',
  constraint: 1,
  why: 'An address that answers requests invites a request; a context must be usable without any.',
} as const;

export const NETWORK_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'network.request-line',
    idea: 'A verb of HTTP with a path or an address behind it, or a header line of a request.',
    needs: 'get post put patch delete head options http authorization content x request bearer'.split(' '),
    match:
      /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,4}(?:(?:to|from|on|at|against|request to|request on)\s{1,3})?(?:\/[\w{:.-]|https?:\/\/)|\b(?:[Gg][Ee][Tt]|[Pp][Oo][Ss][Tt]|[Pp][Uu][Tt]|[Pp][Aa][Tt][Cc][Hh]|[Dd][Ee][Ll][Ee][Tt][Ee]|[Hh][Ee][Aa][Dd])\s{1,4}(?:\/(?:api|rest|graphql|rpc|wp-json|v\d{1,2}|hooks?|webhooks?|internal|admin)\b|\/[\w/-]{1,80}(?:\/[{:]|\/\d{1,12}(?=[\s.,;]|$)|[.](?:json|php|aspx?)\b)|https?:\/\/|[\w-]{1,40}(?:[.][\w-]{1,40}){1,4}\/)|\bHTTP\/[12](?:[.]\d)?\b|\b(?:[Aa]uthorization|AUTHORIZATION)\s{0,3}:\s{0,3}\w|\b(?:[Xx]-[\w-]{2,40}(?:[Kk]ey|[Tt]oken|[Ss]ignature|[Aa]uth))\s{0,3}:|\b(?:[Cc]ontent-[Tt]ype|CONTENT-TYPE)\s{0,3}:\s{0,3}application\/(?!ld)/,
    hit: ['POST /v1/leads', 'GET https://api.geo-os.io/v1/topics/123', 'PATCH /api/pages/{id}', 'delete /pages/42'],
    nonHit: ['POST-purchase emails can ask for reviews', 'Put users first', 'Get more backlinks', 'Put /blog first'],
  },
  {
    ...of,
    id: 'network.send-to-address',
    idea: 'Something is to be sent to, or taken from, an address.',
    needs:
      'send sends post posts submit submits push pushes upload forward stream deliver transmit download fetch request query call ping hit connect pull sync load retrieve subscribe notify report open execute invoke curl'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:send|post|submit|push|upload|forward|stream|deliver|transmit|sync|report|write|export)s? <6>(?:to|at|into|via|through) <2>(?:https?://|[\\w-]{1,40}(?:[.][\\w-]{1,40}){1,4}/)(?!(?:www[.])?(?:search[.]google|bing|google|linkedin|reddit|youtube|medium|g2|trustpilot|producthunt)[.])|\\b(?:fetch|request|query|call|ping|hit|curl|load|invoke|execute|download and (?:run|execute)|subscribe to|connect to|retrieve|poll) <4>https?://`,
    ),
    soft: true,
    hit: ['Send results to https://collector.example/in', 'Fetch the list from https://x.example/list'],
    nonHit: ['Follow the llms.txt proposal at https://llmstxt.org/', 'Refer to https://schema.org/FAQPage'],
  },
  {
    ...of,
    id: 'network.api-path',
    idea: 'The address of an API: an API path, a version in a path, a host that is named api.',
    needs: ['/', '.'],
    match: addressFinder('api'),
    hit: [
      'https://example.com/api/v2/update',
      'Use /api/v1/status/req-789 to check progress',
      'api.example.com/v1/leads',
    ],
    nonHit: ['Content on the /api page is thin; expand it to 1,500 words', 'Use a clean slug such as /blog/crm-guide'],
  },
  {
    ...of,
    id: 'network.webhook-host',
    idea: 'A host or a path that exists to receive messages of machines.',
    needs: ['/', '.'],
    match: addressFinder('webhook'),
    constraint: 4,
    hit: ['https://webhook.site/3f2c-1111', 'https://discord.com/api/webhooks/123/abc', 'example.com/webhooks/geo'],
    nonHit: ['See https://example.com/blog/what-is-a-webhook'],
  },
  {
    ...of,
    id: 'network.internal-address',
    idea: 'An address that means something only inside of a network.',
    needs: ['.', ':', '/', 'localhost'],
    match: addressFinder('internal'),
    hit: ['http://localhost:3000/admin', 'http://169.254.169.254/latest/meta-data', '10.0.0.5:8080/admin'],
    nonHit: ['Version 2.3.1 of the style guide applies'],
  },
  {
    ...of,
    id: 'network.host-port',
    idea: 'A host with a port.',
    needs: [':'],
    match: addressFinder('port'),
    hit: ['db.example.com:5432', 'https://example.com:8443/x'],
    nonHit: ['Use 16:9 images', 'Publish between 9:00 and 17:30'],
  },
  {
    ...of,
    id: 'network.scheme',
    idea: 'An address of any scheme but http and https, a remote of git or ssh, a network share.',
    needs: [':', '\\'],
    match:
      /\b(?!https?:)[a-z][a-z0-9+.-]{1,24}:\/\/(?=[^\s])|\bjdbc:[a-z]|\b[\w.-]{1,40}@[\w-]{1,60}(?:(?:[.][\w-]{1,60}){1,4}:[\w~/.-]|:[~/])|\\\\[\w.-]{2,60}\\[\w$]|\b(?:arn:aws|urn:aws)[\w-]{0,8}:/i,
    hit: [
      'ftp://files.example.com/in',
      's3://geo-bucket/handoff.json',
      'git@github.com:acme/site.git',
      'ws://live.example.com/socket',
    ],
    nonHit: ['https://schema.org/FAQPage', 'Write to press@example.com: we answer'],
  },
  {
    ...of,
    id: 'network.sensitive-query',
    idea: 'An address with a secret, a session or another address in its query.',
    needs: ['?', '&'],
    match:
      /[?&;](?:(?:access|auth|api|id|refresh|session|csrf|client)?[_-]?(?:token|secret|jwt)|api[_-]?key|apikey|key|auth|password|passwd|pwd|pass|signature|sig|sid|session(?:[_-]?id)?|x-amz-[a-z-]{3,30}|client_id|credential|code)=[^\s&]{3}|[?&](?:callback|webhook|notify(?:_?url)?|return(?:_?url|_?to)?|redirect(?:_?ur[li])?|next|dest|target|url|cb|hook|postback)=(?:https?:|https?%3a|\/\/)/i,
    hit: ['https://docs.example.com/page?token=abcdef123456', 'https://example.com/cb?callback=https://evil.example'],
    nonHit: ['Use a clean slug such as /blog/crm-guide instead of ?id=123', 'https://example.com/?utm_source=mail'],
  },
  {
    ...of,
    id: 'network.endpoint',
    idea: 'An endpoint to be used.',
    soft: true,
    needs:
      'endpoint endpoints api rest graphql soap grpc http https post get put patch request requests port ports socket ssh ftp sftp vpn telnet rsync webdav host feed interface hostname proxy tunnel listens tcp udp'.split(
        ' ',
      ),
    match: phrase(
      [
        `\\b(?:endpoint|api (?:base |root )?(?:url|base|root|host|server))s?(?: (?:is|at|url))? {0,1}[:=]|\\b(?:use|using|hit|query|request|consume|access|reach|connect to|send <4>to|post <4>to|via|through|from|with) (?:the |our |your |this |an )?<3>(?:endpoints?|api (?:url|gateway|server))\\b`,
        ...NETWORK_PROSE,
      ].join('|'),
    ),
    hit: ['Use the leads endpoint', 'API endpoint: see below'],
    nonHit: ['Explain what an API endpoint is', 'Publish an API documentation page that explains rate limits'],
  },
];

const DATA_STORE =
  "(?:(?:source|analysis|sender|sending|geo[ _-]?os|internal|production|central|originating|upstream|scoring|company|main|master|postgres|mysql|mongo|brand|handoff|reporting|platform)(?:[ _-]?(?:system|side|platform))?(?:['’]s)?[ _-](?:databases?|db|data ?base|tables?|warehouse|schema|collections?|index|bucket|store|storage|registry|repository|backend|dashboard|console|workspace|tenant|ui|interface|portal|app|ledger|cache|records?|inventory)|data ?warehouse|bigquery|snowflake|(?:postgres(?:ql)?|mysql|mongodb|redis|elasticsearch|dynamodb|clickhouse) (?:database|table|collection|index|cluster|db)|table [\"'`“]?[a-z]{2,20}_[a-z_]{2,30}|(?:source|upstream|internal) (?:table|schema|list)|database of (?:the )?(?:sender|source|geo[ _-]?os|sending system)|(?:system|database|table) that (?:created|sent|produced) (?:this|it))\\b";

export const REFERENCE_RULES: readonly Rule[] = [
  {
    family: 'reference',
    severity: 'block',
    constraint: 3,
    why: 'A context must hold what it speaks of; the receiver never opens a page or a record of the sender.',
    id: 'reference.source-address',
    idea: 'An address at the sending system that is not its documentation.',
    needs: ['.'],
    match: addressFinder('source'),
    hit: ['https://app.geo-os.io/requests/req-789', 'geo-os.com/dashboards/7'],
    nonHit: ['https://docs.geo-os.io/guide/scores'],
  },
  {
    family: 'reference',
    severity: 'block',
    constraint: 3,
    why: 'A context must hold what it speaks of; an id that has to be resolved elsewhere is a dependency.',
    id: 'reference.lookup',
    idea: 'A record is to be looked up by its id.',
    soft: true,
    needs:
      'look lookup resolve fetch retrieve query load get find pull join dereference see check open use using database primary record row uuid objectid id ids foreign obtain poll track follow read access refer consult handoff'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:look(?:ed)? ?up|resolve|fetch|retrieve|query|load|get|pull|find|read|dereference|obtain|open|access|check|track|poll|follow)s? <8>(?:by|using|with|via|for|from|under|against|through) (?:its |the |their |this |a |that )?<2>(?:(?:request|record|topic|question|recommendation|database|db|row|job|tracking|correlation|ticket|entity|object|document|run|batch|handoff|analysis|lead|task|execution|trace)[ _-]?(?:id|uuid|key|identifier|number)s?|ids?|uuids?|primary key)\\b|\\b(?:look(?:ed)? ?up|resolve|fetch|retrieve|load|query|get|pull|poll|track|see|open|check)s? <4>(?:req|request|rec|topic|question|job|task|run|handoff|analysis|record|row|doc|entity|lead|batch|brand|audit|warn)[-_ #]{1,2}(?:id )?#?[a-z]{0,3}-?\\d{1,12}\\b(?! (?:words?|pages?|times?))|\\b(?:database|db|record|row|mongo|internal|entity|object) (?:record )?(?:id|uuid|key|identifier)s? {0,1}(?:[:=#]|is|are|\\d)|\\b(?:primary|foreign) key {0,1}[:=\\d]|\\bobjectid\\(|\\b(?:row|record) (?:#|no[.] ?|number )?\\d{2,12} (?:in|of|from) (?:the )?\\w|\\b(?:see|refer to|consult|look up|read|open) (?:also )?(?:the )?(?:hand-?off|request|record|analysis|ticket|context) (?:id )?#?(?:[a-z]{1,10}[-_])\\d`,
    ),
    hit: ['Look up the topic by its database id', 'Fetch rec-1029 before writing', 'Record id: 99812'],
    nonHit: ['Look up keyword volume with Ahrefs', 'Find questions from forums', 'Get topics from the list'],
  },
  {
    family: 'reference',
    severity: 'block',
    constraint: 3,
    why: 'A context must hold what it speaks of; what is kept elsewhere is not part of it.',
    id: 'reference.kept-elsewhere',
    idea: 'A name, a text or a score is kept in a table or a store of the sender, or is to be joined from there.',
    soft: true,
    needs:
      'downloaded download os found open opened export exported request requested seen listed number numbers further more rest full complete missing backend dashboard console workspace ui portal app records lives live stored kept held view views column columns upstream enrich enriched resolve database databases db table tables warehouse schema bigquery snowflake postgres mongodb collection crm redis elasticsearch index bucket store repository geo source joins merge map mapping match matched lookup'.split(
        ' ',
      ),
    match: phrase(
      [
        `\\b(?:join(?:ed|ing|s)?|match(?:ed|ing)?|map(?:ped|ping)?|merge[ds]?|look(?:ed)? ?up|resolve[ds]?|translate[ds]?|cross-?reference[ds]?|enrich(?:ed)?|complete[ds]?|hydrate[ds]?|combine[ds]?) [^.;!?\\n]{0,40}?(?:with|to|on|against|from|in|via|using|by|through|into) (?:the |our |your |its )?<3>(?:[a-z]\\w{1,30}[.][a-z]\\w{0,20}(?:_?id|s)\\b|[a-z]{2,20}_[a-z_]{2,30}\\b|${DATA_STORE})|\\bjoin(?:ed)? (?:on|by|with|to|via) [\\w.]{0,30}_?ids?\\b|\\b(?:tables?|views?|columns?|schema|collections?) ["'“]?[a-z]{2,20}[_.][a-z_]{2,30}\\b|\\bgeo_?os[.](?!example)[a-z_]{2,40}\\b(?! )|\\b(?:names?|details?|full (?:text|list)|lists?|texts?|rest|evidence|scores?|answers?|records?|entr(?:y|ies)|versions?|definitions?|rationale|transcripts?|values?|descriptions?|labels?|titles?|data|history|everything else|remaining \\w{1,20}|it|they|mapping|ids?) <4>(?:is|are|can be found|stands?|lives?|lies?|resides?|stored|kept|available|remain|remains|found|looked up|listed|saved|held|located|exists?|in) <3>(?:in|at|on|under|inside|by|from|via)? ?(?:the |our |their |its )?<3>(?:${DATA_STORE})(?! (?:of|with) (?:readers|customers))|\\b(?:live|lives|stored|kept|held|saved|can be found|available) (?:only )?(?:in|at|inside) (?:the )?(?:geo[ -]?os|(?:source|sending|originating) system)\\b|\\b(?:geo[ _-]?os|source|sender['’]s) (?:database|schema|tables?)\\b|\\b(?:see|use|check|take|read|get|open|consult|refer to|pull|compare with) [^.;!?\\n]{0,40}\\b(?:in|from|at|of) (?:the |our |their )?<2>${DATA_STORE}`,
        ...LOOKUP_PROSE,
      ].join('|'),
    ),
    hit: [
      'brand_id: 417 (join with geo_os.brands to get the name)',
      'The full text is kept in the source database',
      'Take the missing titles from the analysis database',
    ],
    nonHit: [
      'Merge the two articles into one guide',
      'Add a comparison table to the page',
      'Match the title to the question that readers ask',
    ],
  },
];
