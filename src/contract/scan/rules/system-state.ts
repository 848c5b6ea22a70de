import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'system state',
  severity: 'block',
  constraint: 2,
  why: 'A context holds what an analysis found, never how a system is configured or what it is doing.',
} as const;

const MACHINE_STATE =
  '(?:pending|queued|running|in[ _-]progress|processing|executing|waiting|scheduled|failed|failing|stalled|stuck|blocked|retrying|succeeded|completed|cancell?ed|paused|idle|locked|active|busy|started|deploying|timed out|dead|enabled|disabled)';

/** Readers who may read something, which is no right in a system. */
const NOT_READERS =
  '(?!(?:grant|give|allow|revoke)(?:s|ing)? (?:(?:the|your|our|all|new|registered|paying|loyal|local|every|each|any|both|some) ){0,2}(?:(?:readers?|customers?|visitors?|subscribers?|buyers?|journalists?|members?|followers?|listeners?|viewers?|guests?|students?|patients?|clients?|shoppers?|participants?|attendees?|the (?:press|public|audience|media)|researchers?|analysts?|partners?|prospects?) (?:(?:free|early|full|instant|open|direct|easy|quick|unlimited|lifetime|premium|first|exclusive|better|permanent) ){0,2}access\\b(?! to <3>(?:cms|servers?|databases?|production|admin|backend|repositor(?:y|ies)|accounts?|systems?|apis?|console|wordpress|panel|settings|hosting|staging|queue|credentials?)\\b)|(?!(?:the |an? )?<1>(?:bots?|agents?|accounts?|scripts?|systems?|services?|plugins?|svc|usr)\\b)<3>access to (?:<4>)(?:benchmarks?|reports?|data|stud(?:y|ies)|archives?|librar(?:y|ies)|guides?|press kit|pdfs?|white ?papers?|templates?|calculators?|courses?|webinars?|videos?|articles?|manuals?|checklists?|research|samples?|demos?|trial|forum|newsletter|recordings?|slides)\\b))';

export const SYSTEM_STATE_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'state.environment-variable',
    idea: 'A variable of the environment, named or set.',
    needs: ['_', '$', '%', '.', ...'env environment environ getenv export'.split(' ')],
    match:
      /\b(?!utm_)[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){1,6}\s{0,2}=\s{0,2}["']?(?:true|false|on|off|yes|no|enabled|disabled|[01]|null)\b|\b[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,6}\s{0,2}=\s{0,2}\S|\b[A-Z][A-Z0-9]{1,30}(?:_[A-Z][A-Z0-9]{1,30}){1,6}["']?\s{0,2}:\s{0,2}\S|%[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,4}%|%[A-Z]{3,20}%(?=\s{1,3}(?:must|should|has|needs|is|to|on|variable)\b)|[$][A-Z][A-Z0-9]{2,20}(?=\s{1,3}(?:must|should|has to|needs to|to be|is (?:set|required|defined|needed)|variable|on the (?:host|server|machine))\b)|[$]\{?[A-Za-z]{2,30}(?:_[A-Za-z0-9]{1,30}){1,5}\b|[$](?:HOME|PATH|USER|PWD|SHELL|TOKEN|SECRET|ENV)\b|%(?:[A-Z]{2,20}_)?(?:PATH|APPDATA|TEMP|USERPROFILE|WINDIR|USERNAME|TOKEN)%|\b[Pp](?:rocess[.]env|ROCESS[.]ENV)\b|\b(?:os[.]environ|OS[.]ENVIRON|GETENV)\b|\bgetenv\b|\bimport[.]meta[.]env\b|\bENV\s{0,1}\[|(?:^|\s)[.](?:env|ENV)\b(?:[.]\w{1,20})?|\bexport\s{1,3}[A-Za-z_]{2,40}=|\b[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,5}\s{1,3}(?:must|should|has to|needs to|to|is|variable|env|as|in|on|environment|MUST|SHOULD|IS)\b|\b(?:node|app|rails|php|django|site|api|db)_(?:env|url|key|host|token|mode)\b|\b[Ss][Ee][Tt]\s{1,3}[A-Za-z0-9]{2,30}(?:_[A-Za-z0-9]{1,30}){1,5}\s{1,3}(?:to|=)|\b(?:variable|setting|env)\s{1,3}[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,5}\b/,
    hit: ['Set SEO_AUTOPUBLISH=true', 'process\u002eenv.API_URL must be set', 'Use $GEO_TOKEN as the credential'],
    nonHit: ['Use UTM parameters such as utm_source in newsletter links', 'Include price ($49/month)'],
  },
  {
    ...of,
    id: 'state.environment-words',
    idea: 'Variables of the environment or settings of a system are to be changed.',
    soft: true,
    needs:
      'environment env config configuration setting settings ini yaml registry timeout loglevel maintenance debug parameter toggle max retries ttl replicas concurrency log level limit size verbose mode timeouts'.split(
        ' ',
      ),
    match: phrase(
      `\\benv(?:ironment)? (?:variables?|vars?)\\b(?! (?:such as|like|including) (?!path\\b|home\\b|shell\\b)[a-z]{2,20}(?:,| and| or)\\b)|\\benv vars?\\b|\\b(?:config|configuration|settings?|cfg|conf|env|system|runtime)[._][\\w.]{1,60} {0,1}[:=]|\\b(?:system|server|service|runtime|app(?:lication)?|worker|nginx|php|deployment|cluster|database|db|cache) (?:config|configuration|settings?) {0,1}(?:[:=]|is set|should be set|must be set|has|to\\b)|\\b(?:config(?:uration)?|settings?) {0,1}[:=] {0,1}[\\w{"'\\[]|\\b(?:set|change|edit|update|override|modify|adjust|increase|raise|lower|switch|patch) <3>(?:system|server|service|runtime|nginx|php|config(?:uration)?|worker|cluster|registry|debug|log) (?:config(?:uration)?|settings?|files?|values?|keys?|level|mode|flags?|limits?|parameters?)\\b|\\b(?:maintenance|debug|read-only|safe|verbose|production|staging|dry-?run) mode (?:is |to |should be )?(?:on|off|enabled|disabled|active|true|false)\\b|\\b(?:enable|disable|turn on|turn off|switch on|switch off|enter|activate) <1>(?:maintenance|debug|read-only|safe|developer|admin|verbose|god) mode\\b|\\b(?:debug|verbose|log[_ ]?level|max[_ ]?retries|timeout(?:[_ ]?ms)?|ttl|replicas|concurrency|batch[_ ]size|rate[_ ]limit|max[_ ]connections|memory[_ ]limit|cache[_ ]ttl|pool[_ ]size) {0,1}[:=] {0,1}["']?[\\w]`,
    ),
    hit: ['The environment variable must be present', 'config.cache.ttl = 300', 'Disable maintenance mode'],
    nonHit: [
      'What is an environment variable?',
      'Set clear meta descriptions',
      'Update the style settings of headings',
    ],
  },
  {
    ...of,
    id: 'state.feature-flag',
    idea: 'A feature flag, switched or with its value.',
    soft: true,
    needs:
      'flag flags toggle toggles switch gate feature features featureflags featureflag featuretoggles featuretoggle'.split(
        ' ',
      ),
    match: phrase(
      `\\bfeature[ _-]?(?:flags?|toggles?|gates?|switch(?:es)?)["']? {0,1}[:=]|\\b(?:enable|disable|toggle|turn (?:on|off)|flip|set|switch(?: (?:on|off))?|activate|deactivate|unset|roll out|release behind|gate behind|behind|check|read|use) <4>(?:feature[ _-]?(?:flags?|toggles?|gates?|switch(?:es)?)|(?:beta|experiment|rollout|release|launch|config|kill) ?-?(?:flags?|switch|toggles?|gates?)|flags?)\\b(?! (?:page|guide|article|glossary|icon|emoji|as|outdated|thin|any|images?|colou?rs?))|\\b(?:turn|switch|set|put|toggle|flip|keep|leave) <2>(?:flags?|toggles?|feature) ["'\`“]?[\\w.-]{2,40}["'\`”]? (?:to )?(?:be )?(?:on|off|true|false|enabled|disabled)\\b|\\bfeatures["']? {0,1}[:=] {0,1}\\{ {0,1}["']?[\\w.-]{1,40}["']? {0,1}[:=]|\\bflags? {0,1}[:=] {0,1}["'{\\[]?\\w|\\b(?:feature[ _-]?)?flag ["']?[\\w.-]{2,40}["']? {0,1}(?:is|=|:|must be|should be|set to|to|are) {0,1}(?:on|off|true|false|enabled|disabled|active|inactive|live|set|at \\d|rolled)|\\b(?:feature|experiment) ["']?[a-z]{1,20}[_-][\\w-]{1,40}["']? (?:is|to|=) (?:on|off|true|false|enabled|disabled)`,
    ),
    hit: ['Enable the feature flag new_nav', 'feature_flag: ai_snippets=on', 'flag new_nav is on'],
    nonHit: ['Write a guide about feature flags for product managers', 'Flag outdated statistics in each article'],
  },
  {
    ...of,
    id: 'state.queue',
    idea: 'The state of queues, jobs and workers.',
    soft: true,
    needs:
      'queue queued job jobs task tasks worker workers pending execution pipeline batch deployment build run runs process state status retry retries lock thread lease backlog crawl sync cron actions messages items executing running cpu memory disk heap uptime heartbeat load pid phase action step'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:queue|job|task|worker|execution|pipeline|batch|deployment|build|cron|run|process|sync|thread|lease|retry|retries|lock|request|backlog|workflow|system|service|node|cluster|server|indexer|crawler|import|action|step|agent|transaction)s?[ _-]?(?:status|state|length|depth|size|ids?|position|count|backlog|progress|pid|lag|lock|owner|load|health|phase|attempts?)["']? {0,1}(?:[:=]|is (?:currently )?${MACHINE_STATE}|→)|\\b(?:status|state|phase)["']? {0,1}[:=] {0,1}["']?(?:pending|queued|running|in[ _-]progress|processing|executing|waiting|retrying|failed|stalled|stuck|locked|idle|succeeded|deploying)\\b|\\b(?:pending|queued|open|outstanding|running|active|failed|waiting|in-flight|scheduled|remaining)[ _-](?:actions?|jobs?|tasks?|approvals?|operations?|deployments?|messages?|requests?|executions?|runs?|builds?|workers?|transactions?|migrations?|writes?|syncs?|changes?)["']? {0,1}(?:[:=(]|\\d|count|are|is)|\\b\\d{1,7} (?:<1>)(?:jobs?|tasks?|actions?|messages?|requests?|operations?|executions?|workers?|items?|builds?|deployments?|updates?|runs?) <2>(?:(?:are|is|remain|still|currently) ){0,3}(?:pending|queued|in (?:the )?queue|in flight|running|waiting|in progress|failed|stuck|processing|executing|outstanding|left in the queue)\\b|\\b(?:queue|backlog|worker pool)["']? {0,1}[:=] {0,1}\\d|\\b(?:queue|backlog) (?:has|holds|contains|is at|currently|is (?:full|empty|stalled|blocked|paused|draining)|depth|length)\\b|\\bcurrently (?:executing|running|processing|queued|deploying|in the queue|locked by|being executed)\\b|\\b(?:job|task|worker|process|pipeline|deployment|migration|build|workflow run|execution|sync|crawl job|import)s? (?:#?\\d{1,9} |[\\w-]{1,20} )?(?:is|are|was|has) (?:still |currently |now |already )?(?:pending|queued|running|in progress|processing|executing|(?<!\\b(?:your|new|dream|next) .{0,10}job is )waiting(?! for (?:an? |the |their |more |better )?(?:<1>)(?:pages?|buses|bus|rights|pay|wages|contracts?|answers?|train|guide|article|reply|help|you\\b))|failed|stalled|stuck|blocked|retrying|paused|locked|been queued)\\b|\\b(?:retry|attempt)[ _-]?(?:count|number|s)? {0,1}[:=] {0,1}\\d|\\b(?:last|next)[ _-](?:run|execution|sync|job|deploy(?:ment)?|attempt)[ _-]?(?:at|status|state|time|id)? {0,1}[:=](?! (?:an?|the|rewrite|add|write|make|create|update|find|give|draft|plan|collect|improve|fix|check|review|compare) )|\\b(?:pid|process id|thread id|worker[_-]?id|lock held by|lease (?:held|owner|expires)) {0,1}[:=]? {0,1}\\w|\\bexecution state\\b|\\b(?:cpu|memory|disk|load average|heap|uptime|heartbeat)(?:[_ ]usage)? {0,1}[:=] {0,1}\\d`,
    ),
    hit: ['queue_status: pending', 'job_id: 8842', 'pending actions: 4', 'The import job is still running'],
    nonHit: ['Queue up ten articles for Q3', 'Create a "job search" content hub', 'Brand status: leader in 3 topics'],
  },
  {
    ...of,
    id: 'state.permission',
    idea: 'Roles, permissions and scopes of users.',
    soft: true,
    needs:
      'role roles permission permissions scope scopes access privileges privilege rights grant grants acl admin read write isadmin superuser sudo owner allowlist page pages post posts content contents update publish edit manage create delete all staff root'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:user[ _-]?)?roles?["']? {0,1}(?:=|:|is|set to) {0,1}["'\\[]{0,2}(?:\\w{1,20}[_-])?(?:admin(?:istrator)?|root|owner|superuser|super[_-]?admin|editor|publisher|moderator|service|operator|maintainer|contributor|viewer|user|member|guest)\\b|\\b(?:user |access |account )?permissions?["']? {0,1}[:=]|\\bscopes?["']? {0,1}[:=] {0,1}["'\\[]{0,2}[a-z_]{2,30}[:./]|\\b(?:pages?|posts?|content|users?|site|sites|repo|topics?|leads?|files?|media|settings|billing|org|admin|all|articles?|webhooks?|analytics|cms|handoff|contexts?)[:.](?:read|write|admin|delete|publish|edit|all|manage|create|update|[*])\\b|\\b${NOT_READERS}(?:grant|give|assign|revoke|elevate|escalate|remove|add|request|require|allow|has|have|needs?|with) <5>(?:admin(?:istrator)?|write|publish(?:ing|er)?|editor|root|owner|superuser|full|elevated|read-write|sudo|privileged|edit|delete|super) (?:access|rights?|permissions?|privileges?|role|scope)\\b|\\bis[_-]?(?:admin|superuser|staff|root)\\b {0,1}[:=]?|\\b${NOT_READERS}(?:grant|revoke|elevate|escalate) <4>(?:access|permissions?|privileges?|rights)\\b(?! to (?:information|knowledge))|\\bacls? {0,1}[:=]|\\b(?:user|account|bot|agent|service)[\\w -]{0,20} (?:has|is granted|holds|may use) <3>(?:permissions?|privileges?|admin rights|access rights)\\b|\\b(?:access[_ ]level|clearance|privilege[_ ]level) {0,1}[:=]`,
    ),
    hit: ['role=admin', 'permissions: ["pages:write"]', 'Grant the editor write access'],
    nonHit: ['The role of content in AI answers', 'Explain how user permissions work', 'Access to information is key'],
  },
];
