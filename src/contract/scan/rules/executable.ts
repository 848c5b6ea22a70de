import { ACTION, MACHINE, START, START_NEEDS } from './words.ts';
import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'executable',
  severity: 'block',
  constraint: 1,
  why: 'A context describes; whoever receives it must find nothing in it that a machine could carry out.',
} as const;

const PAGE =
  '(?:page|article|guide|tutorial|post|topic|glossary|hub|section|course|faq|checklist|template|story|campaign|name|attribution|samples?|examples?)';

/** What a machine does once more when it is told to. */
const RERUN =
  '(?:re-?builds?|re-?deploy(?:ment|s)?|deployment|re-?index(?:ing|ation)?|re-?sync(?:hroni[sz]ation)?|synchroni[sz]ation|re-?crawl(?:ing)?|rollback|re-?render(?:ing)?|re-?generation|re-?publish(?:ing)?|re-?import|cache (?:clear|flush|purge|refresh|warm-?up))';

/** Sentences that tell somebody, or something, to set a machine going. */
export const EXECUTABLE_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'executable.run-machine',
    idea: 'An imperative that starts a machine thing: a script, a command, a job, a webhook, an endpoint.',
    soft: true,
    needs: START_NEEDS,
    match: phrase(
      `\\b${START} (?!(?:an? |the |one |your )?<2>(?:pages?|articles?|guides?) (?:for|about|on|with|that|per|of) )<5>${MACHINE}\\b(?!['’]s| ${PAGE}|[- ]to[- ]action)`,
    ),
    hit: ['Run this script to regenerate the sitemap', 'Invoke the content update webhook'],
    nonHit: ['Run a content audit', 'Explain how to run a shell script', 'Launch jobs page with JobPosting schema'],
  },
  {
    ...of,
    id: 'executable.rerun',
    idea: 'A rebuild, a deployment, an index or a crawl is to be set going.',
    soft: true,
    needs:
      'trigger triggers triggering retrigger initiate initiates kick kicks force forces fire invoke invokes enqueue start run launch schedule queue perform'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:re-?)?(?:trigger|initiate|kick off|force|fire off|invoke|enqueue)(?:s|ing)? (?:an? |the |another |one )?<2>(?:${RERUN}|crawl|sync|import|export|purge|deploy)\\b(?! (?:of|in) <1>(?:trust|confidence|reputation|loyalty|image|budget|teams?|calendars?)| between)(?! (?:budget|errors?|stats|depth|duty|duties|demand|bans?))|\\b(?:start|run|launch|schedule|queue|perform) (?:an? |the |another |one )<1>${RERUN} (?:of|for|on) (?:the |our |your |this |all |every |a )?<2>(?:sites?|websites?|shops?|stores?|servers?|services?|cms|index|domain|app|platform|staging|production|repo|search|cache|database)\\b(?! (?:in|with|via) (?:google )?search console)`,
    ),
    hit: ['Trigger a rebuild of the static site', 'Initiate a re-crawl', 'Run a reindex of the shop'],
    nonHit: [
      'Trigger a rebuild of trust after the recall with a clear statement',
      'Start a crawl of the site with Screaming Frog',
      'Explain when to trigger a sync of calendars',
    ],
  },
  {
    ...of,
    id: 'executable.run-job',
    idea: 'An imperative that starts a job or a process of a named kind.',
    soft: true,
    needs: START_NEEDS,
    match: phrase(
      `\\b${START} <3>(?:(?:re-?)?(?:index(?:ing)?|import|export|sync|synchroni[sz]ation|build|crawl(?:er)?|publish(?:ing)?|background|batch|nightly|hourly|daily|cron|ingest(?:ion)?|etl|cache|purge|cleanup|backup|deploy(?:ment)?|render(?:ing)?|update|content|queue|data|ci|automation|embedding|scheduled|maintenance|generation|migration|feed|sitemap|warmup|warm-up|translation|rollback|release) ){1,3}(?:jobs?|tasks?|process(?:es)?|pipelines?|workflows?|workers?|routines?|procedures?|actions?|hooks?|services?|agents?|runners?|queues?|events?|syncs?)\\b(?! ${PAGE})`,
    ),
    hit: ['Run the reindex job for all pages', 'Trigger the publishing pipeline for topic X'],
    nonHit: ['Create a "job search" content hub', 'Schedule a monthly review of the content calendar'],
  },
  {
    ...of,
    id: 'executable.run-file',
    idea: 'A file that can be executed, named.',
    soft: true,
    needs: ['.'],
    match:
      /(?:^|[\s"'`(/\\=])[\w-]{1,60}[.](?:sh|bash|zsh|ps1|bat|cmd|exe|vbs|jar|msi|scr|dll|apk|deb|rpm|command)\b(?![\w./-])|\b(?:run|execute|call|invoke|launch|start|load|source)\s{1,3}(?:\S{1,30}\s{1,3}){0,2}(?:[.]{0,2}[/\\])?[\w/-]{1,60}[.](?:py|rb|pl|php|js|mjs|ts|go|sql|lua|r)\b(?<!\b(?:node|next|vue|nuxt|express|three|react|angular|d3|ember|alpine)[.]js)/i,
    hit: ['Run deploy.sh on the staging server', 'Execute ./build.py'],
    nonHit: ['Launch Next.js topics', 'Update robots.txt'],
  },
  {
    ...of,
    id: 'executable.command-wanted',
    idea: 'Asks for a terminal, a shell or the command below.',
    soft: true,
    needs:
      'terminal shell console prompt command commands cmd ssh snippet code bash root script lines line liner devtools powershell'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:open|use|start|launch|in|into|from|via|at|on) (?:a |the |your |any )?(?:new )?(?:terminal|shell|bash|command (?:line|prompt)|cmd|developer console|browser console|devtools console|js console|powershell)\\b(?! (?:page|guide|article|tutorial|building|map|section|area|hall|plan|timetable|\\d))|\\bopen (?:up )?(?:the |your |a )?(?:browser(?:['’]s)? |developer |javascript )?(?:console|dev ?tools|powershell|terminal|shell|command line|git bash|cmd)(?! page)(?: (?:and|then)|,(?: and| then)?) <2>(?:type|enter|run|execute|paste|input|issue|put)\\b|\\b(?:in|into|at|from) (?:the |your |a )?(?:browser(?:['’]s)? |developer |javascript )?(?:console|dev ?tools|powershell|terminal|shell|command line|command prompt|git bash|cmd) {0,1}[,:]? {0,1}(?:then |please |just )?(?:type|enter|run|execute|paste|input|issue)\\b|\\b(?:type|enter|paste|copy|run|execute|issue|use) <3>(?:following|below|these|this|next) <2>(?:commands?|script|code|snippet|one-?liner|lines?)\\b(?= (?:in|into|on|at|to|from|via|with|as)\\b|[:.]|$)|\\b(?:commands?|script|code) (?:below|above) (?:on|in|at|to|as)\\b|\\bssh (?:in|into|on|to)\\b|\\bas root\\b`,
    ),
    hit: ['Open a terminal and go to the site root', 'Execute the following command on the web server'],
    nonHit: ['Explain what a command line is', 'Insert into the introduction a short definition'],
  },
  {
    ...of,
    id: 'executable.automation',
    idea: 'Something is to happen by itself, without a person who decides.',
    soft: true,
    needs: 'auto automatically automatic automate automatisch immediately unattended instantly programmatically'.split(
      ' ',
    ),
    match: phrase(
      `(?:^|[.,;:!?] |\\b(?:and|then|to|must|should|will|shall|can|please|or|them|it) )(?:automatically|programmatically|instantly|immediately and automatically) ${ACTION}\\b|\\b(?:automatically|programmatically|instantly) ${ACTION} (?:this|it|them|the|all|each|every|these|any|new|once|when|upon|after)\\b|\\b(?:publish|deploy|execute|apply|implement|push|post|go live|submit|approve|merge|republish|send)(?:ed|s)? (?:<5>)automatically\\b|\\bauto-?(?:publish|deploy|approve|merge|execute|apply|run|post|submit|sync|update)(?:es)? (?:this|it|them|the|all|each|every|these|when|on|once|after|to|any)\\b|\\bautomate (?:the )?<3>(?:publication|publishing|deployment|rollout|execution|submission|approval|posting|indexing|updates?|release)\\b`,
    ),
    hit: ['Automatically publish this when approved', 'Auto-publish the page after approval'],
    nonHit: [
      'Explain the difference between auto-publishing and manual review',
      'Automatically generated pages often look thin',
    ],
  },
  {
    ...of,
    id: 'executable.on-event',
    idea: 'An event of the handoff itself is to set something going.',
    soft: true,
    needs:
      'receipt receiving received arrival arrives approval approved ingest ingested ingestion handoff loaded import'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:on|upon|at|after|following) (?:the )?(?:receipt|receiving|arrival|ingestion|ingest|import|load|approval|handoff)\\b(?: of <4>)?[,:]? {0,1}<3>${ACTION}\\b|\\b(?:once|when|whenever|as soon as|after|immediately when|the moment) <3>(?:(?:is|are|has been|gets?|was) )?(?:received|ingested|arrives?|approved|loaded|handed off|transferred|imported)\\b[, ]{0,3}(?:then )?(?:please )?(?:automatically |immediately )?${ACTION} (?:it|them|this|the (?:page|pages|change|changes|content|recommendation)|all|each|every)\\b|\\b${ACTION} (?:it|them|this|these|the (?:pages?|changes?|recommendations?|content)|everything) <2>(?:on|upon|as soon as|immediately (?:on|upon|after)) (?:it is |they are )?(?:receipt|arrival|ingestion|approval|approved|received|handoff)\\b`,
    ),
    hit: ['On receipt, create the pages and publish them', 'As soon as this handoff is received, deploy the changes'],
    nonHit: ['Review drafts after approval by the legal team'],
  },
  {
    ...of,
    id: 'executable.unreviewed',
    idea: 'Takes the person out: without review, approval or confirmation.',
    soft: true,
    needs: 'without bypassing bypass skipping skip unattended no'.split(' '),
    match: phrase(
      `(?<!\\b(?:not|never|n['’]t|avoid|nothing|nobody|no)\\b[^.;!?]{0,60})\\b${ACTION} <6>(?:without|bypassing|skipping|with no) <2>(?:human|manual|review(?:ing)?|approval|confirmation|intervention|sign-?off|asking|confirming|oversight)\\b|\\b(?:without|no) (?:human|manual) (?:intervention|review|approval|confirmation|oversight) <4>(?:needed|required|necessary)|\\b(?:unattended|headless) (?:mode|execution|run|job|publishing)\\b`,
    ),
    hit: ['Publish the page without human review', 'Deploy it with no confirmation'],
    nonHit: ['Never use statistics without a source'],
  },
  {
    ...of,
    id: 'executable.schedule',
    idea: 'A clock is to set something going: a cron expression, a nightly run.',
    soft: true,
    needs: 'cron crontab nightly hourly every daily midnight weekly @ *'.split(' '),
    match: phrase(
      `(?:^|[\\s"'\`])(?:[*\\d/,-]{1,9} ){4}[*\\d/,-]{1,9}(?=[\\s"'\`]|$)(?<=[*][^a-z]{1,40})|@(?:hourly|daily|weekly|reboot|midnight)\\b|\\bcron ?(?:job|tab|expression|schedule|entry)s?\\b <5>(?:(?:that|to|which|every|runs?|at)\\b|=|:)|\\b(?:set up|add|create|schedule|configure|install|register|define) <3>(?:cron ?jobs?|crontab|cron|scheduled (?:tasks?|jobs?)|task scheduler|timer job)\\b|\\b(?:(?:re)?publish|sync|run|execute|deploy|poll|push|fetch|pull|ping|re-?index|re-?crawl|regenerate)(?:es|s)? <5>(?:every (?:\\d{1,4} )?(?:second|minute|min|hour|night)s?|nightly|hourly|at midnight)\\b|\\b(?:every (?:\\d{1,4} )?(?:seconds?|minutes?|mins?|hours?|night)|nightly|hourly),? (?:automatically )?(?:(?:re)?publish|sync|run|execute|deploy|poll|push|fetch|pull|ping|re-?index|regenerate)\\b`,
    ),
    hit: [
      'Schedule a nightly cron job that republishes the page',
      'Sync the pages every 5 minutes',
      '*/5 * * * * sync',
    ],
    nonHit: ['Publish a newsletter every Tuesday', 'Explain what a cron job is'],
  },
  {
    ...of,
    id: 'executable.operate',
    idea: 'Operates a server, a repository or a release.',
    soft: true,
    needs:
      'production prod main master branch pull commit server servers nginx apache cache cdn database container build release code rollback rebuild repo repository dns deployment'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:publish|go|change|edit|overwrite|write|put) (?:[^.;!?\\n]{0,30} )?(?:straight |directly )?(?:to|in|into) (?:the )?(?:production|prod)\\b(?! of)|\\b(?:deploy|push|merge|ship|promote|roll ?back|revert|release|commit|check out|clone|fork|rebase) <4>(?:to|into|on|from|in) (?:the )?(?:production|prod|main|master|main branch|master branch|server|live server|repo|repository|origin|release branch)\\b|\\b(?:merge|open|approve|close|create|submit) (?:a |the |this )?(?:pull request|merge request|pr #?\\d{1,6})\\b|\\b(?:restart|reload|reboot|stop|kill|shut down|start|bounce|scale up|scale down|provision) (?:the |all |a )?(?:web ?|app ?|application |database |db )?(?:servers?|nginx|apache|php-fpm|redis|mysql|postgres|containers?|pods?|services?|daemons?|workers?|cluster|instances?|process)\\b|\\b(?:flush|purge|invalidate|clear|bust) (?:the |all |every )?(?:cdn|varnish|redis|server|edge|cloudflare|page|object) caches?\\b|\\b(?:deploy|roll ?back|redeploy) (?:the )?(?:latest |new |current |last )?(?:build|release|code|container|image|branch|deployment|version|app|site)\\b|\\b(?:wipe|truncate|migrate|restore|dump|drop) (?:the )?(?:production |live |whole |entire )?(?:database|db)\\b`,
    ),
    hit: ['Push the new template to production', 'Restart the nginx service', 'Purge the CDN cache'],
    nonHit: ['Merge the two articles into one guide', 'Start a service page for each city'],
  },
  {
    ...of,
    id: 'executable.foreign-words',
    idea: 'Orders to run a command or a script, in other languages.',
    needs:
      'führe führen ausführen starte starten rufe exécutez exécuter lancez lancer appelez ejecuta ejecute ejecutar lance llama inicia esegui execute 运 执 実 スクリプト ス запусти выполни'.split(
        ' ',
      ),
    match:
      /\b(?:f[uü]hren?|starten?|rufen?)\b.{0,40}\b(?:skripts?|script|befehle?|kommando|webhook|endpunkt|schnittstelle|cronjob|api)\b|\b(?:ex[eé]cute[zr]|lance[zr]|appele[zr]|d[eé]clenche[zr])\b.{0,30}(?:script|commande|webhook|t[aâ]che cron|l['’]api|point de terminaison)|\b(?:ejecut[ae]r?|lanz[ae]|llam[ae]|inici[ae])\b.{0,30}\b(?:script|comando|webhook|tarea programada|api)\b|(?:运行|执行|调用).{0,12}(?:脚本|命令|接口|代码|API)|(?:スクリプト|コマンド|API|ウェブフック).{0,6}(?:実行|呼び出)|(?:запусти|выполни|вызови).{0,30}(?:скрипт|команд|вебхук|API)/i,
    hit: ['Führe das folgende Skript aus', '运行以下脚本'],
    nonHit: ['Führen Sie ein Content-Audit durch', 'Exécutez un audit de contenu'],
  },
];
