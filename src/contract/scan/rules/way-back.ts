import { phrase, type Rule } from './rule.ts';
import { PEOPLE, SOURCE, SOURCE_NEEDS } from './words.ts';

const of = {
  family: 'feedback',
  severity: 'block',
  constraint: 4,
  why: 'A handoff goes one way; a context must not ask for an answer or name a place to send it.',
} as const;

const CHANNEL =
  '(?:(?:feedback|return|reply|response|status|callback|answer|back|acknowledge?ment|ack|progress|result|event|notification|hand-?off|message|control|update)[ _-](?:channel|queue|topic|bus|stream|inbox|mailbox|endpoint|address|url|uri|hook|socket|port|interface|form|feed)s?)';

const NEWS =
  '(?:status(?:es)?|results?|outcome|progress|completion|publication dates?|publish(?:ing|ed)? dates?|go-live dates?|(?:final |live |published )?urls?|confirmations?|acknowledge?ments?|feedback|reports?|updates?|answers?|responses?|repl(?:y|ies)|metrics|numbers|log|receipts?|error messages?|errors|failures?|success|id of the (?:page|post)|what (?:you|was) (?:did|done|published|changed)|decision|changes)';

export const WAY_BACK_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'feedback.tell-source',
    idea: 'Something is to be recorded at, or made known to, the system that the context comes from.',
    soft: true,
    needs: [
      ...SOURCE_NEEDS,
      ...'expect await notification confirmation reply feedback system systems services service engine tool application whoever party side team sent caller'.split(
        ' ',
      ),
    ],
    match: phrase(
      `\\b(?:mark|set|flag|tick|close|record|enter|log|save|change|move|complete|resolve|reopen|cancel|archive|check (?:it|them|this) off|note|put|file|store|register|document|update|upload|add|write|attach) (?:<9>)(?:in|to|inside|at|into|on|within|with) ${SOURCE}\\b(?!['’]s (?:glossary|documentation)| (?:analysis|found|report|study|scores?|questions?|topics?|data|recommendations?|says|shows))|\\b(?:let|have) ${SOURCE} (?:know|learn|see|hear|record|store|track|update|have)\\b|\\bkeep ${SOURCE} (?:informed|posted|up to date|updated|in the loop|in sync|current|synchroni[sz]ed|aware)\\b|\\b(?:make sure|ensure|see to it|so|so that|in order that|until|such that) (?:that )?${SOURCE} (?:knows?|hears?|learns?|gets?|receives?|is (?:told|informed|notified|updated|aware)|can (?:update|record|track|mark|close|measure|count|verify|see|confirm|re-?score|refresh)|has (?:the|a|all|been)|sees?|confirms?|acknowledges?|answers?|replies|responds)\\b|\\b${SOURCE} (?:must|should|needs? to|has to|wants? to|would like to|expects?|is waiting|waits?|awaits?|requires?|is expecting|needs?|wants?|is to|shall|will need|asks?|relies on|depends on) (?:to )?(?:for )?(?:be (?:told|informed|notified|updated|sent|kept)|know|hear|learn|receive|get|see|(?:a|an|the|your|this|its|each|every) <2>${NEWS}|${NEWS}|back)\\b|\\b${NEWS} <6>(?:must|should|shall|has to|have to|needs? to|is to|are to|to|will|is|are|goe?s?|belongs?|returns?|flows?) (?:be |go |back )?<3>(?:to|into|in|at|by|with) ${SOURCE}\\b(?! (?:found|analysis|data))|\\b(?:${NEWS}|notes?|messages?|information|notice|word|outcome|numbers) <2>to ${SOURCE}\\b|\\b(?:give|pass|hand|supply|feed|return|send|mail|deliver|submit|report|address|direct) [^.;!?\\n]{1,50} (?:to|on to|into) ${SOURCE}\\b|\\b(?:we|i) (?:need|want|expect|await) (?:a |an |your |the )?<1>(?:messages?|reply|answer|confirmation|status|note|notification|feedback|report) <3>(?:when|once|as soon as|after|about)\\b|\\b(?:in|to) (?:reply|response|answer) to ${SOURCE}\\b`,
    ),
    hit: [
      'Mark the item as done in GEO OS as soon as the page is live',
      'Let GEO OS know the publication date',
      'GEO OS expects a confirmation',
      'The result must be returned to the system that created this handoff',
    ],
    nonHit: [
      'GEO OS rates the topic at 72 of 100',
      'Add the questions that GEO OS found as headings',
      'Keep the team informed about rankings',
    ],
  },
  {
    ...of,
    id: 'feedback.channel',
    idea: 'A channel for answers is named, listened on or used.',
    soft: true,
    needs:
      'handoff handoffs batch batches packet packets ping pings heartbeat heartbeats subscribe channel channels queue topic bus stream inbox mailbox endpoint listener listeners subscriber observer handler consumer webhook webhooks url uri socket hook message messages event events interface form feed'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:send|post|write|tell|report|answer|reply|respond|return|let|publish|push|put|drop|emit|deliver|submit|use|open|listen|confirm|inform|give|share|know|update|communicate|log) [^.;!?]{0,60}?\\b(?:via|through|over|on|to|using|by|into|the|a) (?:the |a |our |your |its |this |provided |given |same |agreed )?${CHANNEL}\\b(?! (?:page|guide|article|of the (?:site|shop|store)))|\\b(?:register|attach|add|subscribe|hook up|deploy|write|create|implement|start|run|set up|install|open|expose|provide|connect|bind) (?:a |an |the |your |one )?<2>(?:listeners?|subscribers?|observers?|event handlers?|message handlers?|queue consumers?|subscriptions?)\\b(?= <2>(?:on|to|for|at|in|that|and|which|with|of)\\b)(?! (?:surveys?|numbers|base))|\\blisten (?:on|to|for) (?:the |this |our |a |any |incoming )?<2>(?:channel|queue|topic|events?|bus|socket|port|stream|webhooks?|acknowledge?ments?|status(?: messages)?)\\b|\\b(?:answer|reply to|respond to|acknowledge|ack|confirm) (?:each|every|all|any|this) <1>(?:messages?|events?|hand-?offs?|batch(?:es)?|packets?|pings?|heartbeats?)\\b(?! (?:from|of) (?:your |the )?${PEOPLE})|\\bweb-?hooks? (?:for|with|to receive|that receives?) (?:the |all |any )?<1>(?:status|progress|completion|result|outcome|updates?|confirmation|feedback|answer|response|publication|published|done|events?)`,
    ),
    hit: [
      'Tell us the date through the feedback channel',
      'Register a listener on the handoff channel',
      'Webhook for status updates: see below',
      'Answer each message',
    ],
    nonHit: [
      'Give readers a contact form for corrections',
      'Answer every message from customers within a day',
      'YouTube is the strongest channel for how-to questions',
    ],
  },
  {
    ...of,
    id: 'feedback.field',
    idea: 'The name of a field that holds a way back, in the spelling of a program.',
    soft: true,
    needs:
      'notifyurl notifyuri callbackurl callbackuri webhookurl webhookuri replyto replyurl statusurl resulturl resultsurl feedbackurl reporturl responseurl completionurl hookurl ackurl notifyhook statushook statusendpoint callbackendpoint feedbackendpoint resultendpoint reportendpoint notifyendpoint pingurl returnurl progressurl replychannel replytopic replyqueue responsequeue responsetopic statustopic statusqueue resultqueue resulttopic callbackid onfinish ondone oncomplete notify callback webhook reply status result results feedback report response completion hook ack ping return progress postback'.split(
        ' ',
      ),
    match:
      /\b(?:notify|notification|callback|webhook|reply|status|results?|feedback|report|response|completion|hook|ack|ping|return|progress|postback)(?:(?:[_-]?(?:ur[li]|endpoint|webhook|callback)|U(?:RL|ri|rl|RI)|Endpoint|Webhook|Callback|To)|[_-](?:hook|address|to|topic|queue|channel|target|port)|(?:Hook|Address|Topic|Queue|Channel|Target))\b(?<!\b(?:reply-to|report-to|return-to|feedback-channel|results-to|return-address|status-to|response-to))|\bon(?:Done|Finish(?:ed)?|Complete[d]?|Published|Success|Failure)\b/,
    hit: ['see field notifyUrl', 'status_url is set by the platform', 'The answer goes to replyTopic'],
    nonHit: ['Return policy', 'Reply to comments', 'The feedback widget on the page', 'The report to the board'],
  },
];
