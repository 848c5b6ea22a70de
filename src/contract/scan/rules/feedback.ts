import { PEOPLE, SOURCE, SOURCE_NEEDS } from './words.ts';
import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'feedback',
  severity: 'block',
  constraint: 4,
  why: 'A handoff goes one way; a context must not ask for an answer or name a place to send it.',
} as const;

const TELL =
  '(?:report|send|post|push|write|sync|synchroni[sz]e|feed|relay|forward|submit|share|log|confirm|return|communicate|signal|stream|deliver|provide|publish|upload|transmit|pass|propagate|emit|respond|reply|echo|give)(?:s|ing)?';

/** What stands before "poll" when it is a survey. */
const POLL_AS_NOUN =
  '\\b(?:an?|the|this|that|each|every|our|your|their|its|of|with|from|in|reader|online|opinion|quick|short|new|latest|own|monthly|weekly|annual|linkedin|twitter|instagram|exit|straw|public|embed|publish|add|show|include|cite|quote|share|compare|use|run|recent|first|second) (?:polls?|polling)';

/** Behind "poll results": a rhythm or a place that only a machine has. */
const POLLED =
  '(?:every|until|using|via|at|again|by|with (?:the )?(?:request|job|id)|from (?:the |our )?(?:api|endpoint|server|queue|source|geo))\\b';

export const FEEDBACK_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'feedback.address-field',
    idea: 'A field for a way back: a callback, a webhook, a status address.',
    needs:
      'callback webhook hook notify notification return reply response status on oncomplete onsuccess onerror progress feedback postback completion ack result results callbacks webhooks web oncallback'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?!return address {0,1}: {0,1}(?:print|show|put|add|write|name|give|list|say|mention|explain|an?|the|where|who|which|how)\\b)(?:callbacks?|webhooks?|web hooks?|postback|notify|notification|return|reply|reply[ _-]to|response|status(?:[ _-]update)?|progress|feedback|completion|ack|results?)[ _-]?(?:url|uri|endpoint|hook|address|channel|topic|queue|webhook|path) {0,1}(?:[:=]|is\\b|->|→|at\\b)|\\b(?:callbacks?|webhooks?|reply[_-]to|postback|on[_-]?(?:complete|completion|success|error|failure|done|finish))["']? {0,1}[:=]|\\bcallback[_-]?ur[li]\\b|\\bwebhook[_-]ur[li]\\b`,
    ),
    soft: true,
    hit: ['callback_url: example.org/done', 'Webhook URL = example.org/hook', 'Status endpoint: see the dashboard'],
    nonHit: ['Explain how webhooks work in a beginner-friendly glossary entry', 'What is a callback URL?'],
  },
  {
    ...of,
    id: 'feedback.register',
    idea: 'A way back is to be set up: a callback, a subscription, a channel in both directions.',
    soft: true,
    needs:
      'callback callbacks webhook webhooks subscribe websocket bidirectional directional two channel socket loop'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:register|configure|set up|add|create|use|install|provide|point|attach|expose|connect|send <4>to|post <4>to|hit|fire|ping) (?!(?:an? |the )?(?:\\w{1,14} )?(?:chapter|article|section|page|guide|lesson|entry|video|paragraph|post|tutorial|glossary|faq|course|unit)s? )<3>(?:callbacks?|webhooks?|web hooks?)\\b(?! ${'(?:guide|page|article|tutorial|glossary|section|entry|explainer|documentation|docs|faq|comparison|topic)'})|\\bsubscribe to <3>(?:events?|queue|stream|topic|channel|webhooks?|changes|change feed|status|score|progress|feed updates|notifications from)\\b(?! of)|\\b(?:bi-?directional|two-?way|duplex|round-?trip) (?:sync|synchroni[sz]ation|channel|connection|integration|socket|feed|data flow|link with|communication with|communication channel|exchange)\\b|\\b(?:open|keep|establish|maintain|hold|start) <3>(?:socket|websocket|(?:return|reply|back|response|feedback|communication|persistent|open) channel|connection|stream) <1>(?:to|with|open|back)\\b`,
    ),
    hit: ['Register a webhook for the result', 'Keep a two-way sync with the source'],
    nonHit: ['Subscribe to industry newsletters', 'Add bidirectional links between pages'],
  },
  {
    ...of,
    id: 'feedback.report-back',
    idea: 'Asks to report back, to confirm, to return a result.',
    soft: true,
    needs:
      'back completion progress status receipt result results outcome confirmation acknowledge acknowledgement acknowledgment ack heartbeat success failure confirm confirms'.split(
        ' ',
      ),
    match: phrase(
      `(?<!\\b(?:invite|ask|let|encourage|urge|help|allow|remind|motivate|customers|buyers|readers|users|guests|patients)\\b[^.;!?]{0,30})\\b(?:re-?)?(?!write back to (?:every|each|all|any|the)? ?(?:reviews?|customers?|readers?|comments?|buyers?|guests?|critics?|mails?|letters?))${TELL} <6>back\\b(?!-| (?:to|with|with the|at|up|and forth|in|on|office|end|into) (?:the |your |our |its )?<2>(?:${PEOPLE}|page|pages|hub|pillar|homepage|home|top|category|article|guide|site|website|content|basics|post|introduction|original|main)\\b| ?links?| to you\\b)|\\b(?:confirm|acknowledge|ack) (?:the |this |successful )?(?:completion|receipt|delivery|execution|publication|ingestion|handoff|message|transfer)\\b(?! (?:times?|dates?|address|costs?|areas?|fees?|options?|terms|windows?))|\\b(?:send|return|post|emit|issue|provide|give|push|write|deliver|submit|report) (?:a |an |the |us a |us the )?<2>(?:confirmation|completion (?:status|notice|report|event|signal|message)|acknowledge?ments?|ack|heartbeat|receipt|success (?:message|signal|status|code|event)|status (?:update|code|report|message|event|back)s?|execution (?:result|status|report|log)s?|publish(?:ing)? (?:status|result)s?|callback|delivery receipt|exit code|job result|progress (?:update|report|event)s?)\\b(?! (?:to|for|from) (?:the |your |our |all )?<2>${PEOPLE}\\b)(?! (?:page|email|templates?)| (?:on|about) (?:the|a|an|our|your)\\b)|\\b(?:report|log|return|post|send|push|submit) (?:the |its |your |all |any )?(?:completion|progress|status|success|failure|outcome|results?|execution)(?: (?:or|and) [a-z]{1,12})?\\b(?! <5>${PEOPLE}\\b)(?= (?:to|via|at|through|once|when|after|as soon|upon|for each|using|on|in|with)|$|[.])`,
    ),
    hit: [
      'Report completion back to GEO OS',
      'Send back the status once published',
      'Acknowledge receipt of this handoff',
    ],
    nonHit: [
      'Report results to the marketing team each month',
      'Link back to the pillar page',
      'Report back to the marketing team each month',
    ],
  },
  {
    ...of,
    id: 'feedback.ask-source',
    idea: 'The sending system is to be asked, told or visited.',
    needs: SOURCE_NEEDS,
    match: phrase(
      `\\b(?:query|ask|poll|ping|notify|call|contact|fetch|pull|request|check|consult|inform|tell|alert|message|acknowledge|sync|synchroni[sz]e|refresh|update|email|subscribe|signal|log in|login|sign in|authenticate|connect|reach|verify|look|retrieve|get|load|obtain|download|see|open|confirm|report|send|post|push|write|return|submit|respond|reply|feed|relay|forward|share|upload|import|compare|re-?sync|query|read|escalate|register|validate|track|monitor|view|trigger|call|hand|transmit|convey|brief|advise|apprise|relay|communicate|announce|mirror|replicate|propagate|revert|stream|deliver|supply|furnish|provide|mail|e-?mail|phone|ring|answer|contact|cc|dispatch|pass|give|report back|write back|get back|come back|circle back|feed back|hand back|carry back)s? (?:back |also |promptly |then |please |again |directly ){0,2}(?:<7>(?:to|from|with|in|into|via|against|through|at|inside|by querying|by asking|by calling|on|of) )?${SOURCE}\\b(?!['’]s (?:glossary|documentation|docs|guidelines|address|name|story)| (?:docs|documentation|glossary|of|reports?|analysis (?:shows|found)|data (?:shows|suggests)|shows|found|links?|sources?))`,
    ),
    soft: true,
    hit: ['Query the score from GEO OS before publishing', 'Notify the source system', 'Check the dashboard in GEO OS'],
    nonHit: ['GEO OS found that the brand is mentioned in 4 of 25 answers', 'Cite the original source'],
  },
  {
    ...of,
    id: 'feedback.poll',
    idea: 'Something is to be polled, or its state checked until it changes.',
    soft: true,
    needs: 'poll polls polling retry until progress status check watch track'.split(' '),
    match: phrase(
      `\\b(?:poll|long-?poll|keep polling|start polling)(?:s|ing)? (?<!${POLL_AS_NOUN} {0,1})(?!results? (?!${POLLED}))(?!(?:your |the |our |existing |current |new |loyal |recent |some |a few |\\d{1,5} )?<2>(?:${PEOPLE}|on|in|responses|questions|answers))(?:for|until|every|the|its|this|that|again|at|status|results?|api|/|req|https?:|once|with|via|using|a )|\\b(?:check|query|watch|monitor|track|re-?check|read|get|view) <2>(?:job|task|request|run|execution|processing|queue|completion|handoff|pipeline|ingestion|batch|deployment|publishing|update|sync) (?:status|state|progress)\\b|\\b(?:check|track|query|monitor|watch|follow) (?:the |its |on )?(?:status|progress|state) (?:of|at|via|using|with|by|through) <3>(?:request|job|req|run|handoff|task|id|dashboard|endpoint|api|execution|pipeline|recommendation|url|ticket)\\b|\\b(?:retry|wait|loop|repeat|keep (?:checking|asking|trying|querying)) <3>until <4>(?:succe|complete|200|ok\\b|done|ready|finish|respon|status|return|confirm|accept)|\\b(?:check|come|ask|query|look) back <2>(?:every|until|for (?:the )?(?:status|result|update))`,
    ),
    hit: ['Poll the result using request id req-789', 'Retry until the call succeeds', 'Check the job status'],
    nonHit: ['Run a poll on LinkedIn', 'Poll your audience about prices', 'Job status pages are missing'],
  },
  {
    ...of,
    id: 'feedback.request-id',
    idea: 'The id of a request is to be used to ask for its state, or to be given back.',
    soft: true,
    needs: 'request correlation tracking ticket job trace req id handoff run'.split(' '),
    match: phrase(
      `\\b(?:using|with|quote|quoting|use|include|pass|provide|via|by|reference|supply|echo|return|attach|referencing|citing|cite|give) (?:the |this |its |your |our |same )?(?:(?:source )?request|correlation|tracking|ticket|job|trace|handoff|run|execution|callback)[ _-]?(?:id|token|key|number|identifier)\\b|\\b(?:request|correlation|tracking|ticket|trace)[ _-]?id {0,1}(?:[:=#]|is\\b)? {0,1}[a-z]{2,8}-\\d|\\b(?:status|progress|updates?|results?) (?:of|for|on|at|under) (?:request |job |ticket )?(?:req|job|run|task|tkt)[-_]\\w{2,20}`,
    ),
    hit: ['Quote the request id when you answer', 'See the status of req-789'],
    nonHit: ['Include the product id in Product markup'],
  },
  {
    ...of,
    id: 'feedback.notify',
    idea: 'A message is wanted when the work is done.',
    soft: true,
    needs: 'mailto email mail notify ping alert message inform let tell slack send dm text call update'.split(' '),
    match: phrase(
      `\\bmailto:|\\b(?:notify|ping|alert|message|inform|tell|update|dm|text|signal) (?:us|me|the (?:bot|system|api|service|server|agent|engine|platform|webhook|channel|pipeline|monitoring|operator))\\b <6>(?:when|once|after|upon|on|as soon as|about|if|of|that)\\b|\\blet (?:us|me|the (?:system|bot|agent|engine|platform)) know\\b|\\b(?:e-?mail|mail|message|notify|send|ping|write|contact) <6>[\\w.+-]{1,40}@[\\w-]{1,40}[.][\\w.]{2,20} <2>(?:when|once|after|upon|on|as soon as|if)\\b|\\b(?:when|once|after|as soon as) <5>(?:done|finished|complete|completed|published|live|deployed|ready|executed|processed)[, ]{1,3}(?:e-?mail|notify|ping|message|mail|alert|send|write|post|inform|tell) (?:to )?(?:us\\b|me\\b|[\\w.+-]{1,40}@|https?:|<4>to (?:us\\b|[\\w.+-]{1,40}@|https?:|#[a-z]))|\\b(?:post|send|write|drop) <5>(?:to|in|into) (?:the )?(?:slack|teams|discord|telegram)(?: channel)?\\b(?! (?:community|communities|groups?))|\\b(?:e-?mail|send|post|message|notify)s? <6>(?:when|once|after) (?:finished|done|complete|completed|the (?:job|task|run|update|deployment|import|sync|execution) (?:is|has|completes|finishes))`,
    ),
    hit: ['mailto:bot@example.com when finished', 'Let us know when the page is live', 'Ping the bot once it is done'],
    nonHit: ['Email subscribers when the guide goes live', 'Send the draft to the legal team for review'],
  },
];
