import { WAY_BACK_PROSE } from './in-plain-words.ts';
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
      ' ',
      ...SOURCE_NEEDS,
      ...'expect await notification confirmation reply feedback system systems services service engine tool application whoever party side team sent caller grateful thankful obliged appreciate hear know informed told acknowledge ack confirm respond acknowledgements code requester requestor invoker initiator dispatcher issuer update ticket status seo us queue channel bus exchange stream endpoint webhook hook port interface api connection transport bucket posted issue job thread os hand request record'.split(
        ' ',
      ),
    ],
    match: phrase(
      [
        `\\b(?:mark|set|flag|tick|close|record|enter|log|save|change|move|complete|resolve|reopen|cancel|archive|check (?:it|them|this) off|note|put|file|store|register|document|update|upload|add|write|attach) (?:<9>)(?:in|to|inside|at|into|on|within|with) ${SOURCE}\\b(?!['’]s (?:glossary|documentation)| (?:analysis|found|report|study|scores?|questions?|topics?|data|recommendations?|says|shows))|\\b(?:let|have) ${SOURCE} (?:know|learn|see|hear|record|store|track|update|have)\\b|\\bkeep ${SOURCE} (?:informed|posted|up to date|updated|in the loop|in sync|current|synchroni[sz]ed|aware)\\b|\\b(?:make sure|ensure|see to it|so|so that|in order that|until|such that) (?:that )?${SOURCE} (?:knows?|hears?|learns?|gets?|receives?|is (?:told|informed|notified|updated|aware)|can (?:update|record|track|mark|close|measure|count|verify|see|confirm|re-?score|refresh)|has (?:the|a|all|been)|sees?|confirms?|acknowledges?|answers?|replies|responds)\\b|\\b${SOURCE} (?:must|should|needs? to|has to|wants? to|would like to|expects?|is waiting|waits?|awaits?|requires?|is expecting|needs?|wants?|is to|shall|will need|asks?|relies on|depends on) (?:to )?(?:for )?(?:be (?:told|informed|notified|updated|sent|kept)|know|hear|learn|receive|get|see|(?:a|an|the|your|this|its|each|every) <2>${NEWS}|${NEWS}|back)\\b|\\b${NEWS} <6>(?:must|should|shall|has to|have to|needs? to|is to|are to|to|will|is|are|goe?s?|belongs?|returns?|flows?) (?:be |go |back )?<3>(?:to|into|in|at|by|with) ${SOURCE}\\b(?! (?:found|analysis|data))|\\b(?:${NEWS}|notes?|messages?|information|notice|word|outcome|numbers) <2>to ${SOURCE}\\b|\\b(?:give|pass|hand|supply|feed|return|send|mail|deliver|submit|report|address|direct) [^.;!?\\n]{1,50} (?:to|on to|into) ${SOURCE}\\b|\\b(?:we|i) (?:need|want|expect|await) (?:a |an |your |the )?<1>(?:messages?|reply|answer|confirmation|status|note|notification|feedback|report) <3>(?:when|once|as soon as|after|about)\\b|\\b(?:in|to) (?:reply|response|answer) to ${SOURCE}\\b|\\b(?:drop|leave|give|send|shoot|write|text|pass|hand|get|owe|grant) ${SOURCE} (?:a|an|some|the|your|word|notice|back) <1>(?:messages?|notes?|lines?|words?|mails?|e-mails?|shout|pings?|signals?|heads-?up|update|status|report|answers?|repl(?:y|ies)|news|confirmation|feedback|call|notice|results?|summary|receipt|url|address|figures?|numbers?|of)\\b|\\b(?:drop|leave|write|shoot|send) (?:a|an) <1>(?:messages?|notes?|lines?|words?|mails?|shout|pings?|signals?|heads-?up) <2>(?:to|for|at|with) ${SOURCE}\\b|\\b(?:reported|sent|returned|transmitted|communicated|fed|relayed|forwarded|passed|handed|mirrored|synced|synchroni[sz]ed|posted|pushed|written|delivered|submitted|mailed|signalled|signaled|conveyed|announced|logged|confirmed|acknowledged|made known|uploaded|copied|replicated|propagated|recorded|registered|reporting|sending|returning|informing|notifying|telling|alerting|messaging|updating|transmitting) (?:<4>)(?:(?:to|into|with|in|at|towards?|on) )?${SOURCE}\\b(?! (?:links?|prices?))|\\bso (?:that )?we (?:can|may|could|will|are able to) (?:close|complete|re-?score|mark|resolve|archive|tick off|recalculate|re-?calculate|confirm|correct|retire|settle|finish) (?:our|the|its|this|your|that) <1>(?:request|ticket|task|record|score|entry|status|estimate|item|case|job|hand-?off|analysis|recommendation|loop)s?\\b|\\b(?:we|i|geo os)(?:['’]d| would| should| will) (?:be )?(?:very |most )?(?:grateful|thankful|obliged|glad of|appreciate|welcome|expect|need) <2>(?:receipt|reply|answer|confirmation|response|acknowledge?ment|screenshot|status (?:update|message|report)|note (?:when|once|as soon))\\b|\\b(?:we|i|geo os)(?:['’]d| would| should)? (?:be glad |be happy |like |love |want |need |hope |wish |expect )to (?:hear (?:how|when|whether|if|what|back)|know (?:when|whether|if|how it|what was)|be (?:told|informed|notified|updated|kept))\\b|\\b(?:acknowledge|ack|confirm) with (?:an? |the )?(?:http |status )?(?:code|status|ok\\b|\\d{3}\\b|signal|event|receipt)|\\b(?:acknowledge|ack|confirm|reply|respond|answer) with ["“'‘](?:accepted|declined|done|received|ok|rejected|yes)\\b|\\b(?:answers?|replies|results?|responses?|feedback|reports?|confirmations?|acknowledge?ments?|status(?: messages| updates)?|errors?|failures?|outcomes?|events?) (?:go(?:es)?|(?:are|is) to go|(?:should|must) go|belongs?|(?:is|are) (?:sent|posted|published|collected|expected|delivered|written|accepted)|flows?|lands?) (?:back )?(?:to|on|in|into|at|via|over|through) (?:the |our )?<2>(?:queue|topic|channel|bus|exchange|stream|endpoint|webhook|hook|port)\\b|\\b(?:return|send|give|pass|report|exit)(?:s|ing)? (?:a |an |the )?<1>(?:code|status|results?|value|outcome|response|true|false|ok|success|error|receipt)s? <3>to (?:the |its )?(?:caller|requester|requestor|invoker|initiator|dispatcher|issuer)\\b|\\b(?:hand(?:ed)?|sen[dt]|return(?:ed)?|pass(?:ed)?|report(?:ed)?|given?|deliver(?:ed)?|fed|feed|transmit(?:ted)?)(?: back)? (?:through|via|over|by|on|using) (?:the same|this|that) <1>(?:interface|channel|api|connection|queue|transport|bus|endpoint|bucket|port)\\b|\\bkeep (?:us|me) (?:posted|informed|updated|in the loop|up to date|abreast)\\b(?= (?:on|about|of|as|when|with|via|by|once|after|during)\\b| ?[.,;!]| ?$)|\\b(?:comment|reply|answer|respond|report|note|log|post|write)(?: back)? (?:on|to|under|in|at) (?:the |this |our )?(?:request|ticket|hand-?off|recommendation|job|issue|thread|record) #?(?:[a-z]{1,8}[-_]){1,3}\\d|\\b(?:update|close|resolve|reopen|comment on|move|transition|mark) (?:the |our |your |this )?(?:ticket|issue|request|task|record|job|card|item) #?(?:geo|req|rec|ho?|hand-?off|topic)[-_][\\w-]{0,12}\\d|\\b(?:status|state) of (?:this|the|each|every|these) <1>(?:recommendations?|hand-?offs?|requests?|items?|tasks?|contexts?)\\b <3>(?:must|should|is to|shall|has to|needs to) be (?:updated|set|changed|moved|marked|reported|tracked|recorded)\\b|\\bseo os\\b[^.;!?\\n]{0,40}\\b(?:ping(?:s|ed)?|tells?|told|inform(?:s|ed)?|notif(?:y|ies|ied)|messages?|messaged|alert(?:s|ed)?|contact(?:s|ed)?|reports? to|writes? to|repl(?:y|ies) to|sends?) (?:us|me|geo)\\b`,
        ...WAY_BACK_PROSE,
      ].join('|'),
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
      'get come circle report write email mail send forward submit fax post via through os geoos geo back handoff handoffs batch batches packet packets ping pings heartbeat heartbeats subscribe channel channels queue topic bus stream inbox mailbox endpoint listener listeners subscriber observer handler consumer webhook webhooks url uri socket hook message messages event events interface form feed callback callbacks acknowledgement acknowledgment ack receipt confirmation collector outcome outcomes results answers exchange await expect waiting request # done applied executed rating json whether hourly metrics figures ranks stats logs ticket incident case raise return'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:send|post|write|tell|report|answer|reply|respond|return|let|publish|push|put|drop|emit|deliver|submit|use|open|listen|confirm|inform|give|share|know|update|communicate|log) [^.;!?]{0,60}?\\b(?:via|through|over|on|to|using|by|into|the|a) (?:the |a |our |your |its |this |provided |given |same |agreed )?${CHANNEL}\\b(?! (?:page|guide|article|of the (?:site|shop|store)))|\\b(?:register|attach|add|subscribe|hook up|deploy|write|create|implement|start|run|set up|install|open|expose|provide|connect|bind) (?:a |an |the |your |one )?<2>(?:listeners?|subscribers?|observers?|event handlers?|message handlers?|queue consumers?|subscriptions?)\\b(?= <2>(?:on|to|for|at|in|that|and|which|with|of)\\b)(?! (?:surveys?|numbers|base))|\\blisten (?:on|to|for) (?:the |this |our |a |any |incoming )?<2>(?:channel|queue|topic|events?|bus|socket|port|stream|webhooks?|acknowledge?ments?|status(?: messages)?)\\b|\\b(?:answer|reply to|respond to|acknowledge|ack|confirm) (?:each|every|all|any|this) <1>(?:messages?|events?|hand-?offs?|batch(?:es)?|packets?|pings?|heartbeats?)\\b(?! (?:from|of) (?:your |the )?${PEOPLE})|\\b(?:via|through|over|on|using|by|along|into|down) (?:the |our |your |this |its |same )?hand-?off (?:channel|queue|topic|bus|interface|endpoint|stream|inbox|mailbox|api|line|path|route|link|folder|bucket|system|service|process)\\b(?! (?:between|from) (?:the )?(?:sales|editorial|design|marketing|nurses?))|\\b(?:reply|return|response|feedback|answer|status|ack(?:nowledge?ment)?|report|result|progress|back) (?:channel|queue|topic|mailbox|inbox|bus|path|route|address) (?:for|of|to) (?:this|the|these|each|every) <1>(?:context|hand-?off|recommendations?|batch|request|document|task|job|item|message)s?\\b|\\b${CHANNEL} (?:is|are|will be|remains|stays|=|:|runs on|lives (?:at|on|in)) <2>(?:queue|topic|channel|bus|exchange|stream|mailbox|socket|port|hook) [\\w.]{0,30}[-._/:\\d]|(?<!\\b(?:ask|invite|encourage|urge|let|allow|want|readers|customers|visitors|them|people|they)\\b[^.;!?]{0,40})\\b(?:get|come|circle|write|report) back to (?:us|me|the (?:sender|source|originator|author of this)) (?:once|when|if|as soon as|after|with the|by|via|through|on|about|should|in case)\\b|\\b[\\w.+-]{1,40}@(?:[\\w-]{1,40}[.]){0,3}geo[-_]?os[.][a-z]{2,12}\\b|\\b(?:e-?mail|mail|send|forward|submit|fax|post) (?:the |a |an |your |its )?<1>(?:completion|progress|status|execution|publication|outcome|error|failure|closing|implementation) (?:report|notice|note|log|summary|message|confirmation|update|list|mail)s? <2>to [\\w.+-]{1,40}@|\\bweb-?hooks? (?:for|with|to receive|that receives?) (?:the |all |any )?<1>(?:status|progress|completion|result|outcome|updates?|confirmation|feedback|answer|response|publication|published|done|events?)|\\b(?:callbacks?|web-?hooks?|call-?backs?|acknowledge?ments?|ack|heartbeat) (?:is|are|will be|must be|should be) (?:expected|awaited|required|wanted|needed|mandatory|to be (?:made|sent|called|returned|placed))\\b|\\b(?:your|an?|each|the) <1>(?:acknowledge?ment|receipt|confirmation|report back|status report|completion report) (?:is|are|will be) (?:expected|awaited|required|wanted|requested|due|mandatory)\\b(?! (?:by law|from|for|at))|\\b(?:write|post|put|push|send|drop|publish|return|deliver|place) (?:the |its |your |an? |all )?<1>(?:outcomes?|results?|status|answers?|repl(?:y|ies)|confirmation|report|events?|messages?|acknowledge?ments?|metrics|logs?|scores?) <1>(?:in|into|on|onto|to) (?:the |our |a )?<1>(?:queue|topic|bus|exchange|stream|collector|inbox|mailbox|channel|bucket|endpoint|event log|webhook)\\b(?! of (?:questions|topics))|\\b(?:we|i) (?:look forward to|are waiting for|await|expect|count on|ask for|request) (?:your |a |an |the )<1>(?:report|answer|reply|confirmation|acknowledge?ment|feedback|response|receipt|status|result)s?\\b(?= (?:on|about|of|when|once|after|by|within|as soon)\\b| ?[.,;!]| ?$)|\\b(?:post|send|drop|leave|write|put) (?:a |an |the )?[^.;!?\\n]{1,30} (?:in|into|on|to) #[a-z][\\w-]{2,40}\\b|\\b(?:return|send back|give back|report|answer with) (?:a |the )?[\\"“']?(?:done|ok|success|accepted|applied|executed|published)[\\"”']?(?:,| or| and|/) ?[\\"“']?\\w|\\b(?:return|send back|give back|report back|hand back|reply with|respond with|answer with) (?:a |the |your |an )?<1>(?:rating|json|list of (?:the )?(?:applied|executed|done|failed|completed|changed)|report|diff|log|summary of (?:changes|what))\\b(?! (?:page|to (?:readers|customers|users)))|\\b(?:has|have|needs?|must|is|are|should) (?:to )?(?:be )?<3>(?:and )?(?:fed|mirrored|reported|handed|written|transmitted|played|(?:filled|filled in) and sent) back\\b(?! (?:to (?:the |your )?(?:customers?|buyers?|shop|manufacturer|factory|seller|sender|store|kitchen)|in|for|home|by (?:post|parcel|courier)))|\\b(?:confirm|reply|answer|acknowledge|respond) by (?:return (?:mail|e-?mail|message|post)|reply|e-?mail|callback|webhook|message) (?:that|when|once|as soon|whether)\\b|\\b(?:geo os|the (?:source|sending|originating) system) (?:will|is going to|shall|would) (?:<2>)(?:check|ask|poll|query|look|verify|listen|wait|collect|read|watch|monitor|ping|call)\\b[^.;!?\\n]{0,60}\\b(?:whether|if|until|for|how far|status|progress|finished|done|your|every|hourly|daily)\\b|\\b(?:push|send|export|stream|forward|report|ship|upload) (?:the |all |your |its |these )?<1>(?:metrics|figures|numbers|ranks|stats|statistics|logs?|events|analytics|measurements) <2>to (?:our|the|its) <1>(?:collector|ingest|endpoint|bus|queue|warehouse|sink|dashboard|server|system|platform)\\b|\\b(?:raise|open|file|create|log|submit) (?:a |an )<1>(?:ticket|issue|incident|case|request) (?:with|at|in|to|for) (?:the )?(?:geo|sender|source|originating|sending|requesting)\\b`,
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
