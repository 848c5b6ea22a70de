import { STATE_PROSE, RIGHTS_PROSE } from './in-plain-words.ts';
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

/** What a part of a system is said to be doing. */
const DOING =
  '(?:idle|busy|stuck|blocked|processing|running|waiting|retrying|re-?queued|queued|paused|failed|failing|frozen|dead|hung|hanging|offline|online|stalled|pending|locked|sleeping|crashed|restarting|draining|unresponsive|unhealthy|healthy|suspended|on hold|timed out|aborted|executing|starved|throttled|halted|in progress|in flight|out of memory|holding|working on|finished|completed|done|scheduled|back up|up and running|in (?:state|status|phase)|at (?:step|stage|attempt) \\d)';

const WAS =
  '(?:is|are|was|were|has been|have been|has|remains?|stays?|got|went|sits?|stands?|appears|keeps|reports?|shows?)';

/** A setting that has the name of one: with a sign in it that no word has. */
const NAMED_SETTING =
  '(?:setting|switch|toggle|option|parameter|property|preference|config(?:uration)? (?:key|value|entry|option)|knob|flag|gate|variable|experiment) ["\'“`‘]?(?:[a-z]\\w{0,30}[_.][\\w.]{1,40}|[a-z][\\w-]{1,40}(?=["\'”`’])|[a-z]{1,20}[A-Z]\\w{1,30})["\'”`’]?';

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
      `\\b(?:job|task|run|import|build|tenant|session|worker|deployment|batch|account|record) #?\\d{1,9} (?:(?:is|was|has)(?! (?:been )?(?:finished|aged|matured|made|roasted|brewed|baked|dyed|bottled|smoked|sold|shown|described) (?:in|with|from|of|for|by|at|on)\\b)|failed|hangs?|runs?|waits?|crashed|timed out)\\b|\\b(?:disk|memory|cpu|ram) (?:usage|load|space)?[: ] {0,1}(?:is )?\\d{1,3} ?%|\\b\\d{1,9} (?:<1>)${PENDING} ${UNIT}\\b|\\b\\d{1,9} ${UNIT} <3>(?:(?:are|is|remain|still|currently|were|have|has|been) ){1,3}${PENDING}\\b|\\b(?:at|uses?|using|reached|exceeds?|above|over|with) \\d{1,3}(?:[.,]\\d)? ?(?:%|percent) (?:of )?(?:its |the )?(?:memory|cpu|ram|disk|heap|capacity|load|swap)\\b|\\b(?:memory|cpu|ram|disk|heap|swap)(?: usage| load| utili[sz]ation| space)? (?:is |at |of |stands |now |currently |has |reached ){1,3}\\d{1,3} ?%|\\b(?:(?:worker|node|server|cluster|scheduler|database)s?|importers?|indexers?|replicas?|queues?|brokers?|gateways?|instances?|pods?|daemons?|crawler service|staging|production)(?: [\\w-]{1,30}(?<=[\\d-]\\w{0,20}))? (?:is|are|has been|went|remains?) (?:currently |still |now |temporarily )?(?:down|offline|unreachable|degraded|in maintenance(?: mode)?|read-only|overloaded|locked|paused|halted|out of (?:memory|disk|space)|draining|unhealthy|at \\d{1,3} ?%|restarting|not (?:responding|running))\\b(?! for\\b)|\\b(?:holds?|owns?|acquired|released) (?:the |a |an )?(?:lock|lease|mutex|semaphore)\\b|\\b(?:lock|lease) (?:is |was )?(?:held|owned|acquired|taken) (?:by|until)\\b`,
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
    needs: [
      ' ',
      ...'user account usr svc bot tenant principal client role roles permission permissions rights scope scopes privileges access granted group groups acl acls allowlist denylist blocklist allow deny block whitelist assignment assignments sudoers nopasswd rbac iam entitlements owner editor viewer admin authorised authorized entitled permitted empowered token agent members users accounts holders publisher author reviewer contributor intern write edit publish may can'.split(
        ' ',
      ),
    ],
    match: phrase(
      [
        `\\b(?:has|have|holds?|is assigned|are assigned|was given|is given|were given|carries|is granted|was granted|gets?|received?|is in|belongs to|with) (?:the |a |an |only )?<1>(?:roles?|groups?) (?:of )?["'“]?${PRIVILEGED}\\b(?! of\\b)|\\b(?:has|have|holds?|is assigned|are assigned|was given|is given|was granted|is granted|gets?) (?:the |a |an )?["'“]?${PRIVILEGED}["'”]? (?:role|rights?|permissions?|privileges?|scope)s?\\b|\\b(?:user|account|usr|svc|service|bot|member|tenant|agent|principal|client)[-_]\\w[\\w.-]{0,40} (?:has|holds|is|was|may|can|belongs|gets|owns|lacks)\\b[^.;!?]{0,50}\\b(?:roles?|permissions?|rights|scopes?|privileges|access|admin|owner|member of|locked|suspended|group)\\b|\\b(?:permissions?|rights|privileges|access rights|scopes) (?:of|for|held by) (?:the )?(?:user|account|service account|bot|role)\\b[^.;!?]{0,40}[:=]|\\b(?:may|can|is allowed to|are allowed to|is permitted to) (?:read|write|publish|delete)(?:, (?:read|write|publish|delete|edit))? (?:and|or) (?:read|write|publish|delete|edit) (?:all |any |every )?(?:pages|posts|content|records|leads)\\b|\\b(?:access[ -]control lists?|access lists?|acls?|(?:allow|deny|block|white)-?lists?|role (?:assignments?|mappings?|bindings?)|group memberships?|permission (?:set|matrix|grants?)|iam (?:policy|roles?|bindings?)|rbac(?: rules?)?|entitlements?|access (?:rights|matrix)|(?:user|team) (?:roles|rights)) {0,1}(?:(?:for|of|on) [\\w ./-]{1,40})?(?:[:=]|->|→|–) {0,1}(?!explain|describe|write|what|how|why|show|compare|add|tell)[^.;!?\\n]{0,60}?(?:\\w ?[=:] ?[a-z]|\\b(?:may|can|cannot|must not) (?:only )?(?:read|write|edit|publish|delete|approve|view|push|deploy|create|manage)|@|\\b(?:allow|deny|owner|editor|viewer|read-only|read/write|full access)\\b)|\\b[\\w.@-]{2,30} ?= ?(?:owner|editor|viewer|admin|publisher|maintainer|approver|contributor)\\b {0,1}[,;] {0,1}[\\w.@-]{2,30} ?= ?[a-z]|\\bnopasswd\\b|\\bsudoers (?:entry|file|line|rule)s? {0,1}(?::|is\\b|has|contains|must|should|lists)|\\b[\\w%-]{1,30} all ?= ?\\(all|\\b(?:this|that|our|your|the <1>(?:bot|service|publishing|api|agent|robot|machine|system|cms|import|seo)) <1>(?:account|user account|token|agent|bot|principal|service user|role|client id|identity|seo os) (?:is|are|was|has been|comes) <1>(?:authori[sz]ed|entitled|permitted|allowed|empowered|cleared|privileged|whitelisted|allow-?listed) to <3>(?:delete|purge|publish|write|edit|push|deploy|overwrite|redirect|manage|execute|run|approve|merge|drop|modify|flush|change|create|remove|read)\\b|\\b(?:is|are|was|were|has been|have been|got) (?:added to|removed from|put on|taken off|on|in) (?:the |our |your )?<1>(?:access list|acl|allow-?list|deny-?list|block-?list|admins? group|editors? group|publishers? group|sudoers|role)\\b|\\b(?:members|users|accounts|holders) (?:of|in|with) (?:the )?(?:group|role|team) [\\"'“]?[\\w-]{2,40}[\\"'”]? (?:can|may|are allowed to|cannot|must not) <1>(?:purge|publish|delete|deploy|approve|merge|overwrite|edit|write|push|flush|execute)\\b|\\b(?:permissions?|rights|access) (?:for|on|to|at) [\\"'“]?(?:/|[\\w-]{1,20}[/_.]\\w)[^:;\\n]{0,40}[:=]|\\b(?:editor|admin|publisher|viewer|author|reviewer|contributor|service|intern|owner) (?:role|group|account)s? (?:lacks?|has|have|holds?|misses|carries|includes?|grants?|gives?) (?:the |no |only |full )?(?:right to|rights|permission|permissions|privilege|privileges|access|scope|write|read)\\b|\\b(?:user ?)?(?:group|role|team) [\\"“'‘][\\w -]{2,30}[\\"”’'] ?[:=–-] ?(?:read|write|full|no|edit|publish|admin|none|view)|\\b(?:write|read|edit|admin|publish(?:ing)?|root|delete|ssh) access (?:to|on|for) [^.;!?\\n]{1,40} (?:is|was|has been|remains) (?:restricted|limited|granted|denied|given|revoked|reserved|removed)\\b|\\b[a-z]{2,14}[a-rt-z] (?:may|can) (?:publish|edit|view|approve|delete|write|merge|deploy)(?: only)?, (?:and )?[a-z]{3,15} (?:may|can|cannot) (?:only )?(?:publish|edit|view|approve|delete|write|comment|read|merge)\\b`,
        ...RIGHTS_PROSE,
      ].join('|'),
    ),
    hit: [
      'Role assignments: hana=owner, omar=editor',
      'Access control list: editors may write /guides',
      'This account is authorised to delete redirects',
      'user-456 has the roles admin, publisher and billing',
      'svc_import is locked and has no write access',
    ],
    nonHit: [
      'Allowlists: explain them to parents',
      'Customers are entitled to a refund',
      'Content has the role of a guide for buyers',
      'Brand rights: explain who owns a name',
    ],
  },
  {
    ...of,
    id: 'state.parts',
    idea: 'A worker, a job, a lock, a mode or a setting of a system, with what it is at the moment.',
    soft: true,
    needs: [
      ' ',
      ...'worker node agent server job task pod shard replica consumer runner instance crawler batch slot partition build deployment importer scheduler executor queue lock locks lease mutex semaphore state status phase mode frozen maintenance setting switch toggle option parameter property preference config configuration knob flag gate variable experiment limiter limit throttle throttling concurrency timeout retries ttl level workers threads jobs tasks queues autopilot publishing execution sync syncing automation ingestion cron crawlers imports exports scripts pipelines backup bots agents exited finished terminated failed indexer indexers schedulers exporter exporters pipeline database cms cluster seo geo debug verbose trace query token tokens processing rollout handling publication memory cpu retry connection rec req lead environment nodes pods consumers replicas runners instances writes write deployments deploys merges syncs approval approve autoapprove autopublish merge deploy expires expired rotated revoked requests db feature tenant workspace heap ram disk swap garbage evictions eviction cache lag connections handles locked suspended heartbeat previous latest session endpoint api service gateway beta pilot preview import export migration aborted crashed dev left waiting remaining workflow breaker runs'.split(
        ' ',
      ),
    ],
    match: phrase(
      [
        `\\b(?:deploys?|workers?|nodes?|threads?|agents?|servers?|jobs?|pods?|shards?|replicas?|consumers?|runners?|instances?|crawlers?|slots?|partitions?|builds?|deployments?|importers?|schedulers?|executors?|queues?|tasks?|(?:import|export|crawl|publish|sync|index|seo|geo|job|rec)-?(?:worker|job|task|run|agent|process))(?:[-_ #]|[-_][a-z]{1,12}[-_]| number | no[.] ?| id ) ?#?\\d{1,9},? (?:(?:${WAS}|currently|still|now|again|already|been|has|have) ){0,4}${DOING}\\b(?! (?:for (?:review|readers)|to (?:read|see)))`,
        `\\b(?:lock|lease|mutex|semaphore)s?,? (?:(?:was|were|is|are|has|have|been|it) ){0,3}(?:not|never|still|not yet|yet to be) (?:been |being |yet )?(?:released|held|acquired|freed|expired|dropped|granted|in place)\\b(?! (?:by|with|when|in|until) (?!worker|job|run|process|node|\\d))`,
        `\\b(?:lock|lease|mutex)s? (?:on|for|of) (?:the )?[^.;!?\\n]{1,40} (?:is|was|are|has been) (?:currently |still )?(?:held|owned|acquired|taken) (?:by|until|since)\\b`,
        `\\b(?:stuck|hanging|parked|left|sitting|trapped|hangs|remains|remained) in (?:the )?(?:state|status|phase) ["'“\`]?[a-z]`,
        `\\b(?:seo os|geo os|(?:the|our|your|its) (?!(?:heating|cooling|alarm|sound|solar|lighting|immune|fuel|irrigation|ventilation|camera|brak[a-z]{2,4}) )<1>(?:cms|system|platform|pipeline|worker|scheduler|crawler|importer|publisher|engine|executor|autopilot|cluster|backend|api|database|indexer|deployment|site builder)) ${WAS} (?:currently |still |now |again |back |put |running |switched |set ){0,3}(?:(?:in|into|on|under) )?(?:(?:maintenance|read-only|safe|degraded|debug|dry-?run|fail-?over|recovery|standby|sandbox|test|manual|emergency|lockdown|limp|drain|fallback|autopilot|training) (?:mode|state|window)|maintenance\\b|(?:frozen|halted|throttled|overloaded|unreachable|draining|restarting|degraded|crashed|locked down|read-only)\\b)(?! (?:food|goods))`,
        `\\b(?:tasks?|jobs?|work|write|publish(?:ing)?|messages?|events?|retry|crawl|import|export|updates?|delivery|send|outbound|inbound|execution|dead-?letter|approval|redirect|index(?:ing)?) queues? (?:is|are|has been|have been|was|remains?|stays?|stands at|holds?|contains?|has) (?:currently |still |now |again ){0,2}(?:frozen|empty|full|paused|blocked|stalled|growing|backed up|drained|locked|suspended|stopped|disabled|enabled|\\d)`,
        `\\b(?:system |server |runtime |worker |cms |platform |feature |rollout |release |global |tenant |config(?:uration)? )?${NAMED_SETTING} (?:(?:is|are|was|has been|stands|remains|stays|sits|reads|must be|should be|currently|now|got) ){1,3}(?:set |switched |changed |turned |flipped |raised |lowered |reset |rolled out )?(?:(?:to|at|on|off|back|=) ?)?["'“\`]?(?:true|false|yes|no|on|off|enabled|disabled|active|inactive|\\d|live|open|closed|aggressive|strict|null|default|auto\\w{0,8}|manual|to\\b|at\\b)`,
        `\\b(?:rate limit(?:er|ing|s)?|throttl(?:e|ing)|concurrency|retry limit|max(?:imum)? retries|batch size|pool size|cache ttl|worker count|thread count|log level|request timeout|session timeout|parallelism|back-?off) (?:(?:is|was|has been|are|stands|remains|currently|now) ){1,3}(?:set|fixed|capped|limited|raised|lowered|configured|at|to|on|off|enabled|disabled|\\d|debug|verbose)\\b`,
        `\\b(?:is|are|was|has been|stands) (?:now |currently )?(?:set|enabled|disabled|turned (?:on|off)|switched (?:on|off)|configured|on|off|fixed|limited|capped|defined)\\b[^.;!?\\n]{0,50} in (?:the |our |your )?(?:seo os|geo os|system|server|worker|nginx|apache|application|app|runtime|crawler|scheduler|platform|cms) (?:config(?:uration)?|settings)\\b`,
        `\\b(?:autopilot|auto-?(?:publish(?:ing)?|approv(?:e|al)|merge|deploy(?:ment)?))(?: flag| setting| switch| mode)? (?:is|was|has been|stands|remains) (?:now |currently |still )?(?:switched |turned |set to )?(?:on|off|active|inactive|enabled|disabled|armed|true|false)\\b`,
        `\\b(?:publishing|execution|deployment|sync(?:ing|hroni[sz]ation)?|automation|ingestion) (?:is|has been|was|remains) (?:currently |temporarily |still |now )?(?:paused|suspended|disabled|halted|frozen|on hold|locked|throttled) (?:for (?:the|this|all|every|our) <1>(?:tenant|workspace|account|environment|project|user|instance|brand|site)|since\\b|until\\b|in (?:production|staging))`,
        `\\b(?:cron|jobs?|crawlers?|workers?|imports?|exports?|sync|scripts?|pipelines?|tasks?|scheduler|backup|bots?|agents?) (?:was |were )?last (?:ran|run|executed|started|finished|failed|succeeded|restarted|crashed)\\b`,
        `\\b(?:exited|ended|finished|terminated|returned|failed|stopped) with (?:an? )?(?:exit )?(?:code|status) \\d`,
        `\\b(?:workers?|importers?|indexers?|schedulers?|autopilots?|pipelines?|exporters?|daemons?|cron ?jobs?|(?:the|our|its) (?:crawler|sync|executor)) (?:is|are|has been|have been|was|were|remains?) (?:currently |temporarily |still |now )?(?:disabled|paused|switched (?:on|off)|turned (?:on|off)|stopped|deactivated|suspended|quarantined|down|up) (?:since|until|because|after|due|again)\\b`,
        `\\b(?:(?:the|our|its) <1>(?:database|cms|system|platform|worker|cluster|crawler|server|queue|scheduler|pipeline)|seo os|geo os)s? (?:runs?|operates?|works?|is running|went|goes|switched|entered|started) (?:in |into |on )(?:<1>)(?:maintenance|read-only|safe|degraded|debug|dry-?run|fail-?over|recovery|standby|sandbox|emergency|fallback)\\b`,
        `\\b(?:seo os|geo os|the <1>(?:worker|cluster|scheduler|executor)) (?:runs|is running|is on|uses) (?:on )?(?:version|release|build|v) ?\\d`,
        `\\b(?:debug|verbose|trace|query) (?:logging|logs?|output|level) (?:is |was |has been |are )?(?:now |currently )?(?:enabled|disabled|on|off|active|switched|turned)\\b`,
        `\\b(?:api keys?|access tokens?|tokens?|sessions?|lease|licen[cs]e key|service accounts?|refresh token|server certificate) (?:of|for|held by) [^.;!?\\n]{1,40} (?:expires?|expired|is valid|was rotated|was revoked|has been (?:revoked|rotated)|runs out)\\b`,
        `\\b(?:execution|processing|deployment|rollout|handling|run|publication) of (?:the )?(?:rec|req|job|task|batch|hand-?off|topic|run)[-_# ]{1,2}\\w{0,10}\\d{1,9}\\b <1>(?:is|was|has|started|began|failed|finished|stands|hangs)\\b`,
        `\\b(?:memory|cpu|time|rate|retry|thread|connection|request) (?:limits?|quotas?|ceilings?|caps?) (?:of|for|on) (?:the |each |every |our )?<1>(?:workers?|servers?|crawlers?|jobs?|queues?|process|pods?|containers?|services?|systems?|cluster|scheduler|agents?|api|database|tenants?) (?:is|was|has been|stands|are|were)\\b`,
        `\\b(?:ttl|time[- ]to[- ]live|concurrency|log level|batch size|pool size|retry count|poll(?:ing)? interval) (?:of|for) [^.;!?\\n]{1,40} (?:is|was|stands|has been) (?:set|now|at|\\d|raised|lowered|debug)`,
        `\\bfeature [\\"“‘'][^\\"”]{2,40}[\\"”’'] (?:is|was|has been) (?:now |currently |still )?(?:switched|turned|rolled out|enabled|disabled|toggled)\\b`,
        `\\b(?:rec|req|job|task|topic|lead|batch|run|handoff|worker|item|doc|pg)[-_]\\d{1,9},? (?:is|was|has been|are|remains) (?:currently |still |now |being |already ){0,2}(?:${DOING}|claimed|leased|held|executed|processed|being)\\b`,
        `\\benvironment {0,1}[:=] {0,1}(?:staging|production|prod|dev|development|qa|live)\\b(?= ?[,;.|)]| ?$)`,
        `\\b(?:\\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|several|all|both|most) (?:<1>)(?:workers?|threads?|nodes?|pods?|consumers?|replicas?|jobs?|runners?|instances|processes) (?:are|is|have|has|remain) (?:currently |still |now |been ){0,2}(?:idle|stuck|crashed|hung|dead|queued|retrying|stalled|offline|unhealthy|frozen|restarting|timed out|failed)\\b`,
        `\\bmaintenance window (?:opens?|starts?|begins?|ends?|closes?|runs?|lasts?)\\b`,
        `\\b(?:all |any )?(?:writes|write access|deployments|deploys|merges|publishing jobs|syncs) (?:is|are|have been|has been) (?:currently |temporarily |now )?(?:blocked|frozen|disabled|suspended|locked|rejected|paused|on hold)\\b`,
        `\\b(?:config(?:uration)?|settings) (?:file|table|store|map|entry|block) (?:of|for|in|on) [^.;!?\\n]{1,40} (?:has|contains|says|holds|reads|sets|defines|lists|shows)\\b`,
        `\\b(?:the|this|our|your|each) (?:tenant|workspace|instance|environment|installation) (?:has|had|runs?|uses?|gets?) <4>(?:enabled|disabled|switched (?:on|off)|turned (?:on|off)|activated|deactivated)\\b`,
        `\\b(?:feature|kill|config|release|rollout|beta|system|master|circuit) ?-?(?:switch|toggle|flag|gate|breaker)s?\\b[^.;!?\\n]{0,40} ?[:=→] ?(?:on|off|true|false|enabled|disabled|open|closed|\\d{1,3} ?%)(?![a-z])`,
        `\\b(?:importer|exporter|indexer|worker|job|import|export|sync|crawl|deployment|build|cron|pipeline|backup|migration|rollout|batch run|task|script|process)(?: run)?(?: [\\w-]{1,12}\\d)? (?:has |was |is )?(?:failed|aborted|crashed|timed out|hung|hangs|stalled|died|succeeded)\\b(?= ?(?:with|at|on|after|since|because|due|\\d|[;,.]|twice|three|again|last|$))(?! (?:attempts?|startups?|because of (?:poor|bad)))`,
        `\\b(?:heap|cpu|memory|ram|disk|swap|load|cache hit (?:ratio|rate)|queue depth|consumer lag|thread pool|/dev/\\w{2,12})\\b(?: usage| is| at| stands| now| currently| of){0,3}[: ]{1,2}(?:at )?\\d{1,3}(?:[.,]\\d)? ?(?:%|percent)`,
        `\\b(?:garbage collection|evictions?|cache (?:hits?|misses)|page faults|open connections|file handles|consumer lag|replication lag)\\b[:, ]{1,2}(?:\\w{1,12} ){0,2}?(?:\\d|every)`,
        `\\b\\w{2,20}['’]s (?:account|access|login|user|session|token|role) (?:is|was|has been|remains) (?:currently |still |now )?(?:locked|suspended|disabled|revoked|blocked|expired|deactivated|restricted|elevated|active since)\\b`,
        `\\b(?:seo os|geo os|the (?:queue|worker|scheduler|pipeline|crawler|executor|importer)) (?:has|have|had|holds|shows) (?:still |currently |now )?\\d{1,9} <1>(?:tasks?|jobs?|items?|messages?|requests?|actions?|events?|entries|steps?) (?:left|open|waiting|pending|queued|remaining|in (?:its|the) queue|to go)\\b`,
        `\\b(?:write |read |advisory |page |table |file |row |edit |editor )?(?:lock|lease|mutex)\\b (?:for|on|of) [^.;!?\\n]{1,40} (?:expires?|times? out|runs? out|ends)\\b`,
        `\\b(?:config(?:uration)?|settings?) (?:value|key|entry|option|parameter)s? [\\"'“]?[\\w-]{1,30}[._][\\w.-]{1,40}[\\"'”]? (?:equals?|is|has|was|stands)\\b`,
        `\\b(?:current|active|open|live) session ?[:=]`,
        `\\b(?:last|next|previous|latest) (?:successful |failed |scheduled |planned )?(?:run|sync|deploy(?:ment)?|execution|crawl run|import|build|backup|heartbeat)s? ?(?:[:=](?! (?:an?|the|rewrite|add|write|make|create|update|find|give|draft|plan) )|in \\d|was at|is at|at \\d|started|starts|ended) ?`,
        `\\b(?:api|endpoint|service|server|backend|gateway|cluster|database)s? (?:answers?|responds?|replies|returns?|is answering|has been returning|fails?) (?:with |a |an |only ){0,2}?(?:5\\d\\d|429|errors|timeouts?)\\b[^.;!?\\n]{0,20}\\b(?:since|now|at the moment|currently|again|for)\\b`,
        `\\b(?:approval|publishing|publication|editorial|review|release) (?:work-?flow|pipeline|queue|gate|automation) (?:is|was|has been|remains) (?:currently |now |still )?(?:disabled|enabled|paused|switched (?:on|off)|turned (?:on|off)|bypassed|suspended|frozen)\\b`,
        `\\b(?:beta|pilot|preview|experimental|early[ -]access) (?:program(?:me)?|feature|mode|flag|features) (?:is|are|was|has been) (?:turned|switched) (?:on|off)\\b`,
        ...STATE_PROSE,
      ].join('|'),
    ),
    hit: [
      'Worker-7 is idle, worker-8 has been processing rec-118',
      'Job 5120 stuck in state RETRYING, lock not released',
      'The setting auto_approve has been switched to yes',
      'Toggle "llms-writer" stands at 25 percent and goes up on Monday',
      'The rate limiter is set to 20 requests a second',
      'SEO OS is in maintenance mode',
    ],
    nonHit: [
      'Worker profiles: one portrait per month',
      'The lock is released with a key card; show how in a picture',
      'The option "pick up in store" is hard to find on phones',
      'Say how long the waiting queue at the counter is in December',
      'The heating system is in standby mode at night? Answer in one sentence',
      'Job queues at peak season explain the delivery times',
    ],
  },
];
