import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'system state',
  severity: 'block',
  constraint: 2,
  why: 'A context holds what an analysis found, never how a system is configured or what it is doing.',
} as const;

const PENDING =
  '(?:pending|queued|unprocessed|undelivered|unacknowledged|unacked|dead-?letter(?:ed)?|stale|orphaned|stuck|failed|failing|in-flight|outstanding|waiting|delayed|retried|running|blocked|unsent|backlogged|aborted|scheduled)';

const UNIT =
  '(?:messages?|jobs?|tasks?|events?|requests?|operations?|transactions?|executions?|records?|batch(?:es)?|imports?|hand-?offs?|deliver(?:y|ies)|retries|locks?|threads?|workers?|deployments?|builds?|migrations?|pods?)';

const PRIVILEGED =
  '(?:(?:super-?|site |system |org |tenant |billing |content |global )?admin(?:istrator)?|publisher|super-?user|root|owner|billing|service|moderator|maintainer|operator|approver|editor|writer|deployer|reviewer)s?';

export const LIVE_STATE_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'state.switch',
    idea: 'A switch in the spelling of a program, with its value.',
    needs: ['_', ':', '='],
    match:
      /\b[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,6}["']?\s{0,3}(?::|=|->|→)\s{0,3}["']?(?:true|false|on|off|yes|no|enabled|disabled|null|none|TRUE|FALSE|ON|OFF|True|False|[01])\b|\b[A-Z][A-Z0-9]{3,30}=(?:true|false|on|off|TRUE|FALSE|ON|OFF|[01])\b|\b(?:is|has|allow|enable|disable|use|auto|force|skip|dry|can|should|bypass)[A-Z][A-Za-z0-9]{2,40}["']?\s{0,3}(?::|=)\s{0,3}["']?(?:true|false|on|off|yes|no|[01])\b|\b[a-z][a-z0-9]{1,24}(?:_[a-z0-9]{1,24}){1,5}["']?\s{0,3}:\s{0,3}["']?(?:true|false|enabled|disabled|on|off)\b|\b[a-z][a-z0-9]{1,24}(?:_[a-z0-9]{1,24}){1,5}=(?:ON|OFF|TRUE|FALSE|true|false|on|off)\b|--?[a-z][a-z-]{2,30}=(?:true|false|on|off)\b/,
    hit: ['ENABLE_BULK_EDIT: true, ENABLE_REVIEW: false', 'MAINTENANCE=1', 'autoPublish: false', 'skip_review: true'],
    nonHit: ['FAQ: yes', 'CTA: on every page', 'Mobile-first: true for most visitors'],
  },
  {
    ...of,
    id: 'state.field',
    idea: 'A field of a session, a job or a run, in the spelling of a program, with its value.',
    needs: ['=', ':', '→'],
    match:
      /\b(?:last|next|current|retry|session|job|worker|queue|run|sync|lock|lease|heartbeat|task|process|deploy|deployment|execution|pipeline|cron|scheduler|tenant|cache|node|cluster|attempt|import|crawl|batch|publish|system|server|service|thread|build)(?:[A-Z][A-Za-z0-9]{1,40}|(?:[._-][a-z0-9]{2,30}){1,4}(?<!\b(?:session|system|server|service|cache|batch|publish|build|process)-[a-z-]{2,40}))["']?\s{0,2}(?:=|:|→)\s{0,2}["']?[\w[{-]|\b(?:[a-z][\w]{1,30}[.])?(?:state|status|phase|mode|lifecycle)["']?\s{0,2}(?:=|:|==|→|is|->)\s{0,2}["'`]?(?:[A-Z]{2,20}_[A-Z_]{2,40}|FAILED|RUNNING|PENDING|QUEUED|LOCKED|STALLED|RETRYING|PROCESSING|PAUSED|DEGRADED|BLOCKED|IDLE|WAITING|ABORTED|TIMEOUT|STOPPED|STARTED|READY|DRAINING)\b|\b(?:AWAITING|PENDING|WAITING_FOR|READY_TO|IN_PROGRESS|NOT_STARTED|RETRY|QUEUED|LOCKED_BY|FAILED)_(?:[A-Z]{2,20}_?){1,4}\b|\b(?:IN_PROGRESS|NOT_STARTED|TIMED_OUT|DEAD_LETTER)\b/,
    hit: ['lastRunStatus=FAILED, retryCount=2', 'session.state = "AWAITING_PUBLISH"', 'job.phase: running'],
    nonHit: ['Status: outdated', 'Last update: March 2024', 'Next step: add an answer block'],
  },
  {
    ...of,
    id: 'state.load',
    idea: 'What workers, queues and servers hold or use at the moment.',
    soft: true,
    needs:
      'run import build tenant session batch account record deployment database databases schedulers scheduler importer importers indexer replica replicas servers nodes brokers broker gateway instance instances staging production lock lease holds lock workers messages message jobs job tasks task events requests operations transactions executions records batches imports handoffs deliveries retries locks threads workers deployments builds migrations pods memory cpu ram disk heap capacity load unprocessed queue worker node server cluster service down degraded offline unreachable maintenance'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:job|task|run|import|build|tenant|session|worker|deployment|batch|account|record) #?\\d{1,9} (?:is|was|has|failed|hangs?|runs?|waits?|crashed|timed out)\\b|\\b(?:disk|memory|cpu|ram) (?:usage|load|space)?[: ] {0,1}(?:is )?\\d{1,3} ?%|\\b\\d{1,9} (?:<1>)${PENDING} ${UNIT}\\b|\\b\\d{1,9} ${UNIT} <3>(?:(?:are|is|remain|still|currently|were|have|has|been) ){1,3}${PENDING}\\b|\\b(?:at|uses?|using|reached|exceeds?|above|over|with) \\d{1,3}(?:[.,]\\d)? ?(?:%|percent) (?:of )?(?:its |the )?(?:memory|cpu|ram|disk|heap|capacity|load|swap)\\b|\\b(?:memory|cpu|ram|disk|heap|swap)(?: usage| load| utili[sz]ation| space)? (?:is |at |of |stands |now |currently |has |reached ){1,3}\\d{1,3} ?%|\\b(?:(?:worker|node|server|cluster|scheduler|database)s?|importers?|indexers?|replicas?|queues?|brokers?|gateways?|instances?|pods?|daemons?|crawler service|staging|production)(?: [\\w-]{1,30}(?<=[\\d-]\\w{0,20}))? (?:is|are|has been|went|remains?) (?:currently |still |now |temporarily )?(?:down|offline|unreachable|degraded|in maintenance(?: mode)?|read-only|overloaded|locked|paused|halted|out of (?:memory|disk|space)|draining|unhealthy|at \\d{1,3} ?%|restarting|not (?:responding|running))\\b(?! for\\b)|\\b(?:holds?|owns?|acquired|released) (?:the |a |an )?(?:lock|lease|mutex|semaphore)\\b|\\b(?:lock|lease) (?:is |was )?(?:held|owned|acquired|taken) (?:by|until)\\b`,
    ),
    hit: [
      'The worker geo-worker-2 is at 83% memory and has 412 unprocessed messages',
      '12 failed jobs since Monday',
      'The database is currently read-only',
    ],
    nonHit: [
      'Laptops with 16 GB memory need their own page',
      'Explain what happens when a server is down',
      'The shop has 30 pages and 4 open positions',
    ],
  },
  {
    ...of,
    id: 'state.flag-state',
    idea: 'A flag of a system is told to be on or off.',
    soft: true,
    needs:
      'flag flags toggle switch setting option feature experiment rollout tenant maintenance workspace organisation organization environment instance installation cohort account tenants'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:flags?|toggles?|kill ?switch|feature switch|rollout|feature gate|setting|option|experiment) ["'“\`]?(?:[\\w.-]{2,40}["'”\`]? )?(?:(?:is|are|was|stands|remains|stays) )(?:currently |now |still |already |globally ){0,2}(?:set to |switched |turned |at )?(?:on|off|true|false|enabled|disabled|active|inactive|\\d{1,3} ?%|\\d{1,3} percent)(?![a-z])(?= ?(?:for|in|on|by|of|[.,;)]|$|again|since|until))|\\b(?:enabled|disabled|active|switched (?:on|off)|turned (?:on|off)) for (?:this|the|all|every|our|each) (?:tenant|workspace|organi[sz]ation|account|environment|instance|installation|cohort)s?\\b|\\bmaintenance (?:mode|window) (?:is |was |has been )?(?:active|on|off|enabled|disabled|switched|open|in effect|running)\\b`,
    ),
    hit: ['Feature flag auto_publish is currently ON for this tenant', 'Bulk editing is disabled for this workspace'],
    nonHit: ['The red flag is off topic in the second chapter', 'Say which options are active ingredients'],
  },
  {
    ...of,
    id: 'state.account',
    idea: 'The roles or rights of an account.',
    soft: true,
    needs:
      'user account usr svc bot tenant principal client role roles permission permissions rights scope scopes privileges access granted group groups'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:has|have|holds?|is assigned|are assigned|was given|is given|were given|carries|is granted|was granted|gets?|received?|is in|belongs to|with) (?:the |a |an |only )?<1>(?:roles?|groups?) (?:of )?["'“]?${PRIVILEGED}\\b(?! of\\b)|\\b(?:has|have|holds?|is assigned|are assigned|was given|is given|was granted|is granted|gets?) (?:the |a |an )?["'“]?${PRIVILEGED}["'”]? (?:role|rights?|permissions?|privileges?|scope)s?\\b|\\b(?:user|account|usr|svc|service|bot|member|tenant|agent|principal|client)[-_]\\w[\\w.-]{0,40} (?:has|holds|is|was|may|can|belongs|gets|owns|lacks)\\b[^.;!?]{0,50}\\b(?:roles?|permissions?|rights|scopes?|privileges|access|admin|owner|member of|locked|suspended|group)\\b|\\b(?:permissions?|rights|privileges|access rights|scopes) (?:of|for|held by) (?:the )?(?:user|account|service account|bot|role)\\b[^.;!?]{0,40}[:=]|\\b(?:may|can|is allowed to|are allowed to|is permitted to) (?:read|write|publish|delete)(?:, (?:read|write|publish|delete|edit))? (?:and|or) (?:read|write|publish|delete|edit) (?:all |any |every )?(?:pages|posts|content|records|leads)\\b`,
    ),
    hit: ['user-456 has the roles admin, publisher and billing', 'svc_import is locked and has no write access'],
    nonHit: ['Content has the role of a guide for buyers', 'Brand rights: explain who owns a name'],
  },
];
